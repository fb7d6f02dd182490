import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { startLog, syncFolder } from './log-file.ts';
import { readLog } from './read-log.ts';

const hour = 3_600_000;

/** The beginning of a log that can stand alone: its last record is an `end`. */
export type Part = { readonly path: string; readonly bytes: number };

/** Whether the newest copy is an hour old or older, or there is none. */
export async function copyIsDue(folder: string, now: Date): Promise<boolean> {
  const [newest] = await copiesIn(folder);
  return !newest || now.getTime() - (await stat(newest)).mtimeMs >= hour;
}

/**
 * Copies a part of a log to `FOLDER/lotse-TIME.jsonl` and drops the oldest copies beyond `count`. The copy gets a
 * name of its own in its first record, so that it is not taken for the current log with its end cut off.
 */
export async function keepCopy(part: Part, folder: string, count: number, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `lotse-${now.toISOString().replaceAll(':', '-')}.jsonl`);
  const temporary = `${target}.${randomUUID()}.tmp`;
  const copy = await startLog(temporary, randomUUID());
  try {
    const source = createReadStream(part.path, { start: copy.bytes, end: part.bytes - 1 });
    await pipeline(source, copy.handle.createWriteStream({ flush: true }));
    await rename(temporary, target);
    await syncFolder(folder);
  } catch (error) {
    await copy.handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
  for (const old of (await copiesIn(folder)).slice(count)) await rm(old);
}

/** The newest copy that can be read from its beginning to its end. */
export async function newestGoodCopy(folder: string): Promise<string | undefined> {
  for (const copy of await copiesIn(folder)) {
    const content = await readLog(copy).catch(() => undefined);
    if (content?.ended) return copy;
  }
  return undefined;
}

/** Newest first. */
export async function copiesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^lotse-.+\.jsonl$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}
