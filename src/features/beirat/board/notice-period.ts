import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Text } from '../../../core/text.ts';
import { type Holidays, isWorkingDay } from '../../../core/working-days.ts';
import type { Rules } from './rules.ts';

export type NoticePeriod = {
  /** Full calendar days asked for. */
  readonly asked: number;
  /** Last day on which the invitations may go out. */
  readonly latest: string;
  /** Last working day on which they may: when nobody works on `latest`. */
  readonly latestWorkingDay: string;
  /** Full calendar days left when they go out on the day of sending; negative when that day is the meeting's or later. */
  readonly left: number;
  readonly isKept: boolean;
  /** Days between that are no working days, with the name of a holiday. */
  readonly freeDays: readonly { readonly day: string; readonly holiday?: Text | undefined }[];
};

/**
 * The notice period of a meeting: full calendar days between the day of sending and the day of the meeting, neither of
 * both counted (§ 34 (3) GemO, §§ 187, 188 BGB).
 * @param meeting day `2026-12-10`; @param sent day on which the invitations go out
 */
export function noticePeriod(
  meeting: string,
  sent: string,
  { notice }: Rules,
  holidays: Holidays,
): NoticePeriod {
  const latest = daysBefore(meeting, notice.days + 1);
  const left = daysBetween(sent, meeting) - 1;
  return {
    asked: notice.days,
    latest,
    latestWorkingDay: workingDayUpTo(latest, holidays),
    left,
    isKept: left >= notice.days,
    freeDays: daysFrom(latest, meeting)
      .filter((day) => !isWorkingDay(day, holidays))
      .map((day) => ({ day, holiday: holidays.nameOf(day) })),
  };
}

/** Calendar days from one day to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

function workingDayUpTo(day: string, holidays: Holidays): string {
  let current = day;
  while (!isWorkingDay(current, holidays)) current = daysBefore(current, 1);
  return current;
}

const daysFrom = (first: string, last: string): readonly string[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => daysBefore(first, -index));

/** What stands in the way of a day for a meeting. */
export type DayConflict = { readonly kind: 'past' | 'weekend' | 'holiday'; readonly name?: Text | undefined };

/** The school holidays that a day lies in. */
export const schoolHolidayOn = (
  day: string,
  { schoolHolidays }: Pick<Rules, 'schoolHolidays'>,
): Text | undefined => schoolHolidays.find(({ from, to }) => from <= day && day <= to)?.name;

/** The same day some months later, the last of the month where it has no such day (§ 188 BGB). */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return then.toISOString().slice(0, 10);
}

/** Last day for the minutes of a meeting (§ 41 GemO: a month). */
export const minutesDue = (day: string, { minutes }: Pick<Rules, 'minutes'>): string =>
  minutes.days === undefined ? monthsLater(day, minutes.months ?? 1) : daysBefore(day, -minutes.days);

export function dayConflict(day: string, now: string, holidays: Holidays): DayConflict | undefined {
  if (day <= dayOf(now)) return { kind: 'past' };
  const name = holidays.nameOf(day);
  if (name) return { kind: 'holiday', name };
  return isWorkingDay(day, holidays) ? undefined : { kind: 'weekend' };
}
