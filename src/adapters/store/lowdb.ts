import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { type Log, silent } from '../../core/ports/log.ts';
import type { Store } from '../../core/ports/store.ts';
import { createStore } from './create-store.ts';
import { createDurableAdapter, type Database, type DurableAdapter } from './durable-adapter.ts';
import { type Lock, takeLock } from './lock.ts';
import { cannotStart, diskTrouble, readOnly } from './refusals.ts';
import type { Write } from './tables.ts';

export type LowdbSettings = {
  /** Holds the data file, its copies and the lock; made when it is missing. */
  readonly folder: string;
  readonly log?: Log;
  /** How many of the last good copies are kept. */
  readonly keepCopies?: number;
  /** The file is rewritten when it has grown by its own length, but at least by this many bytes. */
  readonly leastGrowth?: number;
  /** How long after the start of a file that was closed well it is rewritten, in milliseconds. */
  readonly foldAfter?: number;
  /** For the age of copies. */
  readonly now?: () => Date;
  /** Called when the data file is not the one that was last written here, as after a restore by hand. */
  readonly onReplaced?: () => void;
};

/**
 * The embedded store: all documents in memory, durable in one file of the folder, for one process.
 * Writes reject with the Refusal `store-read-only` once a write has failed.
 * @throws Error when another process works in the folder or the data file is damaged; it says what to do.
 */
export async function openLowdbStore(settings: LowdbSettings): Promise<Store> {
  const { folder, log = silent, keepCopies = 5, leastGrowth = 16 << 20 } = settings;
  const { foldAfter = 60_000, now = () => new Date() } = settings;
  const file = join(folder, 'lotse.jsonl');
  const copies = join(folder, 'copies');
  const lock = await take(folder);
  const adapter = createDurableAdapter({
    file,
    copies,
    lock,
    log,
    keepCopies,
    leastGrowth,
    foldAfter,
    now,
    onReplaced: settings.onReplaced,
  });
  const low = new Low<Database>(adapter, { tables: new Map(), changes: [] });
  try {
    await removeLeftovers(folder);
    await removeLeftovers(copies);
    await low.read();
  } catch (error) {
    await adapter.close();
    await lock.release();
    throw await cannotStart(file, copies, error as Error);
  }
  return createStore({
    tables: low.data.tables,
    persist: (changes) => persist(low, changes, log),
    check: () => probe(folder, lock),
    close: () => end(adapter, lock.release),
    log,
  });
}

async function take(folder: string): Promise<Lock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await takeLock(join(folder, 'lotse.lock'));
  } catch (error) {
    throw diskTrouble(folder, error) ?? error;
  }
}

/** Writes a few bytes beside the data, so that a full disk is seen before somebody loses what they typed. */
async function probe(folder: string, lock: Lock): Promise<void> {
  lock.check();
  const path = join(folder, 'lotse.probe.tmp');
  await writeFile(path, 'x'.repeat(4096), { flush: true });
  await rm(path, { force: true });
}

async function persist(low: Low<Database>, changes: readonly Write[], log: Log): Promise<void> {
  try {
    low.data.changes = changes;
    await low.write();
  } catch (error) {
    log.error('store-read-only', { error, todo: 'repair the disk or the lock, then restart' });
    throw readOnly(error);
  } finally {
    low.data.changes = [];
  }
}

async function end(adapter: DurableAdapter, release: () => Promise<void>): Promise<void> {
  try {
    await adapter.close();
  } finally {
    await release();
  }
}

/** Files that were being written when the process died. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (/^lotse[.-].*\.tmp$/.test(name)) await rm(join(folder, name), { force: true });
  }
}
