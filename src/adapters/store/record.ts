import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Write } from './tables.ts';

/*
 * The data file is a log: one record a line, the checksum before it. The first record names the log; `changes` is one
 * atomic write; `end` says that nothing is missing up to here. Records are numbered, so that a lost line is noticed.
 */

const Doc = z.looseObject({
  id: z.string(),
  version: z.int().min(1),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
});

const One = z
  .strictObject({ in: z.string(), id: z.string(), doc: Doc.optional() })
  .refine(({ id, doc }) => !doc || doc.id === id, 'the document has another id');

const Entry = z.union([
  z.strictObject({ n: z.int(), changes: z.array(One) }),
  z.strictObject({ n: z.int(), end: z.literal(true) }),
  z.strictObject({ n: z.literal(1), format: z.literal('lotse-store-1'), log: z.guid() }),
]);

/** What a record says, before it gets its number. */
export type Entry =
  | { readonly changes: readonly Write[] }
  | { readonly end: true }
  | { readonly format: 'lotse-store-1'; readonly log: string };

/** The name of the log, its first record. */
export const opening = (log: string): Entry => ({ format: 'lotse-store-1', log });

/** A record as a line of the file. */
export function encode(n: number, entry: Entry): string {
  const json = JSON.stringify({ n, ...entry });
  return `${checksum(json)} ${json}\n`;
}

/** @throws Error that says what is wrong with the line (given without its line feed). */
export function decode(line: Buffer, n: number): Entry {
  const json = line.subarray(9);
  if (line[8] !== 0x20 || line.toString('latin1', 0, 8) !== checksum(json)) {
    throw new Error('the checksum does not match');
  }
  const record: unknown = JSON.parse(json.toString());
  // A large file has a hundred thousand of these: the schema is asked when there is something to explain.
  const entry = isOneChange(record) ? record : explained(record);
  if (entry.n !== n) throw new Error(`record ${n} is expected here, this is number ${entry.n}`);
  return entry;
}

type Numbered = Entry & { readonly n: number };

/** @throws Error that says what is wrong with it */
function explained(record: unknown): Numbered {
  const read = Entry.safeParse(record);
  if (!read.success) throw new Error(`this is not a record of this program: ${z.prettifyError(read.error)}`);
  return read.data;
}

/** Whether it is what nearly all are, the write of one document, by the letter of the schema. */
function isOneChange(record: unknown): record is Numbered {
  if (!hasOnly(record, 2) || !Number.isInteger(record.n) || !Array.isArray(record.changes)) return false;
  const [change, ...more]: readonly unknown[] = record.changes;
  if (more.length > 0 || !hasOnly(change, 3)) return false;
  const { in: collection, id, doc } = change;
  if (typeof collection !== 'string' || typeof id !== 'string' || !isObject(doc) || doc.id !== id)
    return false;
  const { version, dueAt, leaseUntil } = doc;
  return Number.isSafeInteger(version) && (version as number) >= 1 && isMoment(dueAt) && isMoment(leaseUntil);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: unknown, fields: number): value is Readonly<Record<string, unknown>> =>
  isObject(value) && Object.keys(value).length === fields;
const isMoment = (value: unknown): boolean => value === undefined || typeof value === 'string';

const checksum = (data: string | Buffer): string => crc32(data).toString(16).padStart(8, '0');
