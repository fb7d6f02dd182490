import { describe, expect, test } from '@jest/globals';
import { createStore } from '../../../src/adapters/store/create-store.ts';
import type { Tables, Write } from '../../../src/adapters/store/tables.ts';
import { Entry } from './support.ts';

/** A store whose writes end when and how the test says. */
function slowStore() {
  const groups: (PromiseWithResolvers<void> & { readonly writes: readonly Write[] })[] = [];
  const tables: Tables = new Map();
  const store = createStore({
    tables,
    persist(writes) {
      const group = { ...Promise.withResolvers<void>(), writes };
      groups.push(group);
      return group.promise;
    },
    close: async () => undefined,
  });
  return { entries: store.collection('entries', Entry), groups };
}

const entry = (id: string) => ({ id, text: '' });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const full = new Error('disk full');

/** Outcome of a promise by now. */
const byNow = (promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([promise.then(String, String), turn().then(() => 'open')]);

describe('concurrent changes', () => {
  test('share one write, and those that come while it runs share the next', async () => {
    const { entries, groups } = slowStore();
    const first = Array.from({ length: 30 }, (_, n) => entries.add(entry(`a${n}`)));
    await turn();
    const second = Array.from({ length: 20 }, (_, n) => entries.add(entry(`b${n}`)));
    groups[0]?.resolve();
    await Promise.all(first);
    groups[1]?.resolve();
    await Promise.all(second);
    expect(groups.map(({ writes }) => writes.length)).toEqual([30, 20]);
  });

  test('are not seen by readers before they are durable', async () => {
    const { entries, groups } = slowStore();
    const added = entries.add(entry('a'));
    await turn();
    expect(await entries.get('a')).toBeUndefined();
    expect(await entries.list()).toEqual([]);
    groups[0]?.resolve();
    await added;
    expect(await entries.get('a')).toMatchObject({ id: 'a' });
  });

  test('make a decision that writes nothing wait for what it rests on', async () => {
    const { entries, groups } = slowStore();
    const added = entries.add(entry('a'));
    const nothing = entries.change('a', () => undefined);
    const twice = entries.add(entry('a'));
    expect([await byNow(nothing), await byNow(twice)]).toEqual(['open', 'open']);
    groups[0]?.resolve();
    await added;
    expect(await nothing).toMatchObject({ doc: { version: 1 }, isChanged: false });
    await expect(twice).rejects.toThrow('exists already');
  });
});

describe('a write that fails', () => {
  test('rejects its whole group, all that was decided on it, and everything after it', async () => {
    const { entries, groups } = slowStore();
    const kept = entries.add(entry('kept'));
    await turn();
    groups[0]?.resolve();
    await kept;

    const group = [
      entries.add(entry('a')),
      entries.add(entry('b')),
      entries.change('kept', (doc) => ({ doc })),
    ];
    await turn();
    const resting = [
      entries.change('a', (doc) => ({ doc })),
      entries.change('a', () => undefined),
      entries.add(entry('a')),
    ];
    await turn();
    groups[1]?.reject(full);
    const outcomes = await Promise.allSettled([...group, ...resting]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual(
      Array(6).fill(full),
    );
    await expect(entries.add(entry('later'))).rejects.toBe(full);
    expect(groups).toHaveLength(2);
  });

  test('leaves no trace, and reading goes on', async () => {
    const { entries, groups } = slowStore();
    const added = entries.add(entry('a'));
    await turn();
    groups[0]?.reject(full);
    await expect(added).rejects.toBe(full);
    expect(await entries.get('a')).toBeUndefined();
    expect(await entries.list()).toEqual([]);
    await expect(entries.change('a', () => undefined)).rejects.toThrow('there is no entries "a"');
  });
});
