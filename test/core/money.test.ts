import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { centsOf, euros } from '../../src/core/money.ts';

describe('an amount that somebody wrote', () => {
  test.each([
    ['1250', 125_000],
    ['1.250', 125_000],
    ['1,250', 125_000],
    ['1.250,50 €', 125_050],
    ['EUR 1,250.50', 125_050],
    ['12 345 678,9', 1_234_567_890],
    ['99,-', 9_900],
    ['0,05', 5],
  ])('%s is %d cents', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  test.each(['', 'viel', '-5', '1.2.3', '1.250.50', '12,345,6', '1,234.567,00', '1e9', '0,005'])(
    '%j is no amount',
    (text) => {
      expect(centsOf(text)).toBeUndefined();
    },
  );

  test('is read back as it is shown, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        expect(centsOf(euros('de', cents))).toBe(cents);
        expect(centsOf(euros('en', cents))).toBe(cents);
      }),
    );
  });
});
