import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLowdbStore } from '../../../../src/adapters/store/lowdb.ts';
import type { Refusal } from '../../../../src/core/refusal.ts';
import { Entry, recordingLog } from '../support.ts';

/*
 * Fills the disk of a folder with a store, frees it and opens the store again; prints what happened as JSON.
 * Usage: disk.ts FOLDER, a small disk of its own.
 */
const folder = process.argv[2] ?? '';
const ballast = join(folder, 'ballast');
await writeFile(ballast, Buffer.alloc(512 * 1024));

const store = await openLowdbStore({ folder, leastGrowth: 64 * 1024 });
const entries = store.collection('entries', Entry);
const text = 'x'.repeat(2000);

const acknowledged: string[] = [];
let refusals: unknown[] = [];
for (let round = 0; refusals.length === 0; round += 1) {
  const ids = Array.from({ length: 10 }, (_, n) => `e${round}-${n}`);
  const results = await Promise.allSettled(ids.map((id) => entries.add({ id, text })));
  ids.forEach((id, n) => {
    if (results[n]?.status === 'fulfilled') acknowledged.push(id);
  });
  refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
}
const readable = (await entries.list()).map(({ id }) => id);
const later = await entries.add({ id: 'later', text }).catch((error: Refusal) => error);
const change = await entries.change('e0-0', (doc) => ({ doc })).catch((error: Refusal) => error);
await store.close();

const fullStart = await openLowdbStore({ folder }).then(
  () => 'opened',
  (error: Error) => error.message,
);
await rm(ballast);
const log = recordingLog();
const again = await openLowdbStore({ folder, log });
const entriesAgain = again.collection('entries', Entry);
const kept = (await entriesAgain.list()).map(({ id }) => id);
const added = await entriesAgain.add({ id: 'after', text: 'room again' });
await again.close();

const codeOf = (error: unknown) => ({
  code: (error as Refusal).code,
  cause: ((error as Refusal).cause as NodeJS.ErrnoException | undefined)?.code,
});
console.log(
  JSON.stringify({
    acknowledged: acknowledged.sort(),
    refusals: refusals.map(codeOf),
    refusalText: (refusals[0] as Refusal).text.de,
    readable,
    later: codeOf(later),
    change: codeOf(change),
    fullStart,
    kept,
    warnings: log.events,
    added: added.id,
  }),
);
