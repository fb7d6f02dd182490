import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Sheet } from './csv.ts';

/** A table to write: every cell is text; the columns marked in `days` hold days (`2026-11-24`). */
export type Table = {
  readonly heading: string;
  readonly headings: readonly string[];
  readonly days: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
};

/** Reads all sheets; days come out as `2026-11-24`, numbers as they are stored. @throws Error when it is no XLSX file. */
export async function readXlsx(bytes: Buffer): Promise<readonly Sheet[]> {
  const sheets = await readXlsxFile(bytes, { parseNumber: (digits) => digits });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    lines: data.map((row, index) => ({ line: index + 1, cells: row.map(textOf) })),
  }));
}

/** One sheet per table. Cells are stored as text and formatted as text, so that nothing in them is calculated. */
export const writeXlsx = (tables: readonly Table[]): Promise<Buffer> =>
  writeXlsxFile(
    tables.map(({ heading, headings, days, rows }) => ({
      sheet: heading,
      stickyRowsCount: 1,
      columns: headings.map((text, column) => ({
        width: widthOf([text, ...rows.map((row) => row[column] ?? '')]),
      })),
      data: [
        headings.map((text): Cell => ({ value: text, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => row.map((text, column) => (days[column] ? dayCell(text) : textCell(text)))),
      ],
    })),
  ).toBuffer();

const textCell = (text: string): Cell => (text === '' ? null : { value: text, type: String, format: '@' });

const dayCell = (day: string): Cell =>
  day === '' ? null : { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };

const widthOf = (texts: readonly string[]): number =>
  Math.min(60, Math.max(...texts.map((text) => text.length)) + 2);

function textOf(value: unknown): string {
  if (value === null) return '';
  // A day is stored as a fraction: rounded to the second, midnight is the next day and 23:59:59 is not.
  if (value instanceof Date)
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 10);
  return String(value);
}
