import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Happening, happening, Life } from './life.ts';

/*
 * Random lives of a meeting. Whatever happens, the invariants hold: the history is whole, everybody is sent everything
 * once and has it in the ledger, nobody who was let go is asked, a seat is taken by one, time never stands still.
 */

const lived = (happenings: readonly Happening[], isInvited: boolean, seen?: (life: Life) => void) => {
  const life = new Life(isInvited);
  for (const one of happenings) {
    life.step(one);
    seen?.(life);
  }
  return life;
};

const allEntries = [
  'planned edited submitted recalled approved wished invited moved relocated amended postponed cancelled accepted',
  'declined deputy-invited deputy-released no-deputy joined left asked answered reminded resent reached',
  'quorum-in-danger discarded confirmed',
].flatMap((line) => line.split(' '));

test('the random lives reach every state before the record, and every kind of entry', () => {
  const states = new Set<string>();
  const entries = new Set<string>();
  const lives = fc.sample(fc.array(happening, { minLength: 60, maxLength: 90 }), { numRuns: 80, seed: 13 });
  lives.forEach((happenings, n) => {
    const life = lived(happenings, n % 2 === 0, ({ meeting }) => states.add(meeting.state));
    for (const { act } of life.meeting.history) entries.add(act);
  });
  expect([...states].sort()).toEqual(
    ['approved', 'awaiting-approval', 'cancelled', 'invited', 'planned', 'postponed'].sort(),
  );
  expect(allEntries.filter((act) => !entries.has(act))).toEqual([]);
});

describe('whatever happens to a meeting', () => {
  test.each([
    ['from its first draft on', false],
    ['from the invitation on', true],
  ])(
    '%s, what must hold does',
    (_from, isInvited) => {
      void fc.assert(
        fc.property(fc.array(happening, { minLength: 15, maxLength: 60, size: 'max' }), (happenings) => {
          lived(happenings, isInvited);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});
