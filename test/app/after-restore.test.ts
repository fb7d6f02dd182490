import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { goBeyond, holdWhatWasSent, markRestored } from '../../src/app/after-restore.ts';
import { openStore } from '../../src/app/open-store.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Stored } from '../../src/core/ports/store.ts';
import { openOutbox } from '../../src/features/notices/outbox.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-restore-'));
afterAll(() => rmSync(root, { recursive: true }));
const now = new Date('2026-11-24T10:00:00Z');
type Counter = Stored & { readonly last: number };
const anything = { parse: (data: unknown) => data as Counter };

describe('after a restore', () => {
  test('no number is given that may have been given before, and only once is one left out', async () => {
    const store = createMemoryStore();
    const counters = store.collection('counters', anything);
    await counters.add({ id: 'requests-2026', last: 7 });
    await goBeyond(store, now, silent);
    expect((await counters.get('requests-2026'))?.last).toBe(7);
    await markRestored(store, now.toISOString());
    await goBeyond(store, now, silent);
    await goBeyond(store, now, silent);
    const last = Object.fromEntries((await counters.list()).map((one) => [one.id, one.last]));
    expect(last).toMatchObject({ 'requests-2026': 1007, 'requests-2027': 1000, 'meetings-2026': 100 });
    expect((await store.collection('mentor-book', anything).get('open'))?.last).toBe(1000);
  });

  test('what was due is not sent again but listed; what comes later goes out', async () => {
    const store = createMemoryStore();
    const outbox = openOutbox(store);
    const notice = {
      recipient: 'a',
      kind: 'k',
      ref: 'r',
      urgency: 'act' as const,
      createdAt: '',
      attempts: 0,
    };
    const [before, after] = ['2026-11-24T09:00:00.000Z', '2026-11-25T09:00:00.000Z'];
    await outbox.add({ ...notice, id: 'due', state: 'pending', dueAt: before });
    await outbox.add({ ...notice, id: 'tried', state: 'failed', dueAt: before });
    await outbox.add({ ...notice, id: 'later', state: 'pending', dueAt: after });
    await markRestored(store, now.toISOString());
    await goBeyond(store, now, silent);
    const catchUp = async () =>
      void (await outbox.add({ ...notice, id: 'owed', state: 'pending', dueAt: before }));
    await holdWhatWasSent(store, now, silent, catchUp);
    await outbox.add({ ...notice, id: 'new', state: 'pending', dueAt: before });
    await holdWhatWasSent(store, now, silent, catchUp);
    const states = Object.fromEntries((await outbox.list()).map(({ id, state }) => [id, state]));
    expect(states).toEqual({ due: 'dead', tried: 'dead', owed: 'dead', later: 'pending', new: 'pending' });
    expect((await outbox.get('owed'))?.reasons).toEqual(['restored']);
  });

  test('also after one by hand: a copy that was put in the place of the data file is noticed', async () => {
    const folder = mkdtempSync(join(root, 'data-'));
    const open = () => openStore({ dataDir: folder }, silent);
    const counterAfterStart = async () => {
      const { store } = await open();
      await goBeyond(store, now, silent);
      const counters = store.collection('counters', anything);
      const last = (await counters.get('requests-2026'))?.last;
      if (last === undefined) await counters.add({ id: 'requests-2026', last: 7 });
      await store.close();
      return last;
    };
    expect(await counterAfterStart()).toBeUndefined();
    expect(await counterAfterStart()).toBe(7);
    copyFileSync(join(folder, 'lotse.jsonl'), join(root, 'backup.jsonl'));
    expect(await counterAfterStart()).toBe(7);
    copyFileSync(join(root, 'backup.jsonl'), join(folder, 'lotse.jsonl'));
    expect(await counterAfterStart()).toBe(1007);
    expect(await counterAfterStart()).toBe(1007);
  });
});
