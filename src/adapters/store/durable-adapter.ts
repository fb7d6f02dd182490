import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Log } from '../../core/ports/log.ts';
import { copyIsDue, keepCopy } from './copies.ts';
import { load, type Whole } from './load.ts';
import { type Lock, LostLock } from './lock.ts';
import { append, isInPlace, type LogFile, nextLog, startLog, syncFolder, takeOver } from './log-file.ts';
import { openPosition, type PositionFile, readPosition } from './position.ts';
import type { Entry } from './record.ts';
import { everything, type Tables, type Write } from './tables.ts';

/** What lowdb holds: the documents as they are on disk, and the changes that its next `write` brings there. */
export type Database = { readonly tables: Tables; changes: readonly Write[] };

/** lowdb's own two methods, and an end. */
export type DurableAdapter = Adapter<Database> & { close(): Promise<void> };

export type Settings = {
  readonly file: string;
  readonly copies: string;
  readonly lock: Lock;
  readonly log: Log;
  /** 0: none is made, and none is dropped. */
  readonly keepCopies: number;
  readonly leastGrowth: number;
  readonly now: () => Date;
  /** How long after the start what was replaced or removed may stay in the file, in milliseconds; 0: not at all. */
  readonly foldAfter: number;
  /** Called when the file is not the one that was last written here: a copy was put in its place. */
  readonly onReplaced?: (() => void) | undefined;
};

const day = 86_400_000;
/** A folder without any copy gets its first one so soon after something was written, in milliseconds. */
const firstCopyAfter = 10 * 60_000;

/**
 * Keeps the database in one log file. A write appends one record and syncs; now and then, and soon after every start,
 * the log is folded: rewritten as the shortest log of the same documents in a new file that takes the old one's name.
 */
export function createDurableAdapter(settings: Settings): DurableAdapter {
  const { file, copies, lock, log, keepCopies, leastGrowth, foldAfter, now } = settings;
  const positionPath = file.replace(/\.jsonl$/, '.position');
  let position: PositionFile | undefined;
  let current: LogFile | undefined;
  let folded = { bytes: 0, at: 0 };
  let folding: Promise<void> | undefined;
  /** What was written since a fold under way took its view of the documents. */
  let meanwhile: Entry[] | undefined;
  let failure: { readonly error: unknown } | undefined;
  const oneAtATime = createQueue();
  let firstCopy: NodeJS.Timeout | undefined;
  let firstFold: NodeJS.Timeout | undefined;

  async function read(): Promise<Database> {
    const before = await readPosition(positionPath);
    const { tables, isReplaced, log: loaded, whole } = await load(file, copies, before, log);
    if (isReplaced) settings.onReplaced?.();
    position = await openPosition(positionPath, before);
    if (whole && foldAfter > 0) await goOn(tables, whole);
    else await fold(tables, loaded);
    return { tables, changes: [] };
  }

  /** Whoever waits for the start does not wait for the documents to be written anew as well. */
  async function goOn(tables: Tables, whole: Whole): Promise<void> {
    await fold(tables, whole.log, (fresh) => takeOver(fresh, file, whole));
    firstFold = setTimeout(() => {
      folding ??= foldBeside(tables);
    }, foldAfter).unref();
  }

  async function write({ tables, changes }: Database): Promise<void> {
    if (!folding && foldIsDue()) folding = foldBeside(tables);
    await oneAtATime(() => commit({ changes }));
    firstCopy ??= setTimeout(() => {
      folding ??= copyBeside();
    }, firstCopyAfter).unref();
  }

  /** Copies what there is, without folding it; a fold would put another file in its place and waits. */
  async function copyBeside(): Promise<void> {
    try {
      if (failure || !(await copyIsDue(copies, now()))) return;
      await oneAtATime(() => commit({ end: true }));
      await copy(opened(current).bytes);
    } catch (error) {
      log.warn('copy-failed', { error, folder: copies });
    } finally {
      folding = undefined;
    }
  }

  async function commit(entry: Entry): Promise<void> {
    if (failure) throw failure.error;
    const target = opened(current);
    const before = target.bytes;
    try {
      checkIsOurs(target);
      await append(target, [entry]);
      await target.handle.sync();
      // Whoever took over before this moment may not have seen the record: then it must not be acknowledged.
      checkIsOurs(target);
      await position?.write(target);
    } catch (error) {
      failure = { error };
      if (!(error instanceof LostLock)) await cutBack(target, before);
      throw error;
    }
    meanwhile?.push(entry);
  }

  function checkIsOurs(target: LogFile): void {
    lock.check();
    if (!isInPlace(target, file)) throw new LostLock(file);
  }

  const foldIsDue = (): boolean =>
    opened(current).bytes - folded.bytes > Math.max(folded.bytes, leastGrowth) ||
    now().getTime() - folded.at > day;

  async function foldBeside(tables: Tables): Promise<void> {
    try {
      await fold(tables, opened(current).log);
    } catch (error) {
      // The old log is whole and goes on; the next attempt comes after as much growth again.
      log.warn('fold-failed', { error, file });
      folded = { bytes: opened(current).bytes, at: now().getTime() };
    } finally {
      folding = undefined;
    }
  }

  /**
   * @param former name of the log whose place is taken: each start has a log of its own, so that a copy of an earlier one
   * is known as such
   * @param fill brings what the new log begins with; the documents themselves when it is not given
   */
  async function fold(
    tables: Tables,
    former: string | undefined,
    fill?: (fresh: LogFile) => Promise<void>,
  ): Promise<void> {
    const documents = fill ? [] : everything(tables);
    meanwhile = [];
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
      const fresh = await startLog(temporary, former === undefined ? randomUUID() : nextLog(former));
      try {
        await (fill ? fill(fresh) : append(fresh, documents.map(asEntry)));
        await fresh.handle.sync();
        await oneAtATime(() => replace(fresh, temporary));
      } finally {
        if (current !== fresh) await fresh.handle.close();
      }
    } finally {
      meanwhile = undefined;
      await rm(temporary, { force: true });
    }
    if (tables.size > 0) await copy(folded.bytes);
  }

  /** Puts the new log in the old one's place, together with what was written to the old one meanwhile. */
  async function replace(fresh: LogFile, temporary: string): Promise<void> {
    if (failure) throw failure.error;
    await append(fresh, [...(meanwhile ?? []), { end: true }]);
    await fresh.handle.sync();
    if (current) checkIsOurs(current);
    lock.check();
    renameSync(temporary, file);
    const old = current;
    current = fresh;
    folded = { bytes: fresh.bytes, at: now().getTime() };
    try {
      await syncFolder(dirname(file));
      checkIsOurs(fresh);
      await position?.write(fresh);
      await old?.handle.close();
    } catch (error) {
      failure = { error };
      throw error;
    }
  }

  async function copy(bytes: number): Promise<void> {
    if (keepCopies === 0) return;
    try {
      if (await copyIsDue(copies, now())) await keepCopy({ path: file, bytes }, copies, keepCopies, now());
    } catch (error) {
      log.warn('copy-failed', { error, folder: copies });
    }
  }

  async function close(): Promise<void> {
    clearTimeout(firstCopy);
    clearTimeout(firstFold);
    await folding;
    if (!failure && current && current.bytes > folded.bytes) {
      await oneAtATime(() => commit({ end: true })).catch((error) =>
        log.warn('end-not-written', { error, file }),
      );
    }
    if (!failure && current && current.bytes > 0 && current.records > 2) await copy(current.bytes);
    await position?.close();
    await current?.handle.close();
  }

  return { read, write, close };
}

const asEntry = (write: Write): Entry => ({ changes: [write] });

function opened(log: LogFile | undefined): LogFile {
  if (!log) throw new Error('the database must be read before it is written');
  return log;
}

/** What was rejected must not come back with the next start. */
async function cutBack({ handle }: LogFile, bytes: number): Promise<void> {
  await handle.truncate(bytes).catch(() => undefined);
  await handle.sync().catch(() => undefined);
}

/** Runs tasks one after the other, whether the one before succeeded or not. */
function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
