import type { NamedType } from '../features/directory/further-names.ts';
import type { RequestType } from '../features/requests/types/model.ts';

const kept = new WeakMap<readonly RequestType[], readonly NamedType[]>();

/** The names of request types for the reading of questions; the same list as long as the types are the same. */
export function namedTypes(types: readonly RequestType[]): readonly NamedType[] {
  const known = kept.get(types);
  if (known) return known;
  const named = types.map(({ id, name, words, route }) => ({ id, name, words, first: route[0]?.role }));
  kept.set(types, named);
  return named;
}
