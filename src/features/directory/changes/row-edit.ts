import { z } from 'zod';
import type { Text } from '../../../core/text.ts';
import { readCell, writeCell } from '../cells.ts';
import { Application, type Directory, PersonRow, Unit } from '../model.ts';
import { shapeOf } from '../tables.ts';

/*
 * A row of a table, changed or new, as it is typed into a form: the same columns as in Excel, read in the same way.
 */

export const rowTables = ['units', 'persons', 'applications'] as const;
export type RowTable = (typeof rowTables)[number];

export const RowEdit = z.strictObject({
  kind: z.literal('row'),
  table: z.enum(rowTables),
  id: z.string(),
  /** The id once more where the row is a person's. */
  person: z.string().optional(),
  /** Text of each cell that is to be another one, by field: `name.de`, `to`. */
  cells: z.record(z.string(), z.string()).default({}),
});
export type RowEdit = z.infer<typeof RowEdit>;

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (directory: Directory, table: RowTable): readonly Row[] => directory[table];

export const rowIn = (directory: Directory, table: RowTable, id: string): Row | undefined =>
  rowsOf(directory, table).find((row) => row.id === id);

/** The columns that a form asks for: all but the id, which stays. */
export const columnsOf = (table: RowTable) => shapeOf(table).columns.filter(({ field }) => field !== 'id');

/** What stands in the cells of a row; an English wording that repeats the German one is none. */
export function cellsOf(table: RowTable, row: Row | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columnsOf(table).map(({ field, kind }) => {
      const value = row && valueAt(row, field);
      const [name, part] = field.split('.');
      const isSame = part === 'en' && row && value === valueAt(row, `${name}.de`);
      return [field, isSame ? '' : writeCell(kind, value)];
    }),
  );
}

/** Those that are to be another one; days and lists may be written in several ways. */
export function changedCells(
  table: RowTable,
  row: Row | undefined,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const before = cellsOf(table, row);
  const same = (kind: Parameters<typeof readCell>[0], a: string, b: string) =>
    JSON.stringify(readCell(kind, a)) === JSON.stringify(readCell(kind, b));
  return Object.fromEntries(
    columnsOf(table).flatMap(({ field, kind }) => {
      const text = typed[field]?.trim() ?? '';
      return same(kind, text, before[field] ?? '') ? [] : [[field, text]];
    }),
  );
}

/** The directory with the row in it; what is not right about it is the business of the check. */
export function withRowEdit(directory: Directory, { table, id, cells }: RowEdit): Directory {
  const before = rowIn(directory, table, id);
  let row: Record<string, unknown> = { ...(before ?? { id }) };
  for (const { field, kind } of columnsOf(table)) {
    const text = cells[field];
    if (text !== undefined) row = withValue(row, field, readCell(kind, text));
  }
  row = inBothLanguages(row, before);
  const rows = rowsOf(directory, table);
  return {
    ...directory,
    [table]: before ? rows.map((one) => (one === before ? row : one)) : [...rows, row],
  };
}

const schemas = { units: Unit, persons: PersonRow, applications: Application } as const;

/** Whether the row has the shape that the file wants; what exactly is wrong with it the check says. */
export const isWhole = (directory: Directory, { table, id }: RowEdit): boolean =>
  schemas[table].safeParse(rowIn(directory, table, id)).success;

export const notWhole: Text = {
  de: 'In dieser Zeile fehlt etwas, oder es ist anders geschrieben, als die Tabelle es verlangt.',
  en: 'Something is missing in this row, or it is not written as the table wants it.',
};

function valueAt(row: Row, field: string): unknown {
  const [name = field, part] = field.split('.');
  return part ? (row[name] as Row | undefined)?.[part] : row[name];
}

function withValue(row: Record<string, unknown>, field: string, value: unknown): Record<string, unknown> {
  const [name = field, part] = field.split('.');
  const next = part ? withoutNothing({ ...(row[name] as Row | undefined), [part]: value }) : value;
  return withoutNothing({ ...row, [name]: next });
}

const withoutNothing = (row: Row): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/** Where there is no English wording the German one counts; one that repeated it goes along. */
function inBothLanguages(row: Record<string, unknown>, before: Row | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (typeof value !== 'object' || value === null || !('de' in value)) return [field, value];
      const { de, en } = value as { de: string; en?: string };
      const was = before?.[field] as { de?: string; en?: string } | undefined;
      const follows = en === undefined || (was !== undefined && was.en === was.de && en === was.en);
      return [field, follows ? { de, en: de } : value];
    }),
  );
}
