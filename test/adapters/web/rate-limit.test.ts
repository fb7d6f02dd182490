import { describe, expect, test } from '@jest/globals';
import { createRateLimit } from '../../../src/adapters/web/rate-limit.ts';

describe('a rate limit', () => {
  test('lets a burst through, then one each time', () => {
    const wait = createRateLimit({ burst: 3, everyMs: 1000 });
    expect([wait('a', 0), wait('a', 0), wait('a', 0), wait('a', 0)]).toEqual([0, 0, 0, 1000]);
    expect([wait('a', 999), wait('a', 1000), wait('a', 1000)]).toEqual([1, 0, 1000]);
  });

  test('counts everybody apart', () => {
    const wait = createRateLimit({ burst: 1, everyMs: 1000 });
    expect([wait('a', 0), wait('b', 0), wait('a', 0)]).toEqual([0, 0, 1000]);
  });

  test('saves up no more than a burst, and does not mind a clock that goes back', () => {
    const wait = createRateLimit({ burst: 2, everyMs: 1000 });
    wait('a', 0);
    expect([wait('a', 1e9), wait('a', 1e9), wait('a', 1e9)]).toEqual([0, 0, 1000]);
    expect(wait('a', 5)).toBe(3000);
  });

  test('lets a price run into debt', () => {
    const wait = createRateLimit({ burst: 2, everyMs: 1000 });
    expect([wait('a', 0, 4), wait('a', 0), wait('a', 2999), wait('a', 3000)]).toEqual([0, 3000, 1, 0]);
  });

  test('forgets who was not seen for longest, not who is there right now', () => {
    const wait = createRateLimit({ burst: 1, everyMs: 1000 });
    wait('first', 0);
    for (let other = 0; other < 10_000; other += 1) {
      wait(`other-${other}`, 0);
      if (other % 100 === 0) wait('busy', 0);
    }
    expect([wait('busy', 0), wait('first', 0)]).toEqual([1000, 0]);
  });
});
