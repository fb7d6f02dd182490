import { readFile } from 'node:fs/promises';
import { decode } from './record.ts';
import { apply, type Tables } from './tables.ts';

/** What could be read of a damaged data file, and what could not. */
export type Salvaged = {
  readonly tables: Tables;
  /** Records that prove themselves by their checksum. */
  readonly good: number;
  readonly lost: readonly Lost[];
};

/** A place where something is missing, and which documents were changed there, as far as that can be told. */
export type Lost = {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly bytes: number;
  /** Records that are missing, by their numbers. */
  readonly records?: { readonly from: number; readonly to: number } | undefined;
  /** `requests IT-2026-0001` */
  readonly documents: readonly string[];
};

/**
 * Reads all that the checksums of a data file prove. What a damaged record changed is as it was before, unless a later
 * record says it anew; what a damaged record removed is there again.
 * @throws Error when nothing in the file is a record of this program
 */
export async function salvageLog(file: string): Promise<Salvaged> {
  const content = await readFile(file);
  const tables: Tables = new Map();
  const lost: { line: number; bytes: number; documents: Set<string>; records?: Lost['records'] }[] = [];
  let [good, last, line] = [0, 0, 0];
  let isDamaged = false;
  const note = (bytes: Buffer) => {
    const before = isDamaged ? lost.at(-1) : undefined;
    const place = before ?? { line, bytes: 0, documents: new Set<string>() };
    place.bytes += bytes.length + 1;
    for (const one of namedIn(bytes)) place.documents.add(one);
    if (!before) lost.push(place);
    isDamaged = true;
  };
  for (const text of linesOf(content)) {
    line += 1;
    const n = numberOf(text);
    const entry = n === undefined ? undefined : attempt(text, n);
    if (n === undefined || entry === undefined) {
      note(text);
      continue;
    }
    if (n > last + 1) {
      if (!isDamaged) lost.push({ line, bytes: 0, documents: new Set() });
      const place = lost.at(-1);
      if (place) place.records = { from: last + 1, to: n - 1 };
    }
    isDamaged = false;
    if ('changes' in entry) apply(tables, entry.changes);
    good += 1;
    last = n;
  }
  if (good === 0) throw new Error('nothing in it is a record of this program');
  return { tables, good, lost: lost.map((one) => ({ ...one, documents: [...one.documents].sort() })) };
}

function* linesOf(content: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = content.indexOf(10); end >= 0; end = content.indexOf(10, start)) {
    yield content.subarray(start, end);
    start = end + 1;
  }
  if (start < content.length) yield content.subarray(start);
}

const numberOf = (text: Buffer): number | undefined => {
  const [, n] = /^[0-9a-f]{8} \{"n":(\d{1,12})[,}]/.exec(text.toString('latin1', 0, 40)) ?? [];
  return n === undefined ? undefined : Number(n);
};

function attempt(text: Buffer, n: number) {
  try {
    return decode(text, n);
  } catch {
    return undefined;
  }
}

/** Documents that a damaged record names. */
const namedIn = (text: Buffer): readonly string[] =>
  [...text.toString('utf8').matchAll(/"in":"([\w-]{1,60})","id":"([^"\\]{1,200})"/g)].map(
    ([, collection = '', id = '']) => `${collection} ${id}`,
  );
