import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomIds } from '../../../../../src/adapters/clock/random-ids.ts';
import { brokenEntry } from '../../../../../src/core/history.ts';
import { Refusal } from '../../../../../src/core/refusal.ts';
import {
  candidates,
  itemQuorum,
  seatsThere,
  standingOf,
} from '../../../../../src/features/beirat/meetings/attendance.ts';
import { presences } from '../../../../../src/features/beirat/meetings/model.ts';
import { codeOf } from '../../../../support/outcome.ts';
import type { Act } from '../acting.ts';
import {
  acted,
  allActed,
  answered,
  chair,
  contextAt,
  experts,
  held,
  heldWith,
  invited,
  invitedTo,
  meetingDay,
  mustBeHeld,
  office,
  opening,
  plan,
  recorded,
  voting,
} from './chamber.ts';

const presenceOf = (who: string, meeting = held) =>
  meeting.session.attendance.find(({ party }) => party === who)?.presence;

describe('a meeting is opened', () => {
  test('with the attendance that the answers let expect', () => {
    expect(presenceOf(chair)).toBe('in-person');
    expect(presenceOf('beirat-stadtkonzern')).toBe('online');
    expect(presenceOf('werkleitung-kgrz')).toBe('excused');
    expect(presenceOf('betrieb-kgrz')).toBe('in-person');
    expect(presenceOf('beirat-wissenschaft')).toBe('absent');
  });

  test('with the quorum counted by voting seats: the advisory management does not count', () => {
    expect(seatsThere(held.session.attendance)).toBe(5);
    expect(held.session.hasQuorum).toBe(true);
    expect(
      heldWith({ 'beirat-stadtkonzern': 'absent', 'beirat-verwaltung': 'absent', [office]: 'in-person' })
        .session,
    ).toMatchObject({
      hasQuorum: false,
    });
  });

  test('a member and the deputy together have one vote', () => {
    const both = heldWith({ 'werkleitung-kgrz': 'in-person' });
    expect(seatsThere(both.session.attendance)).toBe(5);
  });

  test('a deputy who was not invited is recorded only when there', () => {
    expect(presenceOf('beirat-vorsitz-deputy')).toBeUndefined();
    expect(presenceOf('beirat-vorsitz-deputy', heldWith({ 'beirat-vorsitz-deputy': 'in-person' }))).toBe(
      'in-person',
    );
  });

  test('whoever is in the chair chairs, else the deputy; somebody named must be there', () => {
    expect(held.session.chairedBy).toBe(chair);
    const deputised = heldWith({ [chair]: 'excused', 'beirat-vorsitz-deputy': 'in-person' });
    expect(deputised.session.chairedBy).toBe('beirat-vorsitz-deputy');
    expect(codeOf(() => heldWith({ [chair]: 'excused' }))).toBe('chair-not-there');
    const named: Act = { ...opening({ [chair]: 'excused' }), chairedBy: 'beirat-verwaltung' } as Act;
    expect(acted(answered, office, named, meetingDay).session?.chairedBy).toBe('beirat-verwaltung');
  });

  test('whoever opens it takes the minutes', () => {
    expect(acted(answered, 'digitallotse-deputy', opening(), meetingDay).session?.minutesBy).toBe(
      'digitallotse-deputy',
    );
  });

  test('duly convened when the notice period was kept or shortened with a reason', () => {
    expect(held.session.isConvened).toBe(true);
    const short = { ...plan, day: '2026-11-26', replyBy: '2026-11-25' };
    const urgent = invitedTo({ ...short, urgency: 'Die Förderfrist endet.' });
    expect(acted(urgent, office, opening(), '2026-11-26T13:00:00.000Z').session?.isConvened).toBe(true);
    const late = { ...invited, plan: short };
    expect(acted(late, office, opening(), '2026-11-26T13:00:00.000Z').session?.isConvened).toBe(false);
  });

  test.each(['', '25:00', '14', 'gleich'])('not at "%s"', (startedAt) => {
    expect(codeOf(() => acted(answered, office, { kind: 'hold', startedAt }, meetingDay))).toBe('time-wrong');
  });

  test('it ends after it began', () => {
    expect(codeOf(() => acted(held, office, { kind: 'end', endedAt: '14:05' }, meetingDay))).toBe(
      'time-wrong',
    );
    expect(acted(held, office, { kind: 'end', endedAt: '14:06' }, meetingDay).session?.endedAt).toBe('14:06');
  });
});

describe('a conflict of interest', () => {
  const without = (...parties: readonly string[]) =>
    mustBeHeld(
      allActed(
        held,
        meetingDay,
        parties.map((party) => [office, { kind: 'conflict', item: 'secret', party }] as const),
      ),
    );
  const quorumOf = (meeting: typeof held, item = 'secret') => itemQuorum(meeting, item, meeting.session);

  test('takes the member out of the quorum of that item only; a third of all seats is enough then', () => {
    const one = without('beirat-wirtschaft');
    expect(quorumOf(one)).toEqual({ there: 4, needed: 3, excluded: 1, isReached: true, isForAbsence: false });
    expect(quorumOf(one, 'report')).toEqual({
      there: 5,
      needed: 4,
      excluded: 0,
      isReached: true,
      isForAbsence: false,
    });
  });

  test('of three leaves too few: no resolution, and the refusal says what to do', () => {
    const three = without('beirat-wirtschaft', 'beirat-verwaltung', 'beirat-stadtkonzern');
    expect(quorumOf(three)).toEqual({
      there: 2,
      needed: 3,
      excluded: 3,
      isReached: false,
      isForAbsence: false,
    });
    const vote = voting([2, 0, 0], { item: 'secret' });
    expect(codeOf(() => acted(three, office, vote, meetingDay))).toBe('no-quorum-for-item');
    expect(acted(three, office, voting([3, 0, 0]), meetingDay).resolutions).toHaveLength(1);
  });

  test('does not give a quorum to a meeting that has none, nor does that of somebody absent', () => {
    const few = heldWith({ 'beirat-wirtschaft': 'absent', 'beirat-verwaltung': 'absent' });
    const act: Act = { kind: 'conflict', item: 'secret', party: 'beirat-wirtschaft' };
    const meeting = mustBeHeld(acted(few, office, act, meetingDay));
    expect(quorumOf(meeting)).toEqual({
      there: 3,
      needed: 4,
      excluded: 0,
      isReached: false,
      isForAbsence: true,
    });
    expect(codeOf(() => acted(meeting, office, voting([3, 0, 0], { item: 'secret' }), meetingDay))).toBe(
      'no-quorum',
    );
  });

  test('of a large body neither: four of nine are too few, with or without one of them excluded', () => {
    const attendance = held.session.attendance.filter(({ party }) => party !== 'beirat-wirtschaft');
    const conflicts = [{ item: 'secret', party: chair }];
    const large = { ...held, quorum: { of: 9, needed: 5 } };
    expect(itemQuorum(large, 'secret', { attendance, conflicts })).toEqual({
      there: 3,
      needed: 5,
      excluded: 1,
      isReached: false,
      isForAbsence: true,
    });
  });

  test('lets the deputy who is there vote instead', () => {
    const both = heldWith({ 'werkleitung-kgrz': 'in-person' });
    const one = mustBeHeld(
      acted(both, office, { kind: 'conflict', item: 'secret', party: 'werkleitung-kgrz' }, meetingDay),
    );
    expect(quorumOf(one)).toMatchObject({ there: 5, excluded: 0 });
  });

  test('can be taken back', () => {
    const back = acted(
      without(chair),
      office,
      { kind: 'conflict', item: 'secret', party: chair, isOff: true },
      meetingDay,
    );
    expect(back.session?.conflicts).toEqual([]);
  });

  test('that makes a resolution impossible is recorded all the same; the resolution says so', () => {
    const act: Act = { kind: 'conflict', item: 'secret', party: chair };
    const gone: Act = { kind: 'attend', party: 'beirat-stadtkonzern', presence: 'absent' };
    for (const one of [act, gone]) {
      const meeting = mustBeHeld(acted(recorded, office, one, meetingDay));
      expect(meeting.resolutions.map((resolution) => standingOf(meeting, resolution))).toContain(
        'votes-wrong',
      );
    }
  });
});

test('the chair cannot be recorded as away while chairing', () => {
  const act: Act = { kind: 'attend', party: chair, presence: 'absent' };
  expect(codeOf(() => acted(held, office, act, meetingDay))).toBe('chair-not-there');
});

test('opened with nobody there, the meeting finds its chair as people are recorded', () => {
  const empty = heldWith({}, invited);
  expect(empty.session.chairedBy).toBe(office);
  const one = acted(empty, office, { kind: 'attend', party: chair, presence: 'in-person' }, meetingDay);
  expect(one.session?.chairedBy).toBe(chair);
  const other = acted(
    empty,
    office,
    { kind: 'attend', party: 'beirat-verwaltung', presence: 'in-person' },
    meetingDay,
  );
  const ended = acted(other, office, { kind: 'end', endedAt: '15:00' }, meetingDay);
  expect(codeOf(() => acted(ended, office, { kind: 'send-minutes' }, meetingDay))).toBe('chair-not-there');
});

test('candidates are those who were invited, then deputies who may have come unasked', () => {
  const known = candidates(answered, contextAt(meetingDay));
  expect(known.filter(({ isExtra }) => isExtra).map(({ party }) => party)).toEqual([
    'beirat-vorsitz-deputy',
    'digitallotse-deputy',
  ]);
});

test('whatever the office records in whatever order, every resolution fits and the history is whole', () => {
  const who = fc.constantFrom(chair, 'betrieb-kgrz', office, ...experts);
  const item = fc.constantFrom('welcome', 'report', 'secret');
  const votes = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6));
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({ kind: fc.constant('attend' as const), party: who, presence: fc.constantFrom(...presences) }),
    fc.record({ kind: fc.constant('conflict' as const), item, party: who, isOff: fc.boolean() }),
    fc
      .tuple(votes, item, fc.string({ minLength: 1 }))
      .map(([given, of, wording]) => voting(given, { item: of, wording })),
    fc
      .tuple(votes, item, fc.constantFrom('B-2026/1-01', 'B-2026/1-02'))
      .map(([given, of, number]) => voting(given, { item: of, number })),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let meeting = held;
      for (const one of acts) {
        try {
          meeting = mustBeHeld(acted(meeting, office, one, meetingDay));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      for (const { item: of, votes: cast, isAdopted } of meeting.resolutions) {
        const { there, isReached } = itemQuorum(meeting, of, meeting.session);
        const standing = standingOf(meeting, { item: of, votes: cast });
        expect(standing === 'no-quorum').toBe(!isReached);
        if (standing === 'good')
          expect(cast.yes + cast.no + cast.abstain + (cast.none ?? 0)).toBeLessThanOrEqual(there);
        expect(isAdopted).toBe(cast.yes > cast.no);
      }
      const numbers = meeting.resolutions.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(brokenEntry(meeting.history, meeting.id, randomIds.digest)).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});
