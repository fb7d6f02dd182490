import { createReadStream } from 'node:fs';
import { decode, type Entry } from './record.ts';
import { apply, type Tables } from './tables.ts';

/** What a data file holds. */
export type LogContent = {
  readonly log: string;
  readonly tables: Tables;
  /** Number and length of all whole records. */
  readonly records: number;
  readonly bytes: number;
  /** Whether the last record says that nothing is missing. */
  readonly ended: boolean;
  /** Length of a last record that was not written to its end, 0 when there is none. */
  readonly torn: number;
};

/** The file is not what this program wrote. */
export class DamagedLog extends Error {
  constructor(line: number, reason: string, options?: ErrorOptions) {
    super(`line ${line}: ${reason}`, options);
    this.name = 'DamagedLog';
  }
}

/**
 * Reads a data file. Only its very last record may be torn, because only that can have been under way when the
 * process died; whether it was acknowledged is for the caller to judge.
 * @throws {DamagedLog} for anything else that is not right.
 */
export async function readLog(file: string): Promise<LogContent> {
  const tables: Tables = new Map();
  let log: string | undefined;
  let whole = false;
  let last: Entry | undefined;
  let bytes = 0;
  let records = 0;
  let n = 0;
  let broken: DamagedLog | undefined;
  let torn = 0;

  for await (const line of linesOf(file)) {
    if (broken) throw broken;
    n += 1;
    const entry = line.complete
      ? attempt(line.text, n)
      : new DamagedLog(n, 'it ends in the middle of the line');
    if (entry instanceof DamagedLog) {
      broken = entry;
      torn = line.length;
      continue;
    }
    if ('format' in entry) log = entry.log;
    else if (!log) throw new DamagedLog(n, 'the file does not begin like a data file of this program');
    if ('changes' in entry) apply(tables, entry.changes);
    whole ||= 'end' in entry;
    last = entry;
    bytes += line.length;
    records += 1;
  }
  if (!log || !whole)
    throw broken ?? new DamagedLog(n + 1, n === 0 ? 'the file is empty' : 'the rest is missing');
  return { log, tables, records, bytes, ended: !broken && last !== undefined && 'end' in last, torn };
}

function attempt(text: Buffer, n: number): Entry | DamagedLog {
  try {
    return decode(text, n);
  } catch (error) {
    return new DamagedLog(n, (error as Error).message, { cause: error });
  }
}

type Line = { readonly text: Buffer; readonly length: number; readonly complete: boolean };

async function* linesOf(file: string): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      rest = Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      yield { text: rest, length: rest.length + 1, complete: true };
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  rest = Buffer.concat(parts);
  if (rest.length > 0) yield { text: rest, length: rest.length, complete: false };
}
