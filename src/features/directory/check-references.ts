import type { Organisation } from './model.ts';
import type { Finding, Located, Path } from './problem.ts';
import { hint } from './suggest.ts';

type Person = Organisation['persons'][number];

/** Ids in the file, those of rows with a broken shape too. */
export type KnownIds = {
  readonly units: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  readonly applications: ReadonlySet<string>;
};

/** A reference that leads nowhere. `what` is the German noun with its article. */
export function unknownId(
  row: Located<unknown>,
  field: Path,
  id: string | undefined,
  what: 'Das Amt' | 'Das Fachverfahren',
  known: ReadonlySet<string>,
): readonly Finding[] {
  if (id === undefined || known.has(id)) return [];
  const near = hint(id, known);
  const noun = what === 'Das Amt' ? 'unit' : 'application';
  return [
    {
      path: [...row.path, ...field],
      text: { de: `${what} „${id}“ gibt es nicht.${near.de}`, en: `There is no ${noun} "${id}".${near.en}` },
    },
  ];
}

export function unknownPerson(
  row: Located<unknown>,
  id: string,
  known: ReadonlySet<string>,
  persons: readonly Located<Person>[],
): readonly Finding[] {
  if (known.has(id)) return [];
  // In tables people like to write the name where the id belongs.
  const byName = persons.find(({ value }) => value.name.toLowerCase() === id.toLowerCase())?.value.id;
  const near = byName
    ? { de: ` Meinten Sie „${byName}“?`, en: ` Did you mean "${byName}"?` }
    : hint(id, known);
  return [
    {
      path: [...row.path, 'person'],
      text: {
        de: `Die Person „${id}“ gibt es nicht.${near.de}`,
        en: `There is no person "${id}".${near.en}`,
      },
    },
  ];
}
