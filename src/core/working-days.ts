import { daysBefore } from './day.ts';
import type { Text } from './text.ts';

/** Public holidays of the place; a library's or, in tests, a list. */
export type Holidays = {
  /** Name of the holiday on a day `2026-12-25`, if it is one. */
  nameOf(day: string): Text | undefined;
};

/** Monday to Friday, unless it is a holiday. */
export function isWorkingDay(day: string, holidays: Holidays): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && holidays.nameOf(day) === undefined;
}

/** The day that lies `count` working days later; the day itself does not count. `0` is the day itself. */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  let current = day;
  for (let left = count; left > 0; ) {
    current = nextDay(current);
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  return current;
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

const nextDay = (day: string): string => daysBefore(day, -1);
