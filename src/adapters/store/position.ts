import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';

/** Up to where a log was acknowledged to callers: whatever is missing before it is lost data, never a torn write. */
export type Position = { readonly log: string; readonly bytes: number };

/**
 * Keeps the position in a small file, overwritten in place. It is not synced with every write: after a kill it is
 * exact, after a power failure it may be older than the log, never ahead of it.
 */
export type PositionFile = {
  write(position: Position): Promise<void>;
  close(): Promise<void>;
};

export async function readPosition(path: string): Promise<Position | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [, log, bytes] = /^([0-9a-f-]{36}) (\d{15})\n$/.exec(text) ?? [];
  return log && bytes ? { log, bytes: Number(bytes) } : undefined;
}

/** Replaces the file by one with the same position, so that a former process writes into nobody's file. */
export async function openPosition(path: string, before: Position | undefined): Promise<PositionFile> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  let synced = before?.log;
  try {
    await handle.write(before ? line(before) : '');
    await handle.sync();
    await rename(temporary, path);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    async write(position) {
      await handle.write(line(position), 0);
      // Without the name of a new log the file would say nothing about it.
      if (position.log !== synced) await handle.sync();
      synced = position.log;
    },
    async close() {
      await handle.sync();
      await handle.close();
    },
  };
}

const line = ({ log, bytes }: Position): string => `${log} ${String(bytes).padStart(15, '0')}\n`;
