import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import type { Context } from '../board/context.ts';
import type { Meeting } from './meeting.ts';
import { objectionsDay } from './record/objections-day.ts';

/** When the office and members are told: the hour in Koblenz. */
const morning = '08:00';

/** Days on which those who have not answered are reminded, the earliest first. */
export const reminderDays = (
  { plan }: Pick<Meeting, 'plan'>,
  { rules }: Pick<Context, 'rules'>,
): readonly string[] =>
  [...rules.reply.remindDays].sort((a, b) => b - a).map((days) => daysBefore(plan.replyBy, days));

/** How far time has brought a new issue: days for reminders that are over already bring none, right after it went out. */
export const urgedAnew = (meeting: Pick<Meeting, 'plan'>, context: Context): Meeting['urged'] => ({
  reminders: reminderDays(meeting, context).filter((day) => day <= dayOf(context.now)).length,
  warned: false,
  record: 0,
});

/** Day after the last for answers: the office hears how it stands. */
export const warningDay = ({ plan }: Meeting): string => daysBefore(plan.replyBy, -1);

/** Days on which the office is reminded that minutes are missing: a week before they are due, the day itself, weekly after. */
export function recordDay(
  { plan, urged }: Pick<Meeting, 'plan' | 'urged'>,
  { rules }: Pick<Context, 'rules'>,
): string {
  const first = daysBefore(plan.day, -1);
  const due = daysBefore(plan.day, -rules.minutes.days);
  const stages = [first, ...[daysBefore(due, 7), due].filter((day) => day > first)];
  const last = stages.at(-1) ?? due;
  return stages[urged.record] ?? daysBefore(last, -7 * (urged.record - stages.length + 1));
}

/** How many of those days have come; days that were slept through are not made up for one by one. */
export function recordStage({ plan, urged }: Meeting, day: string, context: Pick<Context, 'rules'>): number {
  let { record } = urged;
  while (recordDay({ plan, urged: { ...urged, record } }, context) <= day) record += 1;
  return record;
}

/** Day on which the office is reminded that a postponed meeting still has no date: every two weeks. */
export function dateDay({ history, urged }: Pick<Meeting, 'history' | 'urged'>): string {
  const since = history.findLast(({ act }) => act === 'postponed')?.at ?? history[0]?.at ?? '';
  return daysBefore(dayOf(since), -14 * (urged.reminders + 1));
}

/**
 * When time has something to do with a meeting next, ISO 8601 UTC; `undefined` when it has not. What is due already is
 * looked at the next morning at the latest.
 */
export function nextLook(meeting: Meeting, context: Context): string | undefined {
  const days = lookDays(meeting, context);
  const next = [...days].sort()[0];
  return next === undefined ? undefined : momentOf(next, morning);
}

function lookDays(meeting: Meeting, context: Context): readonly string[] {
  const { state, urged, plan } = meeting;
  if (state === 'invited') {
    const now = dayOf(context.now);
    // What belongs before the meeting has no place any more once its day is there.
    const reminders = now < plan.day ? reminderDays(meeting, context).slice(urged.reminders) : [];
    const warning = now <= plan.day && !urged.warned ? [warningDay(meeting)] : [];
    return [
      ...reminders.filter((day) => day < plan.day),
      ...warning.filter((day) => day <= plan.day),
      recordDay(meeting, context),
    ];
  }
  if (state === 'postponed') return [dateDay(meeting)];
  return state === 'held' ? [objectionsDay(meeting) ?? recordDay(meeting, context)] : [];
}
