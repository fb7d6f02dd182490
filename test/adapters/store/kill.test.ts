import { copyFile, readdir, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLowdbStore } from '../../../src/adapters/store/lowdb.ts';
import { endAll, start } from './children/start.ts';
import { Entry, filesOf, newFolder } from './support.ts';

/** A few real ones; every moment of a crash is looked at in power.test.ts. */
const rounds = 6;

/** What the store holds after a kill; opening it also proves that it can be opened. */
async function holdings(folder: string) {
  const store = await openLowdbStore({ folder });
  const entries = await store.collection('entries', Entry).list();
  const notices = await store.collection('notices', Entry).list();
  const counter = await store.collection('counters', Entry).get('c');
  await store.close();
  return { entries, notices, counted: counter?.version ?? 0 };
}

describe('a store whose process is killed at any moment', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => {
    endAll();
    return rm(folder, { recursive: true });
  });

  test(`has lost nothing that it acknowledged and shows nothing half-done, ${rounds} times in a row`, async () => {
    const acknowledged = new Set<string>();
    let counted = 0;
    for (let round = 0; round < rounds; round += 1) {
      const child = start('writer', folder, `r${round}`);
      expect(await child.line()).toBe('open');
      await wait(Math.random() * 80);
      for (const line of await child.kill()) {
        const [verb, what] = line.split(' ');
        if (verb === 'added') acknowledged.add(what as string);
        if (verb === 'counted') counted = Math.max(counted, Number(what));
      }

      const held = await holdings(folder);
      const ids = new Set(held.entries.map(({ id }) => id));
      expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
      expect(held.counted).toBeGreaterThanOrEqual(counted);
      expect(held.notices).toEqual(
        held.entries.map(({ text, id }) => ({ id: `for ${id}`, version: 1, text })),
      );
    }
    // The rounds must have been worth the name.
    expect(acknowledged.size).toBeGreaterThan(rounds * 10);
  }, 120_000);

  test('opens after kills in the middle of starting', async () => {
    const first = start('writer', folder, 'first');
    await first.line();
    for (let n = 0; n < 50; n += 1) await first.line();
    await first.kill();
    const before = await holdings(folder);
    for (let round = 0; round < 5; round += 1) {
      const child = start('holder', folder);
      await wait(60 + Math.random() * 120);
      await child.kill();
    }
    expect(await holdings(folder)).toEqual(before);
  }, 60_000);

  test('opens when it died between the rename of a new file and noting its name', async () => {
    const { position } = filesOf(folder);
    const store = await openLowdbStore({ folder });
    await store.collection('entries', Entry).add({ id: 'a', text: '' });
    await copyFile(position, `${position}.before`);
    await store.close();
    const held = await holdings(folder);
    await rm(position);
    await copyFile(`${position}.before`, position);
    expect(await holdings(folder)).toEqual(held);
  });

  test('leaves no temporary files for ever', async () => {
    const { data, copies } = filesOf(folder);
    await holdings(folder);
    const store = await openLowdbStore({ folder });
    await store.collection('entries', Entry).add({ id: 'a', text: '' });
    await store.close();
    await holdings(folder);
    await copyFile(data, `${data}.3f0c.tmp`);
    await copyFile(data, `${copies}/lotse-2026-11-24T10-15-00.000Z.jsonl.3f0c.tmp`);
    expect((await holdings(folder)).entries).toHaveLength(1);
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
