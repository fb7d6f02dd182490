import { readCell, writeCell } from './cells.ts';
import type { Organisation } from './model.ts';
import type { Problem } from './problem.ts';
import { nearest } from './suggest.ts';
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

/** Rows of one table as they stand in the file: not yet checked, cells that were left empty are `undefined`. */
export type TableRows = {
  readonly table: TableName;
  /** The fields that it has columns for. */
  readonly fields: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, unknown> }[];
};

export type ReadSheet =
  | { readonly ok: true; readonly read: TableRows; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Recognises the table by the sheet's name or its headings and reads its rows. Title rows above the headings and
 * columns that the directory does not know are left out; the latter are noted.
 */
export function readSheet(sheet: Sheet, wanted?: TableName): ReadSheet {
  const filled = sheet.lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const named = wanted ? shapeOf(wanted) : sheet.name ? tableNamed(sheet.name) : undefined;
  const at = headingsAt(filled, named);
  const [head, ...lines] = filled.slice(at);
  const headings = trimEnd(head?.cells ?? []);
  const shape = named ?? tableWith(headings);
  if (!shape) return { ok: false, problems: [problem(sheet, head?.line, unknownTable(headings))] };
  if (!head) return { ok: true, read: { table: shape.name, fields: [], rows: [] }, notes: [] };
  const columns = headings.map((heading) => columnOf(shape, heading));
  const problems = headingProblems(shape, headings, columns).map((text) => problem(sheet, head.line, text));
  const tooWide = lines.filter(({ cells }) => trimEnd(cells).length > headings.length);
  problems.push(...tooWide.map(({ line }) => problem(sheet, line, moreCells)));
  if (problems.length > 0) return { ok: false, problems };
  const rows = lines.map(({ line, cells }) => ({ line, cells: cellsOf(columns, cells) }));
  const fields = columns.flatMap((column) => (column ? [column.field] : []));
  const left = headings.filter((heading, index) => heading.trim() !== '' && !columns[index]);
  const notes = left.map((heading) => problem(sheet, head.line, notRead(shape, columns, heading), 'warning'));
  return { ok: true, read: { table: shape.name, fields, rows }, notes };
}

/** Above the headings there may be a title, a date, an empty line. */
const mostTitleRows = 10;

function headingsAt(lines: Sheet['lines'], named: TableShape | undefined): number {
  const at = lines.slice(0, mostTitleRows + 1).findIndex(({ cells }) => {
    const shape = named ?? tableWith(trimEnd(cells));
    return shape?.columns.every(
      (column) => !column.required || cells.some((cell) => columnOf(shape, cell) === column),
    );
  });
  return Math.max(0, at);
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
      shape.columns.map(({ field, kind }) => writeCell(kind, ownValue(row, field))),
    ),
  }));

const cellsOf = (
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): ReadonlyMap<string, unknown> =>
  new Map(
    columns.flatMap((column, index): readonly [string, unknown][] =>
      column ? [[column.field, readCell(column.kind, cells[index] ?? '')]] : [],
    ),
  );

/** An English wording that only repeats the German one is left out: it would stay behind when that one is changed. */
function ownValue(row: object, field: string): unknown {
  const value = fieldOf(row, field);
  const [name, part] = field.split('.');
  return part === 'en' && value === fieldOf(row, `${name}.de`) ? undefined : value;
}

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
  const unknown = headings.filter((_heading, index) => !columns[index]);
  const missing = shape.columns.filter((each) => each.required && !columns.includes(each));
  const twice = columns.filter((each, index) => each && columns.indexOf(each) !== index);
  return [
    ...missing.map(({ heading, field }) => {
      const near = nearest(heading, unknown);
      return {
        de: `Die Spalte „${heading}“ fehlt. ${near ? `Benennen Sie die Spalte „${near}“ so.` : 'Ergänzen Sie sie.'}`,
        en: `The column "${field}" is missing. ${near ? `Call the column "${near}" so.` : 'Add it.'}`,
      };
    }),
    ...twice.map((each) => ({
      de: `Die Spalte „${each?.heading}“ steht zweimal da. Löschen Sie eine.`,
      en: `The column "${each?.field}" is there twice. Delete one.`,
    })),
  ];
}

function notRead(shape: TableShape, columns: readonly (Column | undefined)[], heading: string) {
  const free = shape.columns.filter((each) => !columns.includes(each)).map((each) => each.heading);
  const near = nearest(heading, free);
  return {
    de: `Die Spalte „${heading}“ kennt die Tabelle „${shape.heading}“ nicht; sie wird nicht gelesen.${near ? ` Meinten Sie „${near}“?` : ''}`,
    en: `The table "${shape.name}" does not know the column "${heading}"; it is not read.${near ? ` Did you mean "${near}"?` : ''}`,
  };
}

const problem = (
  sheet: Sheet,
  line: number | undefined,
  text: Problem['text'],
  severity: Problem['severity'] = 'error',
): Problem => ({
  file: sheet.name ? `${sheet.file} [${sheet.name}]` : sheet.file,
  line,
  severity,
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
const names = tableShapes.map(({ heading }) => heading).join(', ');

/** Spreadsheets like to add empty cells at the end of a line. */
const trimEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
