import { daysBefore, timeOf } from '../../../../core/day.ts';
import { isWorkingDay } from '../../../../core/working-days.ts';
import { type Context, today } from '../../board/context.ts';
import { monthsLater, schoolHolidayOn } from '../../board/notice-period.ts';
import type { Meeting, State } from '../model.ts';

/** How it stands with the rhythm of the meetings. */
export type Rhythm = {
  /** The last one that took place or is invited to. */
  readonly last?: Meeting | undefined;
  /** Until when the next one is due; absent when the Beirat has never met. */
  readonly due?: string | undefined;
  /** The one that is under way: planned, or invited to and not yet over. */
  readonly next?: Meeting | undefined;
};

const withDay: readonly State[] = ['planned', 'awaiting-approval', 'approved', 'invited'];

export function rhythmOf(meetings: readonly Meeting[], context: Context): Rhythm {
  const byDay = [...meetings].sort((a, b) => a.plan.day.localeCompare(b.plan.day));
  const last = byDay.findLast(({ state }) => state === 'invited' || state === 'held' || state === 'minuted');
  // A plan whose day has passed has been given up; a postponed meeting waits for another day.
  const next = byDay.find(
    ({ state, plan }) => state === 'postponed' || (withDay.includes(state) && plan.day >= today(context)),
  );
  const due = dueDay(meetings, context);
  return { ...(last ? { last } : {}), ...(due ? { due } : {}), ...(next ? { next } : {}) };
}

/** When the office is told, the hour in Koblenz. */
const morning = '08:00';

/** Whether the office should hear now that a meeting is due: in time before it, on a working morning, unless one is under way. */
export function isReminderDue({ due, next }: Rhythm, context: Context): boolean {
  if (!due || next) return false;
  const day = today(context);
  return (
    day >= daysBefore(due, context.rules.rhythm.remindDays) &&
    isWorkingDay(day, context.holidays) &&
    timeOf(context.now) >= morning
  );
}

/** How many days are proposed. */
const count = 3;

type Wish = {
  /** As soon as it can be: a second meeting, or one that is moved. */
  readonly soon?: boolean;
  /** The meeting that is moved: its day is free, and it is not the last one. */
  readonly except?: string;
};

/**
 * Days that suit the next meeting: the usual weekday, working days outside of school holidays, before the next one is
 * due, late enough for approval, notice period and answers, and none that has a meeting already. Where nothing is left
 * before that, the next ones after it.
 */
export function proposedDays(
  all: readonly Meeting[],
  context: Context,
  { soon = false, except }: Wish = {},
): readonly string[] {
  const { rules, holidays } = context;
  const earliest = daysBefore(today(context), -(rules.notice.days + rules.reply.days + 3));
  const meetings = all.filter(({ id }) => id !== except);
  const due = soon ? undefined : dueDay(meetings, context);
  const taken = new Set(meetings.filter(({ state }) => state !== 'cancelled').map(({ plan }) => plan.day));
  const suits = (day: string) =>
    weekdayOf(day) === rules.usual.weekday &&
    isWorkingDay(day, holidays) &&
    !schoolHolidayOn(day, rules) &&
    !taken.has(day);
  const days: string[] = [];
  for (let day = due ?? ''; day >= earliest && days.length < count; day = daysBefore(day, 1))
    if (suits(day)) days.unshift(day);
  const after = due && due >= earliest ? daysBefore(due, -1) : earliest;
  for (let day = after; days.length < count; day = daysBefore(day, -1)) if (suits(day)) days.push(day);
  return days;
}

/** When the next meeting is due: some months after the last one that took place or is invited to. */
export function dueDay(meetings: readonly Meeting[], { rules }: Pick<Context, 'rules'>): string | undefined {
  const last = meetings
    .filter(
      (one) =>
        one.state === 'invited' || ((one.state === 'held' || one.state === 'minuted') && couldResolve(one)),
    )
    .map(({ plan }) => plan.day)
    .sort()
    .at(-1);
  return last && monthsLater(last, rules.rhythm.months);
}

/** A meeting without a quorum is none that the rhythm counts from. */
const couldResolve = ({ session }: Meeting): boolean => session?.hasQuorum !== false;

/** 1 Monday … 7 Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
