import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appended, brokenEntry, type HistoryEntry, type NewEntry } from '../../src/core/history.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const entry = (act: string, more: Partial<NewEntry> = {}): NewEntry => ({
  at: '2026-11-25T08:00:00Z',
  by: 'itb-61',
  byName: 'IT-Beauftragte Amt 61',
  act,
  ...more,
});
const history = ['submitted', 'approved', 'done'].reduce<HistoryEntry[]>(
  (all, act) => appended(all, 'IT-2026-0042', entry(act, { facts: { step: 1, role: 'kgrz' } }), digest),
  [],
);

describe('the history of a case', () => {
  test('numbers its entries and chains each to the one before', () => {
    expect(history.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(history.map(({ previous }) => previous)).toEqual(['', history[0]?.hash, history[1]?.hash]);
    expect(brokenEntry(history, 'IT-2026-0042', digest)).toBeUndefined();
  });

  test('does not mind the order of the facts', () => {
    const turned = history.map((one) => ({ ...one, facts: { role: 'kgrz', step: 1 } }));
    expect(brokenEntry(turned, 'IT-2026-0042', digest)).toBeUndefined();
  });

  test('is broken where it was moved to another case', () => {
    expect(brokenEntry(history, 'IT-2026-0043', digest)?.n).toBe(1);
  });

  test.each([
    ['a word was changed', history.map((one) => (one.n === 2 ? { ...one, note: 'ja' } : one)), 2],
    ['a fact was changed', history.map((one) => (one.n === 3 ? { ...one, facts: { step: 9 } } : one)), 3],
    ['an entry was taken out', history.filter(({ n }) => n !== 2), 3],
    ['the first was taken out', history.slice(1), 2],
    ['two were exchanged', [history[0], history[2], history[1]] as HistoryEntry[], 3],
  ])('shows where %s', (_what, changed, n) => {
    expect(brokenEntry(changed, 'IT-2026-0042', digest)?.n).toBe(n);
  });

  test('shows any change of any text', () => {
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.constantFrom('at', 'by', 'byName', 'act', 'note', 'onBehalfOf'),
        fc.string(),
        (at, key, value) => {
          const changed = history.map((one, index) => (index === at ? { ...one, [key]: value } : one));
          fc.pre(JSON.stringify(changed) !== JSON.stringify(history));
          expect(brokenEntry(changed, 'IT-2026-0042', digest)?.n).toBe(at + 1);
        },
      ),
    );
  });
});
