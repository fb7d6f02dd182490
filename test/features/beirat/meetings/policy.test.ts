import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import {
  hasBegun,
  invitationOf,
  inviteeFor,
  isInvolved,
  isKeeper,
  isLate,
  mayHavePapers,
  mayPrepareItem,
  mayReadItem,
  meetingSeenAs,
  recommendedTo,
  requireNotBegun,
  requireOnlineAllowed,
  requireState,
} from '../../../../src/features/beirat/meetings/policy.ts';
import { codeOf } from '../../../support/outcome.ts';
import { acted, contextAt, invitedAt, item, no, people, plannedAt, wednesday, without } from '../world.ts';
import * as chamber from './record/chamber.ts';

/* Who sees, keeps, prepares and reads what of a meeting, asked of everybody in the Beirat and of a stranger. */

const context = contextAt(wednesday);
const items = [item('a'), item('b', { public: false })];
const planned = plannedAt(wednesday, { items });
const submitted = acted(planned, 'lotse', { kind: 'submit' }, context);
const invited = invitedAt(wednesday, undefined, { items });
/** The expert of the KGRZ declines, the first deputy steps in. */
const stepped = acted(invited, 'kgrz', no(), context);
const released = acted(stepped, 'kgrz', { kind: 'reply', answer: 'in-person', via: 'teams' }, context);
const of = (
  meeting: Meeting,
  may: (meeting: Meeting, party: string, at: typeof context) => unknown,
  at = context,
) => people.filter((who) => Boolean(may(meeting, who, at)));
const office = ['lotse', 'lotse-deputy'];
const members = ['chair', 'kgrz', 'admin', 'city', 'economy', 'science'];

describe('a meeting is kept', () => {
  test('by the office, and by the chair and the deputy from the first submission on', () => {
    expect(of(planned, isKeeper)).toEqual(office);
    expect(of(submitted, isKeeper)).toEqual([...office, 'chair', 'chair-deputy']);
  });
  test('and seen as what it is to each', () => {
    expect(people.map((who) => meetingSeenAs(invited, who, context) ?? '–')).toEqual([
      ...['meeting', 'meeting', 'meeting', 'meeting', 'invitation', '–', '–', 'invitation', '–'],
      ...['invitation', 'invitation', 'invitation', '–', '–'],
    ]);
    expect(of(planned, meetingSeenAs)).toEqual(office);
  });
  test('by those who are involved: who keeps it, and who is invited as long as they are in the Beirat', () => {
    expect(of(invited, isInvolved)).toEqual(
      [...office, 'chair', 'chair-deputy', ...members.slice(1)].sort(byPeople),
    );
    const left = contextAt(wednesday, { assignments: without('science') });
    expect(of(invited, isInvolved, left)).not.toContain('science');
    expect(invitationOf(invited, 'science', left)).toBeUndefined();
    expect(invitationOf(invited, 'kgrz', context)?.party).toBe('kgrz');
    expect(invitationOf(invited, 'kgrz-d1', context)).toBeUndefined();
  });
});

const byPeople = (a: string, b: string): number => people.indexOf(a) - people.indexOf(b);

test('it has begun at its minute, and nothing of its plan changes then', () => {
  const at = (time: string) => contextAt(`2026-12-10T${time}.000Z`);
  expect([hasBegun(invited, at('12:59:59')), hasBegun(invited, at('13:00:00'))]).toEqual([false, true]);
  expect(codeOf(() => requireNotBegun(invited, at('13:00:00')))).toBe('meeting-begun');
  expect(() => requireNotBegun(invited, at('12:59:59'))).not.toThrow();
});

test('a card that was drawn for another draft or issue is late, one that names neither is not', () => {
  const of3 = { draft: 3, issue: 2 };
  expect([{}, { draft: 3 }, { issue: 2 }, { draft: 3, issue: 2 }].map((card) => isLate(of3, card))).toEqual(
    Array.from({ length: 4 }, () => false),
  );
  expect(
    [{ draft: 2 }, { issue: 1 }, { draft: 3, issue: 1 }, { draft: 2, issue: 2 }].map((card) =>
      isLate(of3, card),
    ),
  ).toEqual(Array.from({ length: 4 }, () => true));
});

test('an act is for the states that it names', () => {
  expect(codeOf(() => requireState(invited, 'planned', 'held'))).toBe('not-now');
  expect(() => requireState(invited, 'planned', 'invited')).not.toThrow();
});

test('whoever is not invited is told so; a deputy who was let go that they are not needed any more', () => {
  expect(inviteeFor(invited, 'kgrz', context).party).toBe('kgrz');
  const told = (meeting: Meeting, who: string, at = context) => codeOf(() => inviteeFor(meeting, who, at));
  expect(told(released, 'kgrz-d1')).toBe('not-needed');
  expect(told(released, 'kgrz-d1', contextAt(wednesday, { assignments: without('kgrz-d1') }))).toBe(
    'not-invited',
  );
  expect(told(released, 'admin-d1')).toBe('not-invited');
  expect(told(released, 'stranger')).toBe('not-invited');
  expect(told(invited, 'science', contextAt(wednesday, { assignments: without('science') }))).toBe(
    'not-invited',
  );
});

test('online is what the rules say', () => {
  expect(codeOf(() => requireOnlineAllowed({ rules: { ...context.rules, online: 'never' } }))).toBe(
    'online-not-allowed',
  );
  expect(() => requireOnlineAllowed({ rules: { ...context.rules, online: 'allowed' } })).not.toThrow();
});

describe('papers', () => {
  test('are for who keeps the meeting and who is invited, a deputy while needed, and nobody once it is called off', () => {
    const all = [...office, 'chair', 'chair-deputy', ...members.slice(1)];
    expect(of(invited, mayHavePapers)).toEqual(all.sort(byPeople));
    expect(of(stepped, mayHavePapers)).toContain('kgrz-d1');
    expect(of(released, mayHavePapers)).not.toContain('kgrz-d1');
    const off = acted(invited, 'lotse', { kind: 'cancel', reason: 'keine Themen' }, context);
    expect(of(off, mayHavePapers)).toEqual([]);
  });
  test('of an item that is not public are prepared by the same people; of a public one anybody may', () => {
    const prepare = (meeting: Meeting, id: string) =>
      of(meeting, (one, who, at) => mayPrepareItem(one, id, who, at));
    expect(prepare(stepped, 'b')).toEqual(
      [...office, 'chair', 'chair-deputy', ...members.slice(1), 'kgrz-d1'].sort(byPeople),
    );
    expect(prepare(released, 'b')).not.toContain('kgrz-d1');
    expect(prepare(invited, 'a')).toEqual([...people]);
    expect(prepare(invited, 'not-there')).toEqual([...people]);
    expect(prepare(planned, 'b')).toEqual(office);
  });
});

describe('what was said on an item', () => {
  const read = (meeting: Meeting, id: string) => of(meeting, (one, who, at) => mayReadItem(one, id, who, at));
  test('is for everybody where it is public', () => {
    expect(read(invited, 'a')).toEqual([...people]);
    expect(read(invited, 'not-there')).toEqual([...people]);
  });
  test('else for office, the chair in person and members; deputies only where they sat', () => {
    expect(read(stepped, 'b')).toEqual([...office, ...members].sort(byPeople));
    const day = contextAt('2026-12-10T13:10:00.000Z');
    const held = acted(
      stepped,
      'lotse',
      {
        kind: 'hold',
        startedAt: '14:05',
        presence: { chair: 'in-person', 'kgrz-d1': 'in-person', 'admin-d1': 'absent' },
      },
      day,
    );
    expect(held.state).toBe('held');
    const readers = of(held, (one, who, at) => mayReadItem(one, 'b', who, at), day);
    expect(readers).toEqual([...office, ...members, 'kgrz-d1'].sort(byPeople));
    // Now the record says who was there: preparing is over.
    expect(of(held, (one, who, at) => mayPrepareItem(one, 'b', who, at), day)).toEqual(readers);
    const apart = acted(held, 'lotse', { kind: 'conflict', item: 'b', party: 'economy' }, day);
    expect(of(apart, (one, who, at) => mayReadItem(one, 'b', who, at), day)).not.toContain('economy');
  });
});

describe('a recommendation', () => {
  const voted = chamber.allActed(chamber.held, chamber.meetingDay, [
    [chamber.office, chamber.voting([4, 1, 0], { addressee: 'stadtvorstand' })],
    [chamber.office, { kind: 'end', endedAt: '16:10' }],
    [chamber.office, { kind: 'send-minutes' }],
  ]);
  const sent = chamber.acted(voted, chamber.chair, { kind: 'release-minutes' }, chamber.meetingDay);
  const at = chamber.contextAt(chamber.weekLater);
  const executive = 'vorsitz-stadtvorstand';
  const numbers = (meeting: Meeting, who: string, when = at) =>
    recommendedTo(meeting, who, when).map(({ number }) => number);
  test('is seen by the side that it is addressed to, from the release on, and by nobody else', () => {
    expect(numbers(sent, executive)).toEqual(['B-2026/1-01']);
    expect(numbers(voted, executive)).toEqual([]);
    expect(numbers(sent, 'staff-61')).toEqual([]);
    expect(meetingSeenAs(sent, executive, at)).toBe('recommendations');
  });
  test('is none any more when it is no resolution, or the rules have dropped the body', () => {
    const lost = { ...sent, resolutions: sent.resolutions.map((one) => ({ ...one, isAdopted: false })) };
    expect(numbers(lost, executive)).toEqual([]);
    const { recommendations: _, ...dropped } = at.rules;
    expect(numbers(sent, executive, { ...at, rules: dropped })).toEqual([]);
  });
});
