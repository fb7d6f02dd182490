import { describe, expect, test } from '@jest/globals';
import { startProgram } from '../support/program.ts';

const { features } = await startProgram();

describe('the one list of features', () => {
  test('has every feature once, help last: it tells about the others', () => {
    const ids = features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('help');
    expect(ids).toContain('directory');
  });

  test('has exactly one that answers what nobody claims, and one that greets', () => {
    expect(features.filter(({ otherwise }) => otherwise).map(({ id }) => id)).toEqual(['directory']);
    expect(features.filter(({ welcome }) => welcome).map(({ id }) => id)).toEqual(['help']);
  });
});
