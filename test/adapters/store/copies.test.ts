import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copiesIn } from '../../../src/adapters/store/copies.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb.ts';
import { readLog } from '../../../src/adapters/store/read-log.ts';
import { Entry, filesOf, newFolder } from './support.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true }));

/** Starts at a moment, counted in hours from now, and adds one entry. */
async function startAndAdd(hours: number, keepCopies = 3): Promise<void> {
  const now = () => new Date(Date.now() + hours * 3_600_000);
  const store = await openLowdbStore({ folder, keepCopies, now });
  await store.collection('entries', Entry).add({ id: `e${hours}`, text: '' });
  await store.close();
}

const copies = (): Promise<readonly string[]> => copiesIn(filesOf(folder).copies);

describe('the copies of the data', () => {
  test('are made at the first end and at a start, but not more often than once an hour', async () => {
    await startAndAdd(0);
    expect(await copies()).toHaveLength(1);
    await startAndAdd(0.1);
    expect(await copies()).toHaveLength(1);
    await startAndAdd(0.9);
    expect(await copies()).toHaveLength(1);
    await startAndAdd(1.5);
    expect(await copies()).toHaveLength(2);
  });

  test('are so many as asked for, the newest', async () => {
    for (const hours of [0, 2, 4, 6, 8, 10]) await startAndAdd(hours);
    const kept = await copies();
    expect(kept).toHaveLength(3);
    const newest = await readLog(kept[0] ?? '');
    expect([...(newest.tables.get('entries')?.ids.all() ?? [])]).toEqual(['e0', 'e2', 'e4', 'e6', 'e8']);
  });

  test('of a clock that was wrong neither hide good ones nor outlive them', async () => {
    for (const hours of [0, 2]) await startAndAdd(hours);
    await startAndAdd(9000);
    const wrong = (await copiesIn(filesOf(folder).copies, new Date(Date.now() + 9001 * 3_600_000)))[0];
    for (const hours of [4, 6, 8]) await startAndAdd(hours);
    const later = new Date(Date.now() + 9 * 3_600_000);
    const kept = await copiesIn(filesOf(folder).copies, later);
    expect(kept).toHaveLength(3);
    expect(kept).not.toContain(wrong);
  });

  test('are made once a day while the program runs on', async () => {
    let hours = 0;
    const now = () => new Date(Date.now() + hours * 3_600_000);
    const store = await openLowdbStore({ folder, now });
    const entries = store.collection('entries', Entry);
    await entries.add({ id: 'a', text: '' });
    hours = 25;
    await entries.add({ id: 'b', text: '' });
    await store.close();
    expect(await copies()).toHaveLength(1);
  });
});

describe('the data file', () => {
  test('is rewritten when it has grown, and nothing that is written meanwhile is lost', async () => {
    const store = await openLowdbStore({ folder, leastGrowth: 20_000 });
    const entries = store.collection('entries', Entry);
    await entries.add({ id: 'a', text: '' });
    const { log } = await readLog(filesOf(folder).data);
    const writing = Array.from({ length: 50 }, async (_, n) => {
      for (let m = 0; m < 40; m += 1) {
        await entries.change('a', (doc) => ({ doc: { ...doc, text: 'x'.repeat(100) } }));
      }
      await entries.add({ id: `n${n}`, text: '' });
    });
    await Promise.all(writing);
    await store.close();
    const rewritten = await readLog(filesOf(folder).data);
    expect(rewritten.log).not.toBe(log);
    expect(rewritten.ended).toBe(true);
    const again = await openLowdbStore({ folder });
    expect((await again.collection('entries', Entry).get('a'))?.version).toBe(2001);
    expect(await again.collection('entries', Entry).list()).toHaveLength(51);
    await again.close();
  });

  test('is gone on with after it was closed well, and soon after the start what was replaced is gone from it', async () => {
    const first = await openLowdbStore({ folder });
    const entries = first.collection('entries', Entry);
    await entries.add({ id: 'a', text: 'words of before' });
    await entries.change('a', (doc) => ({ doc: { ...doc, text: 'words of now' } }));
    await first.close();
    const { log } = await readLog(filesOf(folder).data);

    const second = await openLowdbStore({ folder, foldAfter: 300 });
    const again = second.collection('entries', Entry);
    await again.add({ id: 'b', text: '' });
    expect(await readFile(filesOf(folder).data, 'utf8')).toContain('words of before');
    let n = 0;
    while ((await readFile(filesOf(folder).data, 'utf8')).includes('words of before')) {
      await again.add({ id: `n${n}`, text: '' });
      n += 1;
    }
    await again.add({ id: 'c', text: '' });
    await second.close();
    const rewritten = await readLog(filesOf(folder).data);
    expect(rewritten.log).not.toBe(log);
    expect(rewritten.ended).toBe(true);

    const third = await openLowdbStore({ folder, foldAfter: 0 });
    const held = await third.collection('entries', Entry).list();
    expect(held.map(({ id, text }) => [id, text])).toEqual(
      [
        ['a', 'words of now'],
        ['b', ''],
        ['c', ''],
        ...Array.from({ length: n }, (_, at) => [`n${at}`, '']),
      ].sort(),
    );
    expect((await readLog(filesOf(folder).data)).log).not.toBe(rewritten.log);
    await third.close();
  });

  test('and all beside it can be read by nobody else', async () => {
    await startAndAdd(0);
    await startAndAdd(2);
    for (const name of await readdir(folder, { recursive: true })) {
      expect([name, (await stat(`${folder}/${name}`)).mode & 0o077]).toEqual([name, 0]);
    }
  });

  test('is one record a line that people can read', async () => {
    await startAndAdd(0);
    expect(await readFile(filesOf(folder).data, 'utf8')).toMatch(
      /^[0-9a-f]{8} \{"n":3,"changes":\[\{"in":"entries","id":"e0","doc":\{"id":"e0","text":"","version":1\}\}\]\}$/m,
    );
  });
});
