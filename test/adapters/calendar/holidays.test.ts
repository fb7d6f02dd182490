import { describe, expect, test } from '@jest/globals';
import { createHolidays } from '../../../src/adapters/calendar/holidays.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../src/core/working-days.ts';

const holidays = createHolidays();

describe('the holidays of Rheinland-Pfalz', () => {
  test.each([
    ['2026-01-01', 'Neujahr'],
    ['2026-04-03', 'Karfreitag'],
    ['2026-06-04', 'Fronleichnam'],
    ['2026-10-03', 'Tag der Deutschen Einheit'],
    ['2026-11-01', 'Allerheiligen'],
    ['2026-12-24', 'Heiligabend'],
    ['2027-12-31', 'Silvester'],
  ])('%s is %s', (day, name) => {
    expect(holidays.nameOf(day)?.de).toBe(name);
    expect(holidays.nameOf(day)?.en).not.toBe('');
  });

  test.each([
    ['2026-01-06', 'Heilige Drei Könige (elsewhere)'],
    ['2026-10-31', 'Reformationstag (elsewhere)'],
    ['2026-11-25', 'a plain Wednesday'],
  ])('%s is none: %s', (day) => {
    expect(holidays.nameOf(day)).toBeUndefined();
  });
});

describe('working days', () => {
  test('leave out weekends and holidays', () => {
    expect(
      ['2026-11-27', '2026-11-28', '2026-11-29', '2026-12-25'].map((day) => isWorkingDay(day, holidays)),
    ).toEqual([true, false, false, false]);
  });

  test('are counted from the day after', () => {
    expect(addWorkingDays('2026-11-25', 0, holidays)).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-25', 3, holidays)).toBe('2026-11-30');
    expect(addWorkingDays('2026-12-23', 2, holidays)).toBe('2026-12-29');
  });

  test('between two days are those after the first up to the second', () => {
    expect(workingDaysBetween('2026-11-27', '2026-11-30', holidays)).toBe(1);
    expect(workingDaysBetween('2026-11-30', '2026-11-27', holidays)).toBe(0);
    expect(workingDaysBetween('2026-12-23', '2027-01-04', holidays)).toBe(4);
  });
});
