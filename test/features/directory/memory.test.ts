import { describe, expect, test } from '@jest/globals';
import { createMemory } from '../../../src/features/directory/memory.ts';

const kgrz = { ref: { role: 'kgrz' } };
const board = { ref: { role: 'digitaler-beirat' } };
const at = '2026-11-24T10:00:00Z';

describe('what was answered last', () => {
  test('is remembered by person and conversation', async () => {
    const memory = createMemory();
    memory.remember('chat anna', kgrz, at);
    memory.remember('chat bert', board, at);
    expect([await memory.recall('chat anna', at), await memory.recall('chat bert', at)]).toEqual([
      kgrz,
      board,
    ]);
    expect(await memory.recall('other anna', at)).toBeUndefined();
  });

  test('is the latest answer', async () => {
    const memory = createMemory();
    memory.remember('a', kgrz, at);
    memory.remember('a', board, at);
    expect(await memory.recall('a', at)).toEqual(board);
  });

  test('is forgotten after thirty minutes', async () => {
    const memory = createMemory();
    memory.remember('a', kgrz, at);
    expect(await memory.recall('a', '2026-11-24T10:30:00Z')).toEqual(kgrz);
    expect(await memory.recall('a', '2026-11-24T10:30:00.001Z')).toBeUndefined();
  });
});
