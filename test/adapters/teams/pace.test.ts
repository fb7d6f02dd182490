import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  appLimits,
  conversationLimits,
  createPace,
  type Limit,
  nextFree,
} from '../../../src/adapters/teams/pace.ts';

const start = Date.parse('2026-11-24T08:00:00Z');

/** The greatest number of sendings in any stretch of that length. */
const busiest = (times: readonly number[], { within }: Limit): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + within).length));

describe('one conversation', () => {
  test('takes seven at once, and the eighth a second later', () => {
    const seven = Array.from({ length: 7 }, () => start);
    expect(nextFree(seven.slice(1), conversationLimits, start)).toBe(start);
    expect(nextFree(seven, conversationLimits, start)).toBe(start + 1000);
  });

  test('takes eight in two seconds', () => {
    const eight = [...Array.from({ length: 7 }, () => start), start + 1000];
    expect(nextFree(eight, conversationLimits, start + 1000)).toBe(start + 2000);
  });

  test.each(conversationLimits)('never gets more than $most within $within ms', (limit) => {
    const times: number[] = [];
    let now = start;
    for (let sent = 0; sent < 2000; sent += 1) {
      now = nextFree(times, conversationLimits, now);
      times.push(now);
    }
    expect(busiest(times, limit)).toBeLessThanOrEqual(limit.most);
  });
});

describe('the pace', () => {
  test('keeps all conversations together within the limit of the app', () => {
    const pace = createPace();
    const times = Array.from({ length: 300 }, (_, index) => pace.take(`chat ${index}`, start));
    const [limit] = appLimits;
    if (!limit) throw new Error('no limit');
    expect(busiest(times, limit)).toBeLessThanOrEqual(limit.most);
    expect(Math.max(...times) - start).toBeLessThan(12_000);
  });

  test('does not let a busy conversation slow down the others', () => {
    const pace = createPace();
    for (let sent = 0; sent < 7; sent += 1) pace.take('busy', start);
    expect(pace.waitFor('busy', start)).toBe(1000);
    expect(pace.waitFor('quiet', start)).toBe(0);
  });

  test('is silent as long as the channel asks for it', () => {
    const pace = createPace();
    pace.hold('chat', start + 60_000);
    expect(pace.waitFor('chat', start + 1000)).toBe(59_000);
    expect(pace.waitFor('chat', start + 60_000)).toBe(0);
  });

  test('holds whatever comes in whatever order', () => {
    const step = fc.record({
      chat: fc.constantFrom('a', 'b', 'c'),
      pause: fc.integer({ min: 0, max: 2000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        const pace = createPace();
        const sent = new Map<string, number[]>();
        let now = start;
        for (const { chat, pause } of steps) {
          now += pause;
          now += pace.waitFor(chat, now);
          now = pace.take(chat, now);
          sent.set(chat, [...(sent.get(chat) ?? []), now]);
        }
        for (const times of sent.values()) {
          for (const limit of conversationLimits) {
            expect(busiest(times, limit)).toBeLessThanOrEqual(limit.most);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
