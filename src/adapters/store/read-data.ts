import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './process-identity.ts';
import { readLog } from './read-log.ts';
import { matching } from './tables.ts';

/** The documents of a data folder as they are on the disk, to look at. */
export type Data = {
  readonly documents: (collection: string) => readonly unknown[];
  readonly collections: readonly string[];
};

/**
 * Reads the data file without touching anything, also while a Lotse works with it: then it is the state of a moment.
 * @throws {DamagedLog} when the file is not what Lotse wrote
 */
export async function readData(folder: string): Promise<Data> {
  const { tables } = await readLog(join(folder, 'lotse.jsonl'));
  return { documents: (collection) => matching(tables, collection), collections: [...tables.keys()] };
}

const Holder = z.object({ pid: z.int(), place: z.string(), began: z.string() });

/** Whether a Lotse works with the data of the folder, or may do so on another machine. */
export async function isInUse(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'lotse.lock'), 'utf8').catch(() => '');
  const holder = text && Holder.safeParse(JSON.parse(text));
  return Boolean(holder && (!holder.success || isAlive(holder.data) !== false));
}
