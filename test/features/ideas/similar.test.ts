import { describe, expect, test } from '@jest/globals';
import { qualityAt, readPairs } from '../../../bench/ideas/pairs.ts';
import { alike, foundIdeas, similarIdeas, similarity } from '../../../src/features/ideas/search/similar.ts';
import { tokensOf } from '../../../src/features/ideas/search/words.ts';
import { everySituation, ideaOf } from './world.ts';

const pairs = readPairs();

describe('the labelled pairs', () => {
  test('are enough, half of them alike, and no pair is in both parts', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(80);
    const share = pairs.filter(({ alike: yes }) => yes).length / pairs.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
    const keys = pairs.map(({ a, b }) => `${a.title} ${b.title}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are told apart on the tuning part as well as when the threshold was chosen', () => {
    const { precision, recall } = qualityAt(
      pairs.filter(({ set }) => set === 'tuning'),
      alike,
    );
    expect(precision).toBeGreaterThanOrEqual(0.7);
    expect(recall).toBeGreaterThanOrEqual(0.84);
  });

  test('are told apart better than by chance on the part that nothing was tuned on', () => {
    const check = pairs.filter(({ set }) => set === 'check');
    const mean = (yes: boolean) => {
      const scores = check.filter((pair) => pair.alike === yes).map(({ a, b }) => similarity(a, b));
      return scores.reduce((sum, one) => sum + one, 0) / scores.length;
    };
    expect(mean(true) - mean(false)).toBeGreaterThan(0.1);
  });
});

test('likeness is the same from both sides, and an idea is most like itself', () => {
  for (const { a, b } of pairs.slice(0, 30)) {
    expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 10);
    expect(similarity(a, a)).toBeGreaterThanOrEqual(similarity(a, b));
  }
});

test('a text of nothing but common words is like nothing', () => {
  expect(tokensOf('Das ist eine neue Idee für die Stadt')).toEqual([]);
  expect(similarity({ title: '', problem: '' }, { title: 'Sperrmüll', problem: '' })).toBe(0);
});

describe('the ideas that are shown as similar', () => {
  const { submitted, withdrawn, done } = everySituation();
  const ideas = [
    submitted,
    { ...withdrawn, id: 'ID-2026-0002' },
    { ...done, id: 'ID-2026-0003' },
    { ...ideaOf('staff-36', { title: 'Hochwasser messen', problem: 'Pegel fehlen' }), id: 'ID-2026-0004' },
  ];

  test('are not the idea itself, nor one that was taken back; one that came true is', () => {
    expect(similarIdeas(submitted, ideas).map(({ id }) => id)).toEqual(['ID-2026-0003']);
  });

  test('a search finds what is meant, in other words and in compounds', () => {
    const found = (query: string) => foundIdeas(query, ideas).map(({ id }) => id);
    expect(found('Abfall')).toContain('ID-2026-0001');
    expect(found('Hochwasserpegel')).toEqual(['ID-2026-0004']);
    expect(found('Radverkehr')).toEqual([]);
  });
});
