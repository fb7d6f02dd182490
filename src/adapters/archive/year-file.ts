import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Archived } from '../../core/ports/archive.ts';
import { encode, linesOf } from './lines.ts';

/** Where a case lies in a file. */
export type Kept = { readonly id: string; readonly offset: number; readonly length: number };

/** Appends cases and waits until they are on the disk. What a crash left unfinished at the end is cut off first. */
export async function append(path: string, cases: readonly Archived[]): Promise<readonly Kept[]> {
  const end = await endOfWhole(path);
  const handle = await open(path, 'a', 0o600);
  try {
    if (end !== undefined) await handle.truncate(end);
    let offset = (await handle.stat()).size;
    const lines = cases.map((one) => ({ id: one.id, line: Buffer.from(encode(one)) }));
    await handle.writeFile(Buffer.concat(lines.map(({ line }) => line)));
    await handle.sync();
    return lines.map(({ id, line: { length } }) => {
      const kept = { id, offset, length };
      offset += length;
      return kept;
    });
  } finally {
    await handle.close();
  }
}

/** Where the last whole line ends; `undefined` when there is nothing behind it, or no file. */
async function endOfWhole(path: string): Promise<number | undefined> {
  const handle = await open(path, 'r').catch(missing);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size === 0 || ((await handle.read(last, 0, 1, size - 1)) && last[0] === 10)) return undefined;
  } finally {
    await handle.close();
  }
  for await (const line of linesOf(path)) if (!line.isWhole) return line.offset;
  return undefined;
}

const missing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

/** Puts a new file in the place of the old one: all of it or nothing. */
export async function replace(path: string, cases: AsyncIterable<Archived>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    let some: Archived[] = [];
    for await (const one of cases) {
      some.push(one);
      if (some.length < 500) continue;
      await put(handle, some);
      some = [];
    }
    await put(handle, some);
    await handle.sync();
    await rename(temporary, path);
  } finally {
    await handle.close();
    await rm(temporary, { force: true });
  }
}

async function put(handle: FileHandle, cases: readonly Archived[]): Promise<void> {
  if (cases.length > 0) await handle.writeFile(cases.map(encode).join(''));
}

/** The bytes of one line without its line feed. */
export async function readLine(path: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const text = Buffer.alloc(length - 1);
    await handle.read(text, 0, length - 1, offset);
    return text;
  } finally {
    await handle.close();
  }
}

/** Makes new names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
