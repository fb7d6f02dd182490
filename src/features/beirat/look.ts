import { dayOf, daysBefore, momentOf } from '../../core/day.ts';
import type { Context } from './context.ts';
import type { Meeting } from './meeting.ts';
import { objectionsDay } from './record/objections-day.ts';

/** When the office and members are told: the hour in Koblenz. */
const morning = '08:00';

/** Days on which those who have not answered are reminded, the earliest first. */
export const reminderDays = ({ plan }: Meeting, { rules }: Pick<Context, 'rules'>): readonly string[] =>
  [...rules.reply.remindDays].sort((a, b) => b - a).map((days) => daysBefore(plan.replyBy, days));

/** Day after the last for answers: the office hears how it stands. */
export const warningDay = ({ plan }: Meeting): string => daysBefore(plan.replyBy, -1);

/** Days on which the office is reminded that minutes are missing: a week before they are due, the day itself, weekly after. */
export function recordDay({ plan, urged }: Meeting, { rules }: Pick<Context, 'rules'>): string {
  const due = daysBefore(plan.day, -rules.minutes.days);
  const stages = [daysBefore(plan.day, -1), daysBefore(due, 7), due];
  const stage = stages[urged.record];
  return stage ?? daysBefore(due, -7 * (urged.record - stages.length + 1));
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
    const reminders = reminderDays(meeting, context).slice(urged.reminders);
    const warning = urged.warned ? [] : [warningDay(meeting)];
    return [...reminders, ...warning, recordDay(meeting, context)].filter(
      (day) => day > dayOf(context.now) || day <= plan.day,
    );
  }
  return state === 'held' ? [objectionsDay(meeting) ?? recordDay(meeting, context)] : [];
}
