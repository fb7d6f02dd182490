import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysBefore } from '../../../../../src/core/day.ts';
import { isWorkingDay } from '../../../../../src/core/working-days.ts';
import {
  minutesDue,
  monthsLater,
  schoolHolidayOn,
} from '../../../../../src/features/beirat/board/notice-period.ts';
import type { Meeting, State } from '../../../../../src/features/beirat/meetings/model.ts';
import {
  dueDay,
  isReminderDue,
  proposedDays,
  rhythmOf,
} from '../../../../../src/features/beirat/meetings/rhythm/rhythm.ts';
import { contextAt, holidays, plannedAt, rules } from '../../world.ts';

const meetingOn = (day: string, state: State = 'minuted', id = `B-${day}`): Meeting => ({
  ...plannedAt(undefined, { day }),
  id,
  state,
});
const noon = (day: string) => contextAt(`${day}T11:00:00.000Z`);

describe('the same day some months later', () => {
  test.each([
    ['2026-12-10', 6, '2027-06-10'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-10-25', 5, '2027-03-25'],
    ['2026-07-01', 12, '2027-07-01'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});

describe('minutes are due a month after the meeting', () => {
  test.each([
    ['2027-01-31', '2027-02-28'],
    ['2027-02-01', '2027-03-01'],
    ['2027-02-10', '2027-03-10'],
    ['2027-02-25', '2027-03-25'],
    ['2028-01-31', '2028-02-29'],
    ['2028-02-10', '2028-03-10'],
    ['2028-02-29', '2028-03-29'],
    ['2026-12-31', '2027-01-31'],
    ['2027-03-28', '2027-04-28'],
    ['2027-10-31', '2027-11-30'],
  ])('of %s on %s', (day, due) => {
    expect(minutesDue(day, rules)).toBe(due);
  });

  test('or some days after it, where an own file of before says so', () => {
    expect(minutesDue('2027-01-31', { minutes: { days: 30, objectionDays: 14 } })).toBe('2027-03-02');
  });
});

describe('the next meeting is due', () => {
  test.each([
    [[], undefined],
    [[['2026-06-11', 'minuted']], '2026-12-11'],
    [
      [
        ['2026-06-11', 'minuted'],
        ['2026-12-10', 'invited'],
      ],
      '2027-06-10',
    ],
    [
      [
        ['2026-06-11', 'held'],
        ['2026-12-10', 'cancelled'],
      ],
      '2026-12-11',
    ],
    [
      [
        ['2026-06-11', 'held'],
        ['2026-12-10', 'postponed'],
      ],
      '2026-12-11',
    ],
    [[['2026-12-10', 'planned']], undefined],
  ] as const)('after %j on %s', (rows, due) => {
    expect(
      dueDay(
        rows.map(([day, state]) => meetingOn(day, state)),
        { rules },
      ),
    ).toBe(due);
  });
});

describe('proposed days', () => {
  test('are the last three usual weekdays up to the due day', () => {
    const days = proposedDays([meetingOn('2026-06-11')], noon('2026-11-02'));
    expect(days).toEqual(['2026-11-26', '2026-12-03', '2026-12-10']);
  });

  test('where there is no time before it, go on after it, outside of school holidays', () => {
    const days = proposedDays([meetingOn('2026-06-11')], noon('2026-11-25'));
    // 24.12. to 08.01. are no days for a meeting.
    expect(days).toEqual(['2026-12-10', '2026-12-17', '2027-01-14']);
  });

  test('of a second meeting, or one that is moved, are the next possible ones', () => {
    const first = meetingOn('2027-01-07', 'held');
    const soon = { soon: true, except: first.id };
    expect(proposedDays([first], noon('2027-01-08'), soon)).toEqual([
      '2027-01-28',
      '2027-02-04',
      '2027-02-11',
    ]);
  });

  test('do not count from a meeting that had no quorum', () => {
    const empty = { ...meetingOn('2027-01-07', 'held'), session: { hasQuorum: false } as Meeting['session'] };
    expect(dueDay([meetingOn('2026-11-26'), empty], { rules })).toBe('2027-05-26');
  });

  test('begin, when it is overdue or the first, as early as approval, notice and answers allow', () => {
    const earliest = daysBefore('2026-11-25', -(rules.notice.days + rules.reply.days + 3));
    for (const meetings of [[], [meetingOn('2025-01-09')]]) {
      const [first = ''] = proposedDays(meetings, noon('2026-11-25'));
      expect(first >= earliest).toBe(true);
      expect(first).toBe('2026-12-10');
    }
  });

  test('leave out days that have a meeting already, but not those of a cancelled one', () => {
    expect(proposedDays([meetingOn('2026-12-10', 'planned')], noon('2026-11-25'))[0]).toBe('2026-12-17');
    expect(proposedDays([meetingOn('2026-12-10', 'cancelled')], noon('2026-11-25'))[0]).toBe('2026-12-10');
  });

  test('leave out holidays: Corpus Christi is always a Thursday', () => {
    const days = proposedDays([meetingOn('2026-11-26')], noon('2027-05-03'));
    expect(days).toEqual(['2027-05-20', '2027-06-03', '2027-06-10']);
    expect(holidays.nameOf('2027-05-27')?.de).toBe('Fronleichnam');
    expect(holidays.nameOf('2027-05-06')?.de).toBe('Christi Himmelfahrt');
  });

  test('are on every day of ten years three, later, in order, working days of the usual weekday', () => {
    const start = Date.parse('2026-01-01T11:00:00.000Z');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: -400, max: 200 }),
        fc.boolean(),
        (offset, before, hasMet) => {
          const now = new Date(start + offset * 86_400_000).toISOString();
          const today = now.slice(0, 10);
          const meetings = hasMet ? [meetingOn(daysBefore(today, -before))] : [];
          const days = proposedDays(meetings, contextAt(now));
          expect(days).toHaveLength(3);
          expect([...new Set(days)].sort()).toEqual(days);
          for (const day of days) {
            expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe(rules.usual.weekday);
            expect(isWorkingDay(day, holidays)).toBe(true);
            expect(schoolHolidayOn(day, rules)).toBeUndefined();
            expect(day > daysBefore(today, -(rules.notice.days + 1))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the reminder of the rhythm', () => {
  const met = [meetingOn('2026-12-10')];
  const isDue = (now: string, meetings: readonly Meeting[] = met) =>
    isReminderDue(rhythmOf(meetings, contextAt(now)), contextAt(now));

  test('comes 42 days before the due day, at eight in Koblenz, summer or winter', () => {
    expect(isDue('2027-04-28T11:00:00.000Z')).toBe(false);
    expect(isDue('2027-04-29T05:59:00.000Z')).toBe(false);
    expect(isDue('2027-04-29T06:00:00.000Z')).toBe(true);
    const summer = [meetingOn('2026-06-11')];
    expect(isDue('2026-10-30T06:59:00.000Z', summer)).toBe(false);
    expect(isDue('2026-10-30T07:00:00.000Z', summer)).toBe(true);
  });

  test('waits for a working day', () => {
    // 1 May 2027 is a Saturday; the day 42 days before 12 June.
    const meetings = [meetingOn('2026-12-12')];
    expect(isDue('2027-05-01T11:00:00.000Z', meetings)).toBe(false);
    expect(isDue('2027-05-02T11:00:00.000Z', meetings)).toBe(false);
    expect(isDue('2027-05-03T11:00:00.000Z', meetings)).toBe(true);
  });

  test.each(['planned', 'awaiting-approval', 'approved', 'postponed', 'invited'] as const)(
    'does not come while a meeting is %s',
    (state) => {
      expect(isDue('2027-05-03T11:00:00.000Z', [...met, meetingOn('2027-06-03', state)])).toBe(false);
    },
  );

  test('comes when the one that was planned was given up, but not while a postponed one waits for its day', () => {
    expect(isDue('2027-05-03T11:00:00.000Z', [...met, meetingOn('2027-03-04', 'approved')])).toBe(true);
    expect(isDue('2027-05-03T11:00:00.000Z', [...met, meetingOn('2027-03-04', 'postponed')])).toBe(false);
  });

  test('comes when the one that was planned is cancelled, and never for a Beirat that has not met', () => {
    expect(isDue('2027-05-03T11:00:00.000Z', [...met, meetingOn('2027-06-03', 'cancelled')])).toBe(true);
    expect(isDue('2027-05-03T11:00:00.000Z', [])).toBe(false);
    expect(isDue('2027-05-03T11:00:00.000Z', [meetingOn('2026-12-10', 'cancelled')])).toBe(false);
  });
});
