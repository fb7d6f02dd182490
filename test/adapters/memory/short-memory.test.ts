import { describe, expect, test } from '@jest/globals';
import {
  createSharedMemory,
  forgetMoments,
  openMoments,
} from '../../../src/adapters/memory/shared-memory.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { silent } from '../../../src/core/ports/log.ts';
import { createProcessMemory } from '../../../src/core/process-memory.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 9, minute));
const soon = () => new Promise((resolve) => setImmediate(resolve));

const shared = () => {
  const moments = openMoments(createMemoryStore());
  return { moments, memory: createSharedMemory(moments, 'test', 5, silent) };
};

describe.each([
  ['of one process', () => createProcessMemory(5)],
  ['of several instances', () => shared().memory],
])('the short memory %s', (_name, open) => {
  test('keeps the newest thing under a key, and forgets it', async () => {
    const memory = open();
    memory.remember('a', { n: 1 }, at(0));
    await soon();
    memory.remember('a', { n: 2 }, at(1));
    await soon();
    expect(await memory.recall('a', at(2))).toEqual({ n: 2 });
    expect(await memory.recall('b', at(2))).toBeUndefined();
    memory.forget('a');
    await soon();
    expect(await memory.recall('a', at(2))).toBeUndefined();
  });

  test('keeps nothing longer than its time', async () => {
    const memory = open();
    memory.remember('a', 1, at(0));
    await soon();
    expect(await memory.recall('a', at(5))).toBe(1);
    expect(await memory.recall('a', at(6))).toBeUndefined();
  });

  test('gives a key to one of many, and again when the time is over', async () => {
    const memory = open();
    const taken = await Promise.all([1, 2, 3, 4].map(() => memory.take('a', at(0))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await memory.take('a', at(4))).toBe(false);
    expect(await memory.take('a', at(6))).toBe(true);
  });
});

test('a process remembers only so many things: the longest unused goes first', async () => {
  const memory = createProcessMemory(5, 2);
  for (const key of ['a', 'b', 'a', 'c']) memory.remember(key, key, at(0));
  const known = await Promise.all(['a', 'b', 'c'].map((key) => memory.recall(key, at(0))));
  expect(known).toEqual(['a', undefined, 'c']);
});

test('what instances remember is swept when its time is over, and names nobody', async () => {
  const { moments, memory } = shared();
  memory.remember('19:chat staff-61', 1, at(0));
  await soon();
  expect(JSON.stringify(await moments.list())).not.toContain('staff-61');
  await forgetMoments(moments, at(4));
  expect(await moments.list()).toHaveLength(1);
  await forgetMoments(moments, at(6));
  expect(await moments.list()).toEqual([]);
});
