import { sameNumber } from './suggest.ts';
import type { TableName } from './table-names.ts';
import type { TableRows } from './table-rows.ts';

/*
 * Spreadsheets turn "01" into 1 and "10.50" into 10.5, in ids and in what refers to them. Where only one id is the same
 * number, it is meant.
 */

/** Columns that hold ids, and of which table. */
const references: Readonly<
  Record<TableName, Readonly<Record<string, 'units' | 'persons' | 'applications'>>>
> = {
  units: { id: 'units', partOf: 'units', successor: 'units' },
  persons: { id: 'persons', unit: 'units' },
  applications: { id: 'applications', units: 'units', successor: 'applications' },
  assignments: { person: 'persons', unit: 'units', application: 'applications' },
  absences: { person: 'persons' },
};

export type Mended = {
  readonly table: TableRows;
  /** What was read as what, with the lines. */
  readonly mended: ReadonlyMap<string, { readonly as: string; readonly lines: readonly number[] }>;
};

type Ids = Readonly<Record<'units' | 'persons' | 'applications', ReadonlySet<string>>>;

/** @param known ids of the directory as it is */
export function mendLostZeros(table: TableRows, known: Ids, tables: readonly TableRows[]): Mended {
  const columns = references[table.table];
  const mended = new Map<string, { readonly as: string; readonly lines: readonly number[] }>();
  const meant = (id: string, of: keyof Ids, line: number): string => {
    if (!/^\d+([.,]\d+)?$/.test(id) || known[of].has(id)) return id;
    const own = columns.id === of ? [] : idsOf(tables.find((one) => one.table === of));
    if (own.includes(id) && ![...known[of]].some((one) => sameNumber(id, one))) return id;
    const same = [...new Set([...known[of], ...own])].filter((one) => one !== id && sameNumber(id, one));
    const [as] = same;
    if (as === undefined || same.length > 1) return id;
    mended.set(id, { as, lines: [...(mended.get(id)?.lines ?? []), line] });
    return as;
  };
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: new Map(
      [...cells].map(([field, value]): [string, unknown] => {
        const of = columns[field];
        if (!of) return [field, value];
        if (Array.isArray(value)) return [field, value.map((one: string) => meant(one, of, line))];
        return [field, typeof value === 'string' ? meant(value, of, line) : value];
      }),
    ),
  }));
  return { table: { ...table, rows }, mended };
}

const idsOf = (table: TableRows | undefined): readonly string[] =>
  (table?.rows ?? []).map(({ cells }) => cells.get('id')).filter((id) => typeof id === 'string');
