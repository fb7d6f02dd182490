import { bySystem, changed, type Decision, recorded } from '../../../case/decision.ts';
import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import type { Context } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { daysBetween, minutesDue } from '../board/notice-period.ts';
import { forecastOf } from '../board/quorum.ts';
import { asked } from './acts/follow.ts';
import { closed } from './acts/minutes.ts';
import { begin, dispatching, telling } from './ledger.ts';
import { type Meeting, openObjections, type Session } from './model.ts';
import { waitedFor, waitingDays } from './waiting.ts';

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
  const due = minutesDue(plan.day, rules);
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
export function meetingDueAt(meeting: Meeting, context: Context): string | undefined {
  const days = lookDays(meeting, context);
  const next = [...days].sort()[0];
  return next === undefined ? undefined : momentOf(next, morning);
}

const lookDays = (meeting: Meeting, context: Context): readonly string[] => [
  ...datedDays(meeting, context),
  ...waitingDays(meeting, context),
];

function datedDays(meeting: Meeting, context: Context): readonly string[] {
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

/** What the morning brings: reminders to the silent, a word to the office how it stands, the missing record. */
export function meetingOnTime(meeting: Meeting, context: Context): Decision<Meeting> | undefined {
  const start = begin(meeting);
  const decision = [reminded, warned, askedForDate, askedForRecord, afterObjections, waitedFor].reduce(
    (all, step) => step(all, dayOf(context.now), context),
    start,
  );
  return decision === start ? undefined : decision;
}

type Step = (decision: Decision<Meeting>, day: string, context: Context) => Decision<Meeting>;

/** Reminders that are due are one; days that were slept through do not make more. */
const reminded: Step = (decision, day, context) => {
  const { doc } = decision;
  if (doc.state !== 'invited' || day >= doc.plan.day) return decision;
  const due = reminderDays(doc, context).filter((at) => at <= day).length;
  if (due <= doc.urged.reminders) return decision;
  const noted = urged(decision, { reminders: due });
  const parties = asked(doc, context).map(({ party }) => party);
  if (parties.length === 0) return noted;
  const facts = { members: parties.length };
  const told = recorded(noted, { ...bySystem, act: 'reminded', facts });
  return dispatching(told, 'reminder', parties, context, { key: `${doc.issue} stage ${due}` });
};

const urged = (decision: Decision<Meeting>, more: Partial<Meeting['urged']>): Decision<Meeting> =>
  changed(decision, { urged: { ...decision.doc.urged, ...more } });

/** The last day for answers is over: the office hears when the quorum is not certain. */
const warned: Step = (decision, day, context) => {
  const { doc } = decision;
  if (doc.state !== 'invited' || doc.urged.warned) return decision;
  if (day < warningDay(doc) || day > doc.plan.day) return decision;
  const noted = urged(decision, { warned: true });
  if (!doc.quorum || forecastOf(doc.invitees, doc.quorum).isCertain) return noted;
  const entry = { ...bySystem, act: 'quorum-in-danger', facts: { issue: doc.issue } };
  return telling(recorded(noted, entry), 'danger', [officeNow(context)], { key: String(doc.issue) });
};

/** A postponed meeting waits for its date. Weeks that were slept through make one reminder. */
const askedForDate: Step = (decision, day, context) => {
  const { doc } = decision;
  if (doc.state !== 'postponed') return decision;
  let { reminders } = doc.urged;
  while (dateDay({ ...doc, urged: { ...doc.urged, reminders } }) <= day) reminders += 1;
  if (reminders === doc.urged.reminders) return decision;
  const key = `${doc.issue} ${reminders}`;
  return telling(urged(decision, { reminders }), 'date', [officeNow(context)], { key });
};

/** A meeting whose day is over waits for its record, then for its minutes. */
const askedForRecord: Step = (decision, day, context) => {
  const { doc } = decision;
  const isMissing =
    (doc.state === 'held' && !doc.session?.sentAt) || (doc.state === 'invited' && day > doc.plan.day);
  const stage = recordStage(doc, day, context);
  if (!isMissing || stage === doc.urged.record) return decision;
  // The issue too: a meeting that was moved after its day begins anew.
  const key = `${doc.issue} ${stage}`;
  return telling(urged(decision, { record: stage }), 'record', [officeNow(context)], { key });
};

/**
 * Once the minutes were sent: closes the meeting when the time for objections is over and nothing is open, else reminds
 * the office of what is, once a week.
 */
const afterObjections: Step = (decision, day, context) => {
  const { doc } = decision;
  const due = objectionsDay(doc);
  if (doc.state !== 'held' || !doc.session || due === undefined || day < due) return decision;
  if (isSettled(doc.session)) return closed(decision, bySystem);
  const stage = doc.urged.record + 1 + Math.floor(daysBetween(due, day) / 7);
  const key = `sent ${doc.session.sentDraft} ${stage}`;
  return telling(urged(decision, { record: stage }), 'record', [officeNow(context)], { key });
};

/** Nothing is left to do but to wait: every objection is dealt with, and what was sent is the newest draft. */
export const isSettled = (session: Session): boolean =>
  openObjections(session).length === 0 && session.sentDraft === session.draft;

/** When minutes that were sent are looked at next: the day after the last for objections, then weekly. */
export function objectionsDay({ session, urged }: Pick<Meeting, 'session' | 'urged'>): string | undefined {
  if (!session?.objectionsUntil) return undefined;
  const weeks = isSettled(session) ? 0 : urged.record;
  return daysBefore(session.objectionsUntil, -1 - 7 * weeks);
}
