import type { Directory } from '../model.ts';

/** What a name of the directory means. */
export type Meant = {
  readonly kind: 'unit' | 'application' | 'role' | 'person';
  readonly id: string;
};

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The unit, role, application or person that is called so; `undefined` where none or several are. */
export function meantIn(
  { units, roles, applications, persons }: Directory,
  what: string,
  kinds?: readonly Meant['kind'][],
): Meant | undefined {
  const said = plain(what);
  const number = said.replace(/^(?:amt|eb|eigenbetrieb|office|enterprise) /, '');
  const is = (...words: readonly string[]) => words.some((word) => plain(word) === said);
  const found: readonly Meant[] = [
    ...units
      .filter(({ id, name, aliases }) => plain(id) === number || is(name.de, name.en, ...aliases))
      .map(({ id }) => ({ kind: 'unit' as const, id })),
    ...roles
      .filter(({ id, name, shortName, aliases }) =>
        is(id, name.de, name.en, shortName.de, shortName.en, ...aliases),
      )
      .map(({ id }) => ({ kind: 'role' as const, id })),
    ...applications
      .filter(({ id, name, aliases }) => is(id, name, ...aliases))
      .map(({ id }) => ({ kind: 'application' as const, id })),
    ...persons.filter(({ id, name }) => is(id, name)).map(({ id }) => ({ kind: 'person' as const, id })),
  ];
  // A role that is called like its unit ("10.50") is held there: the unit's history would be empty.
  const asked = kinds ? found.filter(({ kind }) => kinds.includes(kind)) : found;
  return asked.find(({ kind }) => kind === 'role') ?? asked[0];
}
