import { join } from 'node:path';
import { createArchive } from '../../src/adapters/archive/archive-files.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { Request, requestCollection } from '../../src/features/requests/model.ts';
import { sampleRequest } from '../../test/support/sample-request.ts';

/** `IT-2026-10000` and following: the requests that wait for a click. */
export const openId = (at: number): string => `IT-2026-${10_000 + at}`;

/** Fills a data folder: requests that wait for the IT-Beauftragte of Amt 61, and closed ones in the archive. */
export async function fill(folder: string, open: number, archived: number): Promise<void> {
  const sample = await sampleRequest();
  const store = await openLowdbStore({ folder });
  const requests = store.collection(requestCollection, Request);
  const { version: _version, ...doc } = sample;
  const add = (at: number) => requests.add({ ...doc, id: openId(at) });
  for (let from = 0; from < open; from += 1000) {
    await Promise.all(Array.from({ length: Math.min(1000, open - from) }, (_, at) => add(from + at)));
  }
  await store.close();
  const archive = createArchive(join(folder, 'archive'));
  const closed = Array.from({ length: archived }, (_, at) => ({
    ...sample,
    id: `IT-2025-${at + 1}`,
    state: 'done' as const,
    closedAt: sample.createdAt,
  }));
  for (let from = 0; from < archived; from += 5000) await archive.keep(2025, closed.slice(from, from + 5000));
}
