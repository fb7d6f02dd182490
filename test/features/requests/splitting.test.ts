import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Request } from '../../../src/features/requests/model.ts';
import { splitOf, splitText } from '../../../src/features/requests/splitting.ts';
import { type Start, submittedBy, workplace } from './world.ts';

/* The board is asked above 10.000 €. */

const bought = (id: string, costs: number | undefined, more: Partial<Request> = {}, start: Start = {}) => ({
  ...submittedBy('staff-61', { costs }, start),
  id,
  ...more,
});
const one = bought('IT-2026-0001', 600_000);

describe('one purchase in parts', () => {
  test('is shown with its parts, their sum and the limit that they pass', () => {
    const split = splitOf(one, [one, bought('IT-2026-0002', 500_000)], workplace);
    expect(split).toEqual({ with: ['IT-2026-0002'], cents: 1_100_000, limit: 10_000, days: 90 });
    expect(split && splitText(split, 'de')).toMatch(
      /^Zusammen mit IT-2026-0002 sind es 11\.000,00.€ in 90 Tagen, mehr als die Grenze von 10\.000,00.€\./,
    );
  });

  test.each<[string, readonly Request[]]>([
    ['together they stay below the limit', [bought('IT-2026-0002', 400_000)]],
    ['the other is something else', [bought('IT-2026-0002', 500_000, { title: 'Beamer' })]],
    ['the other was withdrawn', [bought('IT-2026-0002', 500_000, { state: 'withdrawn' })]],
    ['the other was rejected', [bought('IT-2026-0002', 500_000, { state: 'rejected' })]],
    [
      'too much time lies between',
      [bought('IT-2026-0002', 500_000, { createdAt: '2026-08-01T08:00:00.000Z' })],
    ],
    [
      'it is of other people and another unit',
      [{ ...submittedBy('staff-36', { costs: 500_000 }, { unit: '36' }), id: 'IT-2026-0002' }],
    ],
    ['the amount of the other is not known', [bought('IT-2026-0002', undefined)]],
  ])('is none when %s', (_why, others) => {
    expect(splitOf(one, others, workplace)).toBeUndefined();
  });

  test('is none where it passes the limit by itself, and where the type counts nothing together', () => {
    const other = bought('IT-2026-0002', 500_000);
    expect(splitOf(bought('IT-2026-0001', 1_100_000), [other], workplace)).toBeUndefined();
    expect(splitOf(one, [other], { splitDays: 0 })).toBeUndefined();
  });

  test('counts what was granted, where that is more, and the same people in another unit', () => {
    const other = { ...submittedBy('staff-61', { costs: 100_000 }, { unit: '36' }), id: 'IT-2026-0002' };
    expect(splitOf(one, [other], workplace)).toBeUndefined();
    expect(splitOf(one, [{ ...other, granted: 500_000 }], workplace)?.cents).toBe(1_100_000);
  });

  test('passes a limit together and none alone, whatever the amounts', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 6 });
    void fc.assert(
      fc.property(amounts, ([own = 0, ...rest]) => {
        const others = rest.map((costs, at) => bought(`IT-2026-10${at}`, costs));
        const split = splitOf(bought('IT-2026-0001', own), others, workplace);
        const sum = own + rest.reduce((a, b) => a + b, 0);
        expect(split !== undefined).toBe(own <= 1_000_000 && sum > 1_000_000);
        if (split) expect(split.cents).toBe(sum);
      }),
    );
  });
});
