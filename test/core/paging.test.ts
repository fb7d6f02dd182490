import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromIn, type Page, pageOf } from '../../src/core/paging.ts';

const listed = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a long list in pages', () => {
  test('says which part is shown and where the others begin', () => {
    expect(pageOf(listed(25), 10, 10, 'de')).toEqual({
      shown: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      place: '11 bis 20 von 25',
      next: 20,
      former: 0,
    });
    expect(pageOf(listed(25), 20, 10, 'en')).toMatchObject({ place: '21 to 25 of 25', next: undefined });
  });

  test('is just shown where it is short', () => {
    expect(pageOf(listed(3), 0, 10, 'de')).toEqual({ shown: [0, 1, 2] });
    expect(pageOf([], 40, 10, 'de')).toEqual({ shown: [] });
  });

  test('shows everything once, however long it is and wherever one begins', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.nat(200), (count, most, from) => {
        const all = listed(count);
        const seen: number[] = [];
        for (let next: number | undefined = 0; next !== undefined; ) {
          const page: Page<number> = pageOf(all, next, most, 'de');
          seen.push(...page.shown);
          next = page.next;
        }
        expect(seen).toEqual(all);
        const { shown, former } = pageOf(all, from, most, 'de');
        expect(shown.length).toBeGreaterThan(count === 0 ? -1 : 0);
        if (former !== undefined) expect(pageOf(all, former, most, 'de').next).toBeDefined();
      }),
    );
  });

  test.each([[{}], [undefined], [{ from: '-3' }], [{ from: 'x' }], [{ from: 1.5 }], [{ from: null }]])(
    'begins at the beginning for %j',
    (data) => expect(fromIn(data)).toBe(0),
  );
  test('begins where the button says', () => expect(fromIn({ from: '20' })).toBe(20));
});
