import { daysBefore, timeOf } from '../../../../core/day.ts';
import { isWorkingDay } from '../../../../core/working-days.ts';
import { type Context, today } from '../../board/context.ts';
import type { Meeting, State } from '../meeting.ts';
import { dueDay } from './proposed-days.ts';

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
