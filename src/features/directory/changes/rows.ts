import { type Change, differences } from '../diff.ts';
import type { Directory, Organisation } from '../model.ts';
import { type DirectoryChange, type KeptTable, keptTables, type RowChange } from './model.ts';

/* Between an organisation and what is stored of it. */

/** What the history knows of an organisation: everything but absences. */
export type Kept = Pick<Organisation, KeptTable>;

/** As plain JSON: what has no value is not there. */
export const keptOf = ({ units, persons, applications, assignments }: Kept): Kept =>
  JSON.parse(JSON.stringify({ units, persons, applications, assignments }));

export type Rows = Pick<DirectoryChange, KeptTable | 'order'>;

/** What differs, as it is stored; `undefined` where nothing does. */
export function rowsBetween(before: Kept, after: Kept): Rows | undefined {
  const changes = differences({ ...before, absences: [] }, { ...after, absences: [] });
  if (changes.length === 0) return undefined;
  const of = (table: KeptTable): RowChange[] =>
    changes.flatMap((change) => (change.table === table ? (rowOf(change) ?? []) : []));
  return {
    units: of('units'),
    persons: of('persons'),
    applications: of('applications'),
    assignments: of('assignments'),
    order: changes.flatMap((change) =>
      change.kind === 'reordered'
        ? [
            {
              role: change.key,
              before: peopleOf(before, change.key),
              after: peopleOf(after, change.key),
            },
          ]
        : [],
    ),
  };
}

function rowOf(change: Change): RowChange | undefined {
  if (change.kind === 'reordered') return undefined;
  return {
    ...('before' in change ? { before: { ...change.before } } : {}),
    ...('after' in change ? { after: { ...change.after } } : {}),
  };
}

const peopleOf = ({ assignments }: Kept, role: string): string[] =>
  assignments.filter((row) => row.role === role).map(({ person }) => person);

/** The stored rows as changes again, to be read as everywhere. */
export const changesOf = (change: Rows): readonly Change[] =>
  keptTables.flatMap((table) =>
    change[table].flatMap(({ before, after }): readonly Change[] => {
      if (before && after)
        return [{ table, key: '', kind: 'changed', before, after, fields: changedFields(before, after) }];
      if (after) return [{ table, key: '', kind: 'added', after }];
      return before ? [{ table, key: '', kind: 'removed', before }] : [];
    }),
  );

type Row = Readonly<Record<string, unknown>>;

export const changedFields = (before: Row, after: Row): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );

/** What is decided of the role model: not how it is read, which comes with each version of the program. */
export const modelText = ({ roles, relations }: Pick<Directory, 'roles' | 'relations'>): string =>
  JSON.stringify([
    roles.map(({ id, letter, status, unit, above, name, summary, tasks }) => [
      id,
      letter,
      status,
      unit,
      above,
      name,
      summary,
      tasks.map((task) => [task.id, task.text, task.relation, task.source.quote]),
    ]),
    relations.map(({ from, kind, to }) => [from, kind, to]),
  ]);
