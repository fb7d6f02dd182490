import { describe, expect, test } from '@jest/globals';
import { dayOf, daysBefore, momentOf } from '../../../../src/core/day.ts';
import { meetingDueAt, recordDay } from '../../../../src/features/beirat/meetings/deadlines.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  away,
  contextAt,
  invitedAt,
  no,
  noticesOf,
  plan,
  plannedAt,
  rules,
  settled,
  told,
  wednesday,
  without,
  yes,
} from '../world.ts';
import { atMorning } from './acting.ts';

const invited = settled(invitedAt(), 'sent');
const morning = (day: string, staffing = {}) => contextAt(momentOf(day, '08:00'), staffing);
/** What a morning brings, and the meeting after it. */
function look(meeting: Meeting, day: string, staffing = {}) {
  const change = atMorning(meeting, morning(day, staffing));
  return { told: told(change), meeting: { ...meeting, ...change?.doc, version: meeting.version + 1 } };
}
const dayOfNextLook = ({ dueAt }: Meeting) => dueAt && dayOf(dueAt);
const everybody = ['chair', 'lotse', 'kgrz', 'admin', 'city', 'economy', 'science'];

describe('those who are silent are reminded', () => {
  test('three days and one day before the last day for answers, at eight in Koblenz, summer and winter', () => {
    expect(invited.dueAt).toBe('2026-11-30T07:00:00.000Z');
    const first = look(invited, '2026-11-30');
    expect(first.told).toEqual(everybody.map((who) => `reminder ${who}`));
    expect(dayOfNextLook(first.meeting)).toBe('2026-12-02');
    const second = look(first.meeting, '2026-12-02');
    expect(second.told).toEqual(everybody.map((who) => `reminder ${who}`));
    expect(dayOfNextLook(second.meeting)).toBe('2026-12-04');
    const summer = invitedAt('2027-06-01T08:00:00.000Z', {}, { day: '2027-06-24', replyBy: '2027-06-17' });
    expect(summer.dueAt).toBe('2027-06-14T06:00:00.000Z');
  });

  test('once a stage, however often it is looked', () => {
    const first = look(invited, '2026-11-30');
    expect(look(first.meeting, '2026-11-30').told).toEqual([]);
    expect(look(first.meeting, '2026-12-01').told).toEqual([]);
  });

  test('once after days that were slept through', () => {
    const late = look(invited, '2026-12-03');
    expect(late.told.filter((line) => line === 'reminder city')).toHaveLength(1);
    expect(late.meeting.urged.reminders).toBe(2);
  });

  test('not right after an invitation at short notice', () => {
    const soon = invitedAt(wednesday, {}, { day: '2026-12-01', replyBy: '2026-11-28' });
    expect(soon.urged.reminders).toBe(1);
    expect(dayOfNextLook(soon)).toBe('2026-11-27');
    const moved = acted(
      invited,
      'lotse',
      { kind: 'move', day: '2026-12-03', time: '14:00', reason: 'x' },
      contextAt('2026-11-28T09:00:00.000Z', { rules: { ...rules, notice: { days: 0 } } }),
    );
    expect([moved.plan.replyBy, moved.urged.reminders]).toEqual(['2026-12-02', 0]);
  });

  test('but neither who has answered nor who has left, deputies who stand in too', () => {
    const one = acted(acted(invited, 'admin', yes, contextAt(wednesday)), 'kgrz', no(), contextAt(wednesday));
    const result = look(one, '2026-11-30', { assignments: without('city') });
    expect(result.told).toEqual(
      ['lotse', 'chair', 'economy', 'science', 'kgrz-d1']
        .map((who) => `reminder ${who}`)
        .sort(sameOrder(result.told)),
    );
  });

  test('not on the day of the meeting or after', () => {
    const slept = look(invited, '2026-12-10');
    expect(slept.told.filter((line) => line.startsWith('reminder'))).toEqual([]);
    expect(dayOfNextLook(slept.meeting)).toBe('2026-12-11');
  });
});

const sameOrder = (list: readonly string[]) => (a: string, b: string) => list.indexOf(a) - list.indexOf(b);

describe('the office hears once that the quorum is not certain', () => {
  test('the day after the last day for answers', () => {
    const reminded = look(look(invited, '2026-11-30').meeting, '2026-12-02').meeting;
    const warned = look(reminded, '2026-12-04');
    expect(warned.told).toEqual(['danger lotse']);
    expect(look(warned.meeting, '2026-12-05').told).toEqual([]);
    expect(dayOfNextLook(warned.meeting)).toBe('2026-12-11');
    expect(look(reminded, '2026-12-04', { absences: [away('lotse')] }).told).toEqual(['danger lotse-deputy']);
  });

  test('not when it is', () => {
    const context = contextAt(wednesday);
    const sure = ['chair', 'kgrz', 'admin', 'city'].reduce(
      (now, who) => acted(now, who, yes, context),
      invited,
    );
    expect(look(sure, '2026-12-04').told).not.toContain('danger lotse');
  });

  test('not any more when the meeting is over', () => {
    expect(look(invited, '2026-12-11').told).toEqual(['record lotse']);
  });

  test('again for a new date', () => {
    const warned = look(invited, '2026-12-04').meeting;
    const context = contextAt('2026-12-04T09:00:00.000Z');
    const moved = acted(
      warned,
      'lotse',
      { kind: 'move', day: '2027-01-14', time: '14:00', reason: 'x' },
      context,
    );
    expect(moved.urged).toEqual({ reminders: 0, warned: false, record: 0 });
    expect(look(moved, '2027-01-08').told).toContain('danger lotse');
  });
});

describe('the office is reminded of what is missing after a meeting', () => {
  const held: Meeting = {
    ...invited,
    seal: undefined,
    state: 'held',
    urged: { reminders: 2, warned: true, record: 1 },
  };
  const stages = (meeting: Meeting, days: number, more = rules) =>
    Array.from({ length: 5 }, (_, record) =>
      recordDay(
        { plan, urged: { ...meeting.urged, record } },
        { rules: { ...more, minutes: { days, objectionDays: 14 } } },
      ),
    );

  test('the day after, a week before the minutes are due, on that day, then weekly', () => {
    expect(stages(held, 30)).toEqual(['2026-12-11', '2027-01-02', '2027-01-09', '2027-01-16', '2027-01-23']);
  });

  test('never twice for one day, however short the time for the minutes is', () => {
    for (const days of [1, 2, 7, 8, 9, 30]) {
      const list = stages(held, days);
      expect([...new Set(list)].sort()).toEqual(list);
    }
  });

  test('once after weeks that were slept through', () => {
    const slept = look(held, '2027-03-01');
    expect(slept.told).toEqual(['record lotse']);
    expect(String(dayOfNextLook(slept.meeting)) > '2027-03-01').toBe(true);
  });

  test('anew when the meeting did not take place and was moved: another notice, not the one that was sent', () => {
    const idsAfter = (meeting: Meeting, day: string) =>
      noticesOf(atMorning(meeting, morning(day))?.also).map(({ id }) => id);
    const over = look(invited, '2026-12-11').meeting;
    const context = contextAt('2026-12-11T09:00:00.000Z');
    const moved = acted(
      over,
      'lotse',
      { kind: 'move', day: '2027-01-14', time: '14:00', reason: 'x' },
      context,
    );
    expect(idsAfter(invited, '2026-12-11')).toEqual(['B-2026-1 record 1 1 lotse']);
    expect(idsAfter(moved, '2027-01-15')).toEqual(['B-2026-1 record 2 1 lotse']);
  });

  test('not about a meeting that has not taken place', () => {
    // A postponed one is asked for its date instead, see postponed.test.ts.
    expect(look({ ...invited, seal: undefined, state: 'postponed' }, '2026-12-20').told).toEqual([
      'date lotse',
    ]);
    expect(look({ ...invited, seal: undefined, state: 'cancelled' }, '2026-12-20').told).toEqual([]);
  });
});

test('before a meeting is invited to, time looks at its last day for that; after its end it has nothing to do', () => {
  const now = contextAt(wednesday);
  // Two days before 5 December, the last day for invitations to 10 December.
  for (const state of ['planned', 'approved'] as const)
    expect(meetingDueAt({ ...plannedAt(), state }, now)).toBe('2026-12-03T07:00:00.000Z');
  for (const state of ['minuted', 'cancelled'] as const)
    expect(meetingDueAt({ ...plannedAt(), state }, now)).toBeUndefined();
});

test('after a look the next one always lies ahead, whatever the rules and days are', () => {
  for (const remindDays of [[], [0], [3, 1], [3, 3], [30]]) {
    for (const replyBy of ['2026-11-25', '2026-12-03', '2026-12-09', '2026-12-10']) {
      const staffing = { rules: { ...rules, reply: { days: 7, remindDays } } };
      const start = invitedAt(wednesday, staffing, { replyBy });
      for (let days = 0; days <= 60; days += 1) {
        const day = daysBefore('2026-11-25', -days);
        const { meeting } = look(start, day, staffing);
        expect(String(meeting.dueAt) > momentOf(day, '08:00')).toBe(true);
      }
    }
  }
});
