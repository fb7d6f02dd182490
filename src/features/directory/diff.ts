import type { Organisation } from './model.ts';
import { shared } from './shared-roles.ts';
import { type TableName, tableNames } from './table-names.ts';

type Row = Readonly<Record<string, unknown>>;

/** One row that differs between two organisations, or the order of the people who share a role. */
export type Change = { readonly table: TableName; readonly key: string } & (
  | { readonly kind: 'added'; readonly after: Row }
  | { readonly kind: 'removed'; readonly before: Row }
  | {
      readonly kind: 'changed';
      readonly before: Row;
      readonly after: Row;
      readonly fields: readonly string[];
    }
  | { readonly kind: 'reordered'; readonly after: readonly Row[] }
);

/** What identifies a row: its id; for assignments and absences who, what, where and from when. */
export function rowKey(table: TableName, row: Row): string {
  const fields = keyFields[table];
  return fields.map((field) => (row[field] === undefined ? '' : String(row[field]))).join(' | ');
}

export const keyFields: Readonly<Record<TableName, readonly string[]>> = {
  units: ['id'],
  persons: ['id'],
  applications: ['id'],
  assignments: ['role', 'unit', 'application', 'person', 'as', 'from'],
  absences: ['person', 'from'],
};

/**
 * Every added, changed and removed row, table by table. The order of rows counts only among the holders of the
 * same role, where the first one is the contact.
 */
export function differences(before: Organisation, after: Organisation): readonly Change[] {
  return [
    ...tableNames.flatMap((table) => tableDifferences(table, before[table], after[table])),
    ...reordered(before.assignments, after.assignments),
  ];
}

function tableDifferences(
  table: TableName,
  before: readonly Row[],
  after: readonly Row[],
): readonly Change[] {
  const old = new Map(before.map((row) => [rowKey(table, row), row]));
  const fresh = new Map(after.map((row) => [rowKey(table, row), row]));
  const kept = [...fresh].flatMap(([key, row]): readonly Change[] => {
    const was = old.get(key);
    if (!was) return [{ table, key, kind: 'added', after: row }];
    const fields = changedFields(was, row);
    return fields.length > 0 ? [{ table, key, kind: 'changed', before: was, after: row, fields }] : [];
  });
  const gone = [...old].filter(([key]) => !fresh.has(key));
  return [...kept, ...gone.map(([key, row]) => ({ table, key, kind: 'removed' as const, before: row }))];
}

function reordered(
  before: Organisation['assignments'],
  after: Organisation['assignments'],
): readonly Change[] {
  const key = (row: Row) => rowKey('assignments', row);
  const old = Map.groupBy(before, ({ role }) => role);
  return [...Map.groupBy(after, ({ role }) => role)].flatMap(([role, rows]): readonly Change[] => {
    const was = (old.get(role) ?? []).map(key);
    const now = rows.map(key);
    const same = (keys: readonly string[], others: readonly string[]) =>
      keys.filter((each) => others.includes(each)).join('\n');
    if (!shared.has(role) || same(was, now) === same(now, was)) return [];
    return [{ table: 'assignments', key: role, kind: 'reordered', after: rows }];
  });
}

function changedFields(before: Row, after: Row): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => stable(before[field]) !== stable(after[field]));
}

/** The same text for the same content, whatever the order of fields. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';
