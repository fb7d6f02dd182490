import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Entry, encode, opening } from './record.ts';

/** A log that is open for appending. `bytes` and `records` count what was written to it. */
export type LogFile = {
  readonly handle: FileHandle;
  readonly log: string;
  readonly inode: number;
  bytes: number;
  records: number;
};

/** So much is written at once, in characters; other work gets its turn in between. */
const portion = 1 << 18;

/**
 * The name of the log that takes the place of another when it is folded. It follows from the other's: so a log whose
 * place was taken just before the power failed is known as our own, not as one that somebody put there.
 */
export function nextLog(log: string): string {
  const hex = createHash('sha256').update(log).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Starts a log under a path that nobody uses yet. */
export async function startLog(path: string, log: string): Promise<LogFile> {
  const handle = await open(path, 'ax', 0o600);
  try {
    const file = { handle, log, inode: (await handle.stat()).ino, bytes: 0, records: 0 };
    await append(file, [opening(log)]);
    return file;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Takes over the records of another log as they are, all but its first. */
export async function takeOver(
  file: LogFile,
  path: string,
  whole: Pick<LogFile, 'bytes' | 'records'>,
): Promise<void> {
  const part = { start: file.bytes, end: whole.bytes - 1, highWaterMark: 1 << 20 };
  for await (const chunk of createReadStream(path, part) as AsyncIterable<Buffer>) {
    await file.handle.writeFile(chunk);
    file.bytes += chunk.length;
  }
  if (file.bytes !== whole.bytes) throw new Error(`${path} has changed while it was read`);
  file.records = whole.records;
}

/** Adds records. They are durable only after the handle's `sync`; after an error the end of the file is unknown. */
export async function append(file: LogFile, entries: Iterable<Entry>): Promise<void> {
  let lines = '';
  for (const entry of entries) {
    file.records += 1;
    lines += encode(file.records, entry);
    if (lines.length >= portion) {
      await put(file, lines);
      lines = '';
    }
  }
  await put(file, lines);
}

async function put(file: LogFile, lines: string): Promise<void> {
  const data = Buffer.from(lines);
  await file.handle.writeFile(data);
  file.bytes += data.length;
}

/** Whether the path still leads to this very file, with nothing in it but what was written here. */
export function isInPlace(file: LogFile, path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.ino === file.inode && found.size === file.bytes;
}

/** Makes a rename in the folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
