import type { Finding, Path } from './problem.ts';
import { hint } from './suggest.ts';

/** Ids in the file, those of rows with a broken shape too. */
export type KnownIds = {
  readonly units: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  readonly applications: ReadonlySet<string>;
};

/** An id that a row names, and where. */
export type Reference = { readonly path: Path; readonly id: string | undefined };

/** Looking for what was meant takes time; when a whole column is wrong the first rows show it. */
const mostHints = 50;

const nouns = {
  unit: { de: 'Das Amt', en: 'unit' },
  application: { de: 'Das Fachverfahren', en: 'application' },
  person: { de: 'Die Person', en: 'person' },
} as const;

/** References that lead nowhere, the first ones with what was probably meant. */
export function unknownReferences(
  what: keyof typeof nouns,
  references: readonly Reference[],
  known: ReadonlySet<string>,
): readonly Finding[] {
  return references
    .flatMap(({ id, path }) => (id === undefined || known.has(id) ? [] : [{ id, path }]))
    .map(({ id, path }, index) => {
      const near = index < mostHints ? hint(id, known) : { de: '', en: '' };
      const noun = nouns[what];
      return {
        path,
        text: {
          de: `${noun.de} „${id}“ gibt es nicht.${near.de}`,
          en: `There is no ${noun.en} "${id}".${near.en}`,
        },
      };
    });
}
