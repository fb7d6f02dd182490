import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { daysBefore } from '../../../../src/core/day.ts';
import {
  dayConflict,
  daysBetween,
  noticePeriod,
} from '../../../../src/features/beirat/board/notice-period.ts';
import { holidays, rules } from '../world.ts';

const period = (meeting: string, sent: string, days = 4) =>
  noticePeriod(meeting, sent, { ...rules, notice: { days } }, holidays);

describe('four full days lie between the invitation and the meeting', () => {
  test.each([
    ['five days before', '2026-12-10', '2026-12-05', 4, true],
    ['four days before', '2026-12-10', '2026-12-06', 3, false],
    ['the day before', '2026-12-10', '2026-12-09', 0, false],
    ['on the day itself', '2026-12-10', '2026-12-10', -1, false],
    ['after it', '2026-12-10', '2026-12-11', -2, false],
    ['over the end of a year', '2027-01-04', '2026-12-30', 4, true],
    ['over the end of a year, a day too late', '2027-01-04', '2026-12-31', 3, false],
    ['over the end of summer time', '2026-10-27', '2026-10-22', 4, true],
    ['over the beginning of summer time', '2027-03-30', '2027-03-25', 4, true],
    ['over the beginning of summer time, a day too late', '2027-03-30', '2027-03-26', 3, false],
    ['over a leap day', '2028-03-02', '2028-02-26', 4, true],
    ['without a leap day', '2027-03-02', '2027-02-26', 3, false],
  ])('%s', (_what, meeting, sent, left, isKept) => {
    expect(period(meeting, sent)).toMatchObject({ asked: 4, left, isKept });
  });

  test('is kept exactly when it is sent on the latest day or before', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => daysBefore('2030-01-01', n));
    void fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        (meeting, ahead, days) => {
          const sent = daysBefore(meeting, ahead);
          const { latest, isKept, latestWorkingDay, left } = period(meeting, sent, days);
          expect(isKept).toBe(sent <= latest);
          expect(latestWorkingDay <= latest).toBe(true);
          // Counted by hand: days that are neither the one of sending nor that of the meeting.
          expect(Math.max(left, 0)).toBe(Math.max(ahead - 1, 0));
        },
      ),
    );
  });

  test('none at all where the rules ask for none: sent the day before', () => {
    expect(period('2026-12-10', '2026-12-09', 0)).toMatchObject({ latest: '2026-12-09', isKept: true });
  });
});

describe('the last working day for the invitations', () => {
  test.each([
    ['is the latest day itself', '2026-12-09', '2026-12-04', '2026-12-04'],
    ['is the Friday before a weekend', '2026-12-11', '2026-12-06', '2026-12-04'],
    ['lies before Christmas Eve, a day off here, and the weekend', '2027-01-01', '2026-12-27', '2026-12-23'],
    ['lies before Good Friday to Easter Monday', '2027-04-03', '2027-03-29', '2027-03-25'],
    ['lies before All Saints, a holiday in Rheinland-Pfalz', '2027-11-06', '2027-11-01', '2027-10-29'],
    ['lies before Corpus Christi, too', '2027-06-01', '2027-05-27', '2027-05-26'],
  ])('%s', (_what, meeting, latest, working) => {
    expect(period(meeting, '2026-11-25')).toMatchObject({ latest, latestWorkingDay: working });
  });

  test('holidays are named, weekends are not', () => {
    const { freeDays } = period('2027-03-30', '2027-03-01');
    expect(freeDays.map(({ day, holiday }) => [day, holiday?.de])).toEqual([
      ['2027-03-26', 'Karfreitag'],
      ['2027-03-27', undefined],
      ['2027-03-28', undefined],
      ['2027-03-29', 'Ostermontag'],
    ]);
  });
});

describe('a day for a meeting', () => {
  test.each([
    ['yesterday is over', '2026-11-24', 'past'],
    ['today has begun', '2026-11-25', 'past'],
    ['a Saturday is a weekend', '2026-11-28', 'weekend'],
    ['a Sunday is a weekend', '2026-11-29', 'weekend'],
    ['Christmas is a holiday', '2026-12-25', 'holiday'],
    ['Carnival Monday is a day like any other', '2027-02-08', undefined],
    ['tomorrow is possible', '2026-11-26', undefined],
  ])('%s', (_what, day, kind) => {
    expect(dayConflict(day, '2026-11-25T09:00:00Z', holidays)?.kind).toBe(kind);
  });

  test('follows the clocks of Koblenz: shortly before midnight in UTC it is the next day there', () => {
    expect(dayConflict('2026-11-26', '2026-11-25T22:59:00Z', holidays)).toBeUndefined();
    expect(dayConflict('2026-11-26', '2026-11-25T23:00:00Z', holidays)?.kind).toBe('past');
  });
});

test('days between are counted across changes of the clocks', () => {
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
});
