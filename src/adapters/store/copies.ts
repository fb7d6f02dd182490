import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { startLog, syncFolder } from './log-file.ts';
import { readLog } from './read-log.ts';

const hour = 3_600_000;

/** The beginning of a log that can stand alone: its last record is an `end`. */
export type Part = { readonly path: string; readonly bytes: number };

/** Whether the newest copy is an hour old or older, or there is none. */
export async function copyIsDue(folder: string, now: Date): Promise<boolean> {
  const [newest] = await copiesIn(folder, now);
  return !newest || isFromLater(newest, now) || now.getTime() - madeAt(newest) >= hour;
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
  for (const old of (await copiesIn(folder, now)).slice(count)) await rm(old);
}

/** The newest copy that can be read from its beginning to its end. */
export async function newestGoodCopy(folder: string): Promise<string | undefined> {
  for (const copy of await copiesIn(folder)) {
    const content = await readLog(copy).catch(() => undefined);
    if (content?.ended) return copy;
  }
  return undefined;
}

/**
 * Newest first. Copies with a time that has not come yet were made while the clock was wrong: they stand last, so that
 * they neither hide good ones nor outlive them.
 */
export async function copiesIn(folder: string, now = new Date()): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const copies = names
    .filter((name) => /^lotse-.+\.jsonl$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
  return [
    ...copies.filter((copy) => !isFromLater(copy, now)),
    ...copies.filter((copy) => isFromLater(copy, now)),
  ];
}

const isFromLater = (copy: string, now: Date): boolean => madeAt(copy) > now.getTime() + hour;

/** When a copy was made, as its name says; a name that says nothing is old. */
function madeAt(copy: string): number {
  const [, day, time = ''] = /lotse-(\d{4}-\d{2}-\d{2}T)([\d-]+\.\d+Z)\.jsonl$/.exec(copy) ?? [];
  return day ? Date.parse(day + time.replaceAll('-', ':')) : 0;
}
