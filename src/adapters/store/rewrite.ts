import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { silent } from '../../core/ports/log.ts';
import { createDurableAdapter } from './durable-adapter.ts';
import { takeLock } from './lock.ts';
import { apply, everything, type Write } from './tables.ts';

/** The documents of a folder while nobody else works with them. */
export type Held = {
  readonly documents: () => readonly Write[];
  /** Writes all of it or nothing; the versions are the store's business. */
  readonly write: (changes: readonly Write[]) => Promise<void>;
};

/**
 * Lets a command of the terminal work on the data file, under its lock and through the adapter that Lotse itself
 * writes with. What was replaced or removed is not in the file any more when it is through: the file is folded. No copy
 * is made on the way, and none of the copies is touched.
 * @throws Error when another process works in the folder, or the file is damaged
 */
export async function holding<T>(folder: string, work: (data: Held) => Promise<T>): Promise<T> {
  const file = join(folder, 'lotse.jsonl');
  await access(file);
  const lock = await takeLock(join(folder, 'lotse.lock'));
  const open = () =>
    createDurableAdapter({
      file,
      copies: join(folder, 'copies'),
      lock,
      log: silent,
      keepCopies: 0,
      leastGrowth: Number.POSITIVE_INFINITY,
      now: () => new Date(),
      foldAfter: 0,
    });
  try {
    const adapter = open();
    let result: T;
    let isWritten = false;
    try {
      const { tables } = (await adapter.read()) ?? { tables: new Map() };
      result = await work({
        documents: () => everything(tables),
        async write(changes) {
          const versioned = changes.map(next);
          if (versioned.length === 0) return;
          isWritten = true;
          await adapter.write({ tables, changes: versioned });
          apply(tables, versioned);
        },
      });
    } finally {
      await adapter.close();
    }
    if (isWritten) await folded();
    return result;
  } finally {
    await lock.release();
  }

  async function folded(): Promise<void> {
    const adapter = open();
    await adapter.read();
    await adapter.close();
  }
}

const next = ({ doc, ...write }: Write): Write =>
  doc ? { ...write, doc: { ...doc, version: doc.version + 1 } } : write;
