import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../../../src/adapters/store/lowdb.ts';
import { afterPowerFailure } from '../../../support/power-failure.ts';
import { type Operation, recordDisk } from '../../../support/recorded-disk.ts';
import { Entry, recordingLog } from '../support.ts';

/*
 * Lets a store work, then lets the power fail at many moments of it and opens what is left. Prints what came of it as JSON.
 * Usage: power.ts FAILURES [SEED]
 */
const [failures = 60, seed = 1] = process.argv.slice(2).map(Number);
const failuresEach = 30;
let state = seed;
const chance = () => {
  state = (state * 1664525 + 1013904223) % 2 ** 32;
  return state / 2 ** 32;
};

/** A store that is folded often, closed and opened again; every change owes a notice in the same write. */
async function life(folder: string): Promise<readonly Operation[]> {
  const disk = recordDisk(folder);
  for (let run = 0; run < 3; run += 1) {
    const store = await openLowdbStore({ folder, keepCopies: 0, leastGrowth: 3000 });
    const entries = store.collection('entries', Entry);
    const counters = store.collection('counters', Entry);
    if (run === 0) await counters.add({ id: 'c', text: '' });
    const add = async (n: number) => {
      const id = `e${run}-${n}`;
      const text = 'x'.repeat(Math.floor(chance() * 1500));
      await entries.add({ id, text }, [{ collection: 'notices', doc: { id: `for ${id}`, text } }]);
      disk.operations.push({ does: 'acknowledge', what: id });
      const { doc } = await counters.change('c', ({ ...old }) => ({ doc: old }));
      disk.operations.push({ does: 'acknowledge', what: `counted ${doc.version}` });
    };
    for (let n = 0; n < 24; n += 3) await Promise.all([add(n), add(n + 1), add(n + 2)]);
    await store.close();
  }
  disk.stop();
  return disk.operations;
}

const wrong: string[] = [];
let [opened, acknowledged, dropped, operationsSeen] = [0, 0, 0, 0];
for (let made = 0; made < failures; ) {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-power-'));
  const operations = await life(folder);
  operationsSeen += operations.length;
  await rm(folder, { recursive: true });
  for (let n = 0; n < failuresEach && made < failures; n += 1, made += 1) {
    const before = operations.slice(0, Math.floor(chance() * (operations.length + 1)));
    const told = before.flatMap((one) => (one.does === 'acknowledge' ? [one.what] : []));
    const place = await mkdtemp(join(tmpdir(), 'lotse-power-'));
    for (const [name, content] of afterPowerFailure(before, chance))
      await writeFile(join(place, name), content);
    const at = `seed ${seed}, failure ${made} after operation ${before.length}`;
    const log = recordingLog();
    try {
      let isReplaced = false;
      const onReplaced = () => {
        isReplaced = true;
      };
      const store = await openLowdbStore({ folder: place, keepCopies: 0, log, onReplaced });
      const entries = await store.collection('entries', Entry).list();
      const notices = await store.collection('notices', Entry).list();
      const counted = (await store.collection('counters', Entry).get('c'))?.version ?? 0;
      const ids = new Set(entries.map(({ id }) => id));
      for (const what of told) {
        const [verb, number] = what.split(' ');
        const isThere = number === undefined ? ids.has(what) : counted >= Number(number);
        if (!isThere) wrong.push(`${at}: lost ${verb} ${number ?? ''}`);
      }
      const owed = entries.map(({ id, text }) => `for ${id} ${text.length}`).sort();
      if (
        JSON.stringify(owed) !== JSON.stringify(notices.map(({ id, text }) => `${id} ${text.length}`).sort())
      )
        wrong.push(`${at}: half of a write is there`);
      if (isReplaced) wrong.push(`${at}: its own data is taken for a restored one`);
      await store.collection('entries', Entry).add({ id: 'after', text: '' });
      await store.close();
      await (await openLowdbStore({ folder: place, keepCopies: 0 })).close();
      opened += 1;
      acknowledged += told.length;
      if (log.events.includes('torn-record-dropped')) dropped += 1;
    } catch (error) {
      wrong.push(`${at}: ${(error as Error).message}`);
    }
    await rm(place, { recursive: true });
  }
}
console.log(JSON.stringify({ failures, opened, acknowledged, dropped, operationsSeen, wrong }));
