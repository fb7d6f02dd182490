import { readCell, writeCell } from './cells.ts';
import type { Organisation } from './model.ts';
import type { Problem } from './problem.ts';
import { hint } from './suggest.ts';
import type { TableName } from './table-names.ts';
import {
  type Column,
  columnOf,
  shapeOf,
  type TableShape,
  tableNamed,
  tableShapes,
  tableWith,
} from './tables.ts';

/** A sheet of text cells as a file gives it; the first line holds the headings. */
export type Sheet = {
  readonly file: string;
  /** Name of the sheet; CSV files have none. */
  readonly name?: string | undefined;
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** Rows of one table, not yet checked, with the line that each came from. */
export type TableRows = {
  readonly table: TableName;
  readonly rows: readonly { readonly line: number; readonly value: Readonly<Record<string, unknown>> }[];
};

export type ReadSheet =
  | { readonly ok: true; readonly read: TableRows }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Recognises the table by the sheet's name or its headings and reads its rows. */
export function readSheet(sheet: Sheet, wanted?: TableName): ReadSheet {
  const [head, ...lines] = sheet.lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const headings = trimEnd(head?.cells ?? []);
  const shape = wanted
    ? shapeOf(wanted)
    : ((sheet.name ? tableNamed(sheet.name) : undefined) ?? tableWith(headings));
  if (!shape) return { ok: false, problems: [problem(sheet, head?.line, unknownTable(headings))] };
  if (!head) return { ok: true, read: { table: shape.name, rows: [] } };
  const columns = headings.map((heading) => columnOf(shape, heading));
  const problems = headingProblems(shape, headings, columns).map((text) => problem(sheet, head.line, text));
  const tooWide = lines.filter(({ cells }) => trimEnd(cells).length > headings.length);
  problems.push(...tooWide.map(({ line }) => problem(sheet, line, moreCells)));
  if (problems.length > 0) return { ok: false, problems };
  const rows = lines.map(({ line, cells }) => ({ line, value: rowOf(columns as readonly Column[], cells) }));
  return { ok: true, read: { table: shape.name, rows } };
}

/** Every table as headings and text cells, in the order of the file. */
export const writeSheets = (organisation: Organisation) =>
  tableShapes.map((shape) => ({
    name: shape.name,
    heading: shape.heading,
    headings: shape.columns.map(({ heading }) => heading),
    /** Which columns hold days. */
    days: shape.columns.map(({ kind }) => kind === 'day'),
    rows: organisation[shape.name].map((row) =>
      shape.columns.map(({ field, kind }) => writeCell(kind, fieldOf(row, field))),
    ),
  }));

function rowOf(columns: readonly Column[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  for (const [index, { field, kind }] of columns.entries()) {
    const value = readCell(kind, cells[index] ?? '');
    if (value === undefined) continue;
    const [name = field, part] = field.split('.');
    row[name] = part ? { ...(row[name] as object | undefined), [part]: value } : value;
  }
  return inBothLanguages(row);
}

/** Tables may leave the English wording out; the German one then stands for both. */
const inBothLanguages = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const { de, en } = value as { de?: string; en?: string };
      return [field, de && !en ? { de, en: de } : value];
    }),
  );

function fieldOf(row: object, field: string): unknown {
  const [name = field, part] = field.split('.');
  const value = (row as Record<string, unknown>)[name];
  return part ? (value as Record<string, unknown> | undefined)?.[part] : value;
}

function headingProblems(
  shape: TableShape,
  headings: readonly string[],
  columns: readonly (Column | undefined)[],
) {
  const known = shape.columns.map(({ heading }) => heading);
  const unknown = headings.filter((_, index) => !columns[index]);
  const missing = shape.columns.filter((each) => each.required && !columns.includes(each));
  const twice = columns.filter((each, index) => each && columns.indexOf(each) !== index);
  return [
    ...unknown.map((heading) => {
      const near = hint(heading, known);
      return {
        de: `Die Tabelle „${shape.heading}“ hat keine Spalte „${heading}“.${near.de}`,
        en: `The table "${shape.name}" has no column "${heading}".${near.en}`,
      };
    }),
    ...missing.map(({ heading, field }) => ({
      de: `Die Spalte „${heading}“ fehlt. Ergänzen Sie sie.`,
      en: `The column "${field}" is missing. Add it.`,
    })),
    ...twice.map((each) => ({
      de: `Die Spalte „${each?.heading}“ steht zweimal da. Löschen Sie eine.`,
      en: `The column "${each?.field}" is there twice. Delete one.`,
    })),
  ];
}

const problem = (sheet: Sheet, line: number | undefined, text: Problem['text']): Problem => ({
  file: sheet.name ? `${sheet.file} [${sheet.name}]` : sheet.file,
  line,
  severity: 'error',
  text,
});

const moreCells = {
  de: 'Die Zeile hat mehr Zellen als Überschriften. Setzen Sie Text mit Trennzeichen in Anführungszeichen.',
  en: 'The row has more cells than headings. Put text that contains separators in quotes.',
};

const unknownTable = (headings: readonly string[]) => ({
  de: `Aus den Überschriften (${headings.join(', ')}) ist keine Tabelle zu erkennen. Nennen Sie sie mit --table: ${names}.`,
  en: `The headings (${headings.join(', ')}) fit no table. Name it with --table: ${names}.`,
});
const names = tableShapes.map(({ name }) => name).join(', ');

/** Spreadsheets like to add empty cells at the end of a line. */
const trimEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
