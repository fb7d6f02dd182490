import { describe, expect, test } from '@jest/globals';
import { replyDay } from '../../../../src/features/beirat/meetings/acts/draft.ts';
import { changesSinceApproval, changeText } from '../../../../src/features/beirat/meetings/approval.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  activeIn,
  allActed,
  attempt,
  away,
  contextAt,
  invitedAt,
  inviteeOf,
  no,
  outcome,
  plan,
  plannedAt,
  toInvitation,
  told,
  wednesday,
  without,
  yes,
} from '../world.ts';
import type { Act } from './acting.ts';

const now = contextAt('2026-11-26T09:00:00.000Z');
const reason = 'Brandschutz';
const move: Act = { kind: 'move', day: '2026-12-17', time: '10:00', reason };
const postpone: Act = { kind: 'postpone', reason };
const members = ['chair', 'lotse', 'kgrz', 'admin', 'city', 'economy', 'science'];
const toldOf = (meeting: Meeting, act: Act, who = 'lotse', context = now) => {
  const result = attempt(meeting, act, who, context);
  return typeof result === 'string' ? [result] : told(result);
};
const each = (kind: string) => members.map((who) => `${kind} ${who}`);

const answered = allActed(
  invitedAt(),
  [
    ['admin', yes],
    ['kgrz', no()],
    ['kgrz-d1', yes],
  ],
  now,
);

describe('a meeting is moved', () => {
  const moved = acted(answered, 'lotse', move, now);

  test('and everybody is asked anew; what they had said stays known to the office', () => {
    expect(moved).toMatchObject({ state: 'invited', issue: 2, sequence: 1 });
    expect(moved.plan).toMatchObject({ day: '2026-12-17', time: '10:00', replyBy: '2026-12-10' });
    expect(moved.invitees.filter(({ reply, openedAt }) => reply || openedAt)).toEqual([]);
    expect(inviteeOf(moved, 'kgrz').earlier?.answer).toBe('no');
    expect(
      inviteeOf(acted(moved, 'lotse', { ...move, day: '2026-12-18' }, now), 'kgrz').earlier?.answer,
    ).toBe('no');
  });

  test('with the deputy, who is let go as soon as the member accepts the new date', () => {
    expect(new Set(toldOf(answered, move))).toEqual(
      new Set([...each('change'), 'change kgrz-d1', 'confirm-change chair']),
    );
    expect(toldOf(moved, { ...yes, issue: 2 } as Act, 'kgrz')).toEqual(['released kgrz-d1']);
    expect(toldOf(moved, no(), 'kgrz')).toEqual(['news lotse']);
  });

  test('without the deputy who had declined the old date', () => {
    const both = allActed(answered, [['kgrz-d1', no()]], now);
    expect(activeIn(both)).toEqual(expect.arrayContaining(['kgrz-d1', 'kgrz-d2']));
    const after = acted(both, 'lotse', move, now);
    expect(activeIn(after)).not.toContain('kgrz-d1');
    expect(activeIn(after)).toContain('kgrz-d2');
    expect(toldOf(both, move)).not.toContain('change kgrz-d1');
  });

  test('at short notice only with a reason, which is dropped where the notice is kept', () => {
    const soon = { kind: 'move', day: '2026-11-30', time: '10:00', reason } as const;
    expect(outcome(answered, soon, 'lotse', now)).toBe('urgency-missing');
    const urgent = acted(answered, 'lotse', { ...soon, urgency: 'Förderfrist' }, now);
    expect(urgent.plan).toMatchObject({ urgency: 'Förderfrist', replyBy: '2026-11-29' });
    expect(acted(urgent, 'lotse', move, now).plan.urgency).toBeUndefined();
  });

  test.each([
    ['without a reason', { ...move, reason: ' ' }, 'reason-missing'],
    ['to a day that has begun', { ...move, day: '2026-11-26' }, 'day-not-possible'],
    ['with answers until after it', { ...move, replyBy: '2026-12-18' }, 'reply-day-not-possible'],
    ['to the date that it has', { ...move, day: plan.day, time: plan.time }, 'nothing'],
    ['to another time of the same day', { ...move, day: plan.day, time: '15:00' }, '→ invited'],
    ['to another length', { ...move, day: plan.day, time: plan.time, minutes: 60 }, '→ invited'],
  ] as readonly (readonly [string, Act, string])[])('%s: as it should', (_what, act, code) => {
    expect(outcome(answered, act, 'lotse', now)).toBe(code);
  });
});

describe('a meeting is postponed', () => {
  const off = acted(answered, 'lotse', postpone, now);

  test('and leaves the calendars; a new date is a new entry there', () => {
    expect(off).toMatchObject({ state: 'postponed', issue: 2, calendar: 1, sequence: 1 });
    expect(toldOf(answered, postpone)).toEqual(expect.arrayContaining(each('cancellation')));
    const again = acted(off, 'lotse', move, now);
    expect(again).toMatchObject({ state: 'invited', issue: 3, calendar: 1 });
    expect(inviteeOf(again, 'admin').earlier?.answer).toBe('in-person');
  });

  test('nobody answers it, everybody may ask', () => {
    expect(outcome(off, yes, 'admin', now)).toBe('not-now');
    expect(outcome(off, { kind: 'ask', text: 'Wann dann?' }, 'admin', now)).toBe('→ postponed');
  });
});

describe('place and agenda change', () => {
  const relocate: Act = { kind: 'relocate', place: 'KGRZ', reason };
  const amend: Act = { kind: 'amend', items: plan.items.slice(0, 1), reason };

  test.each([
    ['place', relocate],
    ['agenda', amend],
  ])('%s: answers stay, but the new issue is not opened yet', (_what, act) => {
    const after = acted(answered, 'lotse', act, now);
    expect(after).toMatchObject({ state: 'invited', issue: 2, sequence: 1 });
    expect(inviteeOf(after, 'admin').reply?.answer).toBe('in-person');
    expect(inviteeOf(after, 'admin').openedAt).toBeUndefined();
    expect(toldOf(answered, act)).toEqual(expect.arrayContaining(each('change')));
  });

  test('not to what they are, not to nothing, and not without a reason', () => {
    expect(outcome(answered, { kind: 'relocate', place: plan.place, reason }, 'lotse', now)).toBe('nothing');
    expect(outcome(answered, { kind: 'relocate', place: ' ', reason }, 'lotse', now)).toBe('text-missing');
    expect(outcome(answered, { kind: 'amend', items: plan.items, reason }, 'lotse', now)).toBe('nothing');
    expect(outcome(answered, { kind: 'amend', items: [], reason }, 'lotse', now)).toBe('agenda-missing');
    expect(outcome(answered, { ...relocate, reason: '' } as Act, 'lotse', now)).toBe('reason-missing');
  });
});

describe('the chair hears', () => {
  const cancel: Act = { kind: 'cancel', reason };

  test('of a cancellation while the draft is there, and only then', () => {
    const submitted = allActed(plannedAt(), toInvitation.slice(0, 1), now);
    expect(toldOf(plannedAt(), cancel)).toEqual([]);
    expect(toldOf(submitted, cancel)).toEqual(['news chair']);
    const context = contextAt(wednesday, { absences: [away('chair')] });
    expect(toldOf(submitted, cancel, 'lotse', context)).toEqual(['news chair-deputy', 'news chair']);
  });

  test('of every change after the invitation: as a member, or as the deputy who approved', () => {
    expect(toldOf(answered, cancel).filter((line) => line.endsWith('chair'))).toEqual(['cancellation chair']);
    const staffing = { assignments: without('chair') };
    const context = contextAt('2026-11-26T09:00:00.000Z', staffing);
    const byDeputy = allActed(
      plannedAt(),
      [
        ['lotse', { kind: 'submit' }],
        ['chair-deputy', { kind: 'approve' }],
        ['lotse', { kind: 'invite' }],
      ],
      context,
    );
    for (const act of [postpone, cancel])
      expect(toldOf(byDeputy, act, 'lotse', context)).toContain('news chair-deputy');
    expect(toldOf(byDeputy, move, 'lotse', context)).toContain('confirm-change chair-deputy');
  });
});

describe('what the chair approved is what the chair saw', () => {
  const amend: Act = {
    kind: 'amend',
    items: [...plan.items, { ...plan.items[0], id: 'new' }] as never,
    reason,
  };
  const amended = acted(answered, 'lotse', amend, now);
  const confirm = (issue?: number): Act => ({ kind: 'confirm-change', ...(issue ? { issue } : {}) });

  test('so a change after the invitation asks the chair to confirm it, with what is new', () => {
    expect(toldOf(answered, amend)).toContain('confirm-change chair');
    const lines = (meeting: Meeting) =>
      changesSinceApproval(meeting).map((entry) => changeText(entry, meeting, 'de'));
    expect(lines(answered)).toEqual([]);
    expect(lines(amended)).toEqual([`TOP ${plan.items.length + 1} ist neu. Grund: „Brandschutz“`]);
    expect(lines(acted(amended, 'lotse', move, now))[1]).toBe(
      'Termin: 10.12.2026, 14:00 → 17.12.2026, 10:00. Grund: „Brandschutz“',
    );
    const elsewhere: Act = { kind: 'relocate', place: 'Bürgersaal', reason };
    expect(lines(acted(amended, 'lotse', elsewhere, now))[1]).toMatch(/^Ort: .* → Bürgersaal\. Grund/);
  });

  test('one press of the chair confirms it; words and cards of before do not', () => {
    expect(outcome(amended, confirm(), 'chair', now)).toBe('change-unseen');
    expect(outcome(amended, confirm(1), 'chair', now)).toBe('nothing');
    expect(outcome(amended, confirm(2), 'lotse', now)).toBe('only-chair');
    const confirmed = acted(amended, 'chair', confirm(2), now);
    expect(changesSinceApproval(confirmed)).toEqual([]);
    expect(confirmed.approval).toMatchObject({ by: 'chair', at: now.now });
    expect(outcome(confirmed, confirm(2), 'chair', now)).toBe('nothing');
    expect(changesSinceApproval(acted(confirmed, 'lotse', move, now))).toHaveLength(1);
  });

  test('there is nothing to confirm where nothing changed, or nobody is invited any more', () => {
    expect(outcome(answered, confirm(1), 'chair', now)).toBe('nothing');
    expect(outcome(acted(amended, 'lotse', postpone, now), confirm(3), 'chair', now)).toBe('not-now');
  });
});

describe('once the meeting has begun', () => {
  const begun = contextAt('2026-12-10T13:00:00.000Z');
  const before = contextAt('2026-12-10T12:59:59.999Z');

  test.each([
    ['remind', { kind: 'remind' }, 'lotse', 'meeting-begun'],
    ['complete', { kind: 'complete' }, 'lotse', 'meeting-begun'],
    ['relocate', { kind: 'relocate', place: 'KGRZ', reason }, 'lotse', 'meeting-begun'],
    ['amend', { kind: 'amend', items: plan.items.slice(1), reason }, 'lotse', 'meeting-begun'],
    ['reply', { kind: 'reply', answer: 'online', via: 'teams' }, 'admin', 'meeting-over'],
  ] as readonly (readonly [string, Act, string, string])[])('%s comes too late', (_what, act, who, code) => {
    expect(outcome(answered, act, who, begun)).toBe(code);
    expect(outcome(answered, act, who, before)).not.toBe(code);
  });

  test('it can still be moved, postponed or called off: it may not have taken place', () => {
    for (const act of [{ ...move, day: '2026-12-17' }, postpone, { kind: 'cancel', reason }] as const)
      expect(outcome(answered, act as Act, 'lotse', begun)).toMatch(/^→/);
  });
});

test.each([
  ['the usual days before', '2026-12-10', '2026-12-03'],
  ['the day before, where those are over', '2026-12-02', '2026-12-01'],
  ['the day before, where it would be today', '2026-12-03', '2026-12-02'],
  ['today, for a meeting tomorrow', '2026-11-27', '2026-11-26'],
])('answers are asked for until %s', (_what, day, expected) => {
  expect(replyDay(day, now)).toBe(expected);
});
