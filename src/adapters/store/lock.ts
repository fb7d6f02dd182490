import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { type FileHandle, link, open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive, thisProcess } from './process-identity.ts';

/** The right to write to a folder; one process has it at a time. */
export type Lock = {
  /**
   * Synchronous, so that a write can follow in the same breath.
   * @throws {LostLock} when another process has taken over: then nothing must be written any more.
   */
  check(): void;
  release(): Promise<void>;
};

export class LostLock extends Error {
  constructor(path: string) {
    super(`${path} is no longer this process's: another one took over, or the file was changed or deleted`);
    this.name = 'LostLock';
  }
}

const Holder = z.object({
  token: z.string(),
  pid: z.int(),
  place: z.string(),
  began: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** How often a living holder touches its lock, in milliseconds. */
const heartbeat = 1000;

/**
 * Takes the lock. A holder on this machine that is dead is succeeded at once; one on another machine or in another
 * container when its lock has not been touched for a while. Whoever wrote the file last holds it, and the former
 * holder notices that before its next write.
 * @param patience how long a holder elsewhere may be silent, in milliseconds
 * @throws Error that names the process that holds it.
 */
export async function takeLock(path: string, patience = 5 * heartbeat): Promise<Lock> {
  const mine: Holder = { token: randomUUID(), ...thisProcess(), since: new Date().toISOString() };
  const handle = await open(`${path}.${mine.token}.tmp`, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(mine)}\n`);
    await handle.sync();
    await place(path, mine.token, patience);
    return hold(path, mine.token, handle);
  } catch (error) {
    await handle.close();
    throw error;
  } finally {
    await rm(`${path}.${mine.token}.tmp`, { force: true });
  }
}

/** Puts the prepared lock in its place: only where there is none, or over that of a dead holder. */
async function place(path: string, token: string, patience: number): Promise<void> {
  const prepared = `${path}.${token}.tmp`;
  try {
    await link(prepared, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await readHolder(path);
    if (await isHeld(path, holder, patience)) throw new Error(heldBy(path, holder));
    // Another one may have succeeded the same dead holder a moment ago.
    if (!names(path, holder.token)) throw new Error(heldBy(path, await readHolder(path)));
    renameSync(prepared, path);
  }
}

async function readHolder(path: string): Promise<Holder> {
  const text = await readFile(path, 'utf8');
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `The lock file ${path} is not one of this program. If no other Lotse works in this folder, delete it and start again.`,
    );
  }
}

async function isHeld(path: string, holder: Holder, patience: number): Promise<boolean> {
  const alive = isAlive(holder);
  if (alive !== 'unknown') return alive;
  const before = await stat(path);
  await wait(patience);
  const after = await stat(path);
  return before.mtimeMs !== after.mtimeMs || before.ino !== after.ino;
}

const heldBy = (path: string, holder: Holder): string =>
  `Another Lotse works with this data: process ${holder.pid} (${holder.place.split(' ')[0]}) since ${holder.since}. ` +
  `Stop it first, or name another folder as DATA_DIR. (Lock file: ${path})`;

function hold(path: string, token: string, handle: FileHandle): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    handle.utimes(now, now).catch(() => undefined);
  }, heartbeat).unref();
  return {
    check() {
      if (!names(path, token)) throw new LostLock(path);
    },
    async release() {
      clearInterval(beat);
      if (names(path, token)) await rm(path, { force: true });
      await handle.close();
    },
  };
}

function names(path: string, token: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes(token);
  } catch {
    return false;
  }
}
