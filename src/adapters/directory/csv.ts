import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A sheet of text cells and where its lines stand in the file. */
export type Sheet = {
  readonly name?: string;
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** A quotation mark that begins a cell and is never closed: where the cell ends cannot be told. */
export class QuoteNotClosed extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`a quote that is opened in line ${line} is not closed`);
    this.name = 'QuoteNotClosed';
    this.line = line;
  }
}

/**
 * Reads a CSV file as spreadsheets and SAP write it: separated by semicolon, comma or tab, in UTF-8, UTF-16 or
 * Windows-1252, with or without byte order mark, quotation marks inside a cell doubled or not.
 * @throws {QuoteNotClosed}
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const { text, skipped, delimiter } = withoutSeparatorLine(decode(bytes));
  return {
    lines: recordsOf(text, delimiter ?? delimiterOf(text), skipped).map(({ record, info }) => ({
      line: info.lines + skipped - record.join('').split('\n').length + 1,
      cells: record.map(unguarded),
    })),
  };
}

type Records = readonly {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}[];

/** By the rules first. Where they are broken, quotation marks inside a cell are read as what they are. */
function recordsOf(text: string, delimiter: string, skipped: number): Records {
  const read = (relaxed: boolean) =>
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: relaxed,
      skip_empty_lines: true,
      info: true,
    }) as unknown as Records;
  try {
    return read(false);
  } catch {
    try {
      return read(true).map(({ record, info }) => ({ record: record.map(unquoted), info }));
    } catch (error) {
      if ((error as { readonly code?: string }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
      throw new QuoteNotClosed(lineOfOpenQuote(text, delimiter) + skipped);
    }
  }
}

/** Where the cell begins that swallows the rest of the file. The parser names the line of its end. */
function lineOfOpenQuote(text: string, delimiter: string): number {
  let line = 1;
  let opened: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    const [before, after] = [text[at - 1] ?? '\n', text[at + 1] ?? '\n'];
    const ends = (mark: string) => mark === delimiter || mark === '\n' || mark === '\r';
    if (letter === '\n') line++;
    if (letter !== '"') continue;
    if (opened === undefined && ends(before)) opened = line;
    else if (opened !== undefined && ends(after)) opened = undefined;
  }
  return opened ?? line;
}

/** `"Leitung "P""` is left as it is by the relaxed reading. */
const unquoted = (cell: string): string =>
  /^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1) : cell;

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
