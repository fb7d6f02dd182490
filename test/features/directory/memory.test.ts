import { describe, expect, test } from '@jest/globals';
import { createMemory } from '../../../src/features/directory/memory.ts';

const kgrz = { ref: { role: 'kgrz' } };
const board = { ref: { role: 'digitaler-beirat' } };
const at = '2026-11-24T10:00:00Z';

describe('what was answered last', () => {
  test('is remembered by person and conversation', () => {
    const memory = createMemory();
    memory.remember('chat anna', kgrz, at);
    memory.remember('chat bert', board, at);
    expect([memory.recall('chat anna', at), memory.recall('chat bert', at)]).toEqual([kgrz, board]);
    expect(memory.recall('other anna', at)).toBeUndefined();
  });

  test('is the latest answer', () => {
    const memory = createMemory();
    memory.remember('a', kgrz, at);
    memory.remember('a', board, at);
    expect(memory.recall('a', at)).toEqual(board);
  });

  test('is forgotten after thirty minutes', () => {
    const memory = createMemory();
    memory.remember('a', kgrz, at);
    expect(memory.recall('a', '2026-11-24T10:30:00Z')).toEqual(kgrz);
    expect(memory.recall('a', '2026-11-24T10:30:00.001Z')).toBeUndefined();
  });

  test('is forgotten when told', () => {
    const memory = createMemory();
    memory.remember('a', kgrz, at);
    memory.forget('a');
    expect(memory.recall('a', at)).toBeUndefined();
  });

  test('never grows beyond its limit: the longest unused goes first', () => {
    const memory = createMemory(2);
    memory.remember('a', kgrz, at);
    memory.remember('b', kgrz, at);
    memory.remember('a', board, at);
    memory.remember('c', kgrz, at);
    expect(['a', 'b', 'c'].map((key) => memory.recall(key, at)?.ref.role)).toEqual([
      'digitaler-beirat',
      undefined,
      'kgrz',
    ]);
  });
});
