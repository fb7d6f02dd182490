import { keyFields } from './diff.ts';
import type { Problem } from './problem.ts';
import type { TableRows } from './table-rows.ts';
import { shapeOf } from './tables.ts';

/*
 * A table from a file on top of the one that is there. A column that the file does not have changes nothing; a cell that
 * is empty empties, and how much so is said.
 */

export type Row = Readonly<Record<string, unknown>>;

export type MergedTable = {
  readonly rows: readonly Row[];
  /** How many values empty cells take away, by heading of the column. */
  readonly emptied: ReadonlyMap<string, number>;
  /** Rows of which it cannot be told which of the present ones they are. */
  readonly unclear: readonly { readonly line: number; readonly text: Problem['text'] }[];
};

type Incoming = TableRows['rows'][number];

/** @param keepEmpty whether an empty cell, too, leaves what is there */
export function mergeTable(read: TableRows, present: readonly Row[], keepEmpty: boolean): MergedTable {
  const shape = shapeOf(read.table);
  const emptied = new Map<string, number>();
  const unclear: MergedTable['unclear'][number][] = [];
  const matched = pairs(read, present);
  const rows = read.rows.map((row): Row => {
    const was = matched.get(row);
    if (was === 'unclear') {
      unclear.push({ line: row.line, text: whichOne(missingKeys(read)) });
      return {};
    }
    const merged: Record<string, unknown> = {};
    for (const { field, heading } of shape.columns) {
      const before = was && valueAt(was, field);
      const after = row.cells.get(field);
      const isLeft = !row.cells.has(field) || (keepEmpty && isEmpty(after));
      if (!isLeft && isEmpty(after) && !isEmpty(before) && !isDefault(was, field))
        emptied.set(heading, (emptied.get(heading) ?? 0) + 1);
      const value = isLeft ? stillRight(row, was, field, before) : after;
      if (value !== undefined) setAt(merged, field, value);
    }
    return inBothLanguages(merged);
  });
  return { rows, emptied, unclear };
}

/** A row of the file and the one of the directory that it is. */
function pairs(read: TableRows, present: readonly Row[]): ReadonlyMap<Incoming, Row | 'unclear'> {
  const found = new Map<Incoming, Row | 'unclear'>();
  const free = new Set(present);
  const take = (keys: readonly string[], mayBeUnclear: boolean) => {
    const known = Map.groupBy(free, (row) => JSON.stringify(keys.map((key) => row[key] ?? '')));
    const wanted = Map.groupBy(
      read.rows.filter((row) => !found.has(row)),
      (row) => JSON.stringify(keys.map((key) => row.cells.get(key) ?? '')),
    );
    for (const [key, rows] of wanted) {
      const own = known.get(key) ?? [];
      if (own.length === 0) continue;
      if (own.length !== rows.length) {
        if (mayBeUnclear) for (const row of rows) found.set(row, 'unclear');
        continue;
      }
      for (const [index, row] of rows.entries()) {
        const was = own[index] as Row;
        found.set(row, was);
        free.delete(was);
      }
    }
  };
  const keys = keyFields[read.table].filter((key) => read.fields.includes(key));
  take(keys, keys.length < keyFields[read.table].length);
  // Somebody whose first day was corrected is still the same row.
  if (keys.includes('from'))
    take(
      keys.filter((key) => key !== 'from'),
      false,
    );
  return found;
}

const missingKeys = ({ table, fields }: TableRows): readonly string[] =>
  shapeOf(table)
    .columns.filter(({ field }) => keyFields[table].includes(field) && !fields.includes(field))
    .map(({ heading }) => `„${heading}“`);

const whichOne = (missing: readonly string[]) => ({
  de: `Welche Zeile des Verzeichnisses das ist, lässt sich nicht sagen: Mehrere passen. Ergänzen Sie die Spalten ${missing.join(', ')}.`,
  en: `Which row of the directory this is cannot be told: several fit. Add the columns ${missing.join(', ')}.`,
});

/** An English wording that only repeats the German one follows it. */
function stillRight(row: Incoming, was: Row | undefined, field: string, before: unknown): unknown {
  const [name = '', part] = field.split('.');
  if (!was || part !== 'en' || before !== valueAt(was, `${name}.de`)) return before;
  return row.cells.get(`${name}.de`) === before ? before : undefined;
}

const isDefault = (was: Row | undefined, field: string): boolean => {
  const [name = '', part] = field.split('.');
  return part === 'en' && was !== undefined && valueAt(was, field) === valueAt(was, `${name}.de`);
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function valueAt(row: Row, field: string): unknown {
  const [name = field, part] = field.split('.');
  return part ? (row[name] as Row | undefined)?.[part] : row[name];
}

function setAt(row: Record<string, unknown>, field: string, value: unknown): void {
  const [name = field, part] = field.split('.');
  row[name] = part ? { ...(row[name] as object | undefined), [part]: value } : value;
}

/** Tables may leave the English wording out; the German one then stands for both. */
const inBothLanguages = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const { de, en } = value as { de?: string; en?: string };
      return [field, de && !en ? { de, en: de } : value];
    }),
  );

/** "Telefon (3), Teams-Kennung (60)" */
export const emptiedWords = (emptied: MergedTable['emptied']): string =>
  [...emptied].map(([heading, count]) => `${heading} (${count})`).join(', ');
