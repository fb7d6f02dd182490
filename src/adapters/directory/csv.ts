import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A sheet of text cells and where its lines stand in the file. */
export type Sheet = {
  readonly name?: string;
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/**
 * Reads a CSV file as spreadsheets write it: separated by semicolon, comma or tab, in UTF-8, UTF-16 or
 * Windows-1252, with or without byte order mark.
 * @throws Error with the line when quotes do not match.
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const { text, skipped, delimiter } = withoutSeparatorLine(decode(bytes));
  const records = parse(text, {
    delimiter: delimiter ?? delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  return {
    lines: records.map(({ record, info }) => ({
      line: info.lines + skipped - record.join('').split('\n').length + 1,
      cells: record.map(unguarded),
    })),
  };
}

/** Semicolons, UTF-8 with byte order mark and CRLF: what a German Excel opens with a double click. */
export const writeCsv = (headings: readonly string[], rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    stringify([[...headings], ...rows.map((row) => row.map(guarded))], {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
    }),
  );

/** Spreadsheets run cells that begin like a formula; an apostrophe in front makes them text. */
const guarded = (cell: string): string => (/^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Excel understands a first line "sep=;" and people add it. */
function withoutSeparatorLine(text: string) {
  const found = /^sep=(.)\r?\n/i.exec(text);
  return found
    ? { text: text.slice(found[0].length), skipped: 1, delimiter: found[1] }
    : { text, skipped: 0, delimiter: undefined };
}

/** The separator that the headings use most. */
function delimiterOf(text: string): string {
  const headings = (text.trimStart().split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string) => headings.split(mark).length;
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
