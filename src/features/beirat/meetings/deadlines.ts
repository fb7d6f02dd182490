import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import type { Job } from '../../../core/feature.ts';
import type { Change, Collection } from '../../../core/ports/store.ts';
import type { Context } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { forecastOf } from '../board/quorum.ts';
import { asked } from './acts/follow.ts';
import { afterObjections } from './acts/minutes.ts';
import type { Meeting, Objection, Session } from './model.ts';
import { oneByOne } from './one-by-one.ts';
import {
  asChange,
  bySystem,
  changed,
  dispatching,
  type Progress,
  recorded,
  starting,
  telling,
} from './owing.ts';

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

/** What the morning brings: reminders to the silent, a word to the office how it stands, the missing record. */
export function atMorning(meeting: Meeting, context: Context): Change<Meeting> {
  const progress = [reminded, warned, askedForDate, askedForRecord, afterObjections].reduce(
    (all, step) => step(all, dayOf(context.now), context),
    starting(meeting),
  );
  return asChange(progress, context);
}

type Step = (progress: Progress, day: string, context: Context) => Progress;

/** Reminders that are due are one; days that were slept through do not make more. */
const reminded: Step = (progress, day, context) => {
  const { meeting } = progress;
  if (meeting.state !== 'invited' || day >= meeting.plan.day) return progress;
  const due = reminderDays(meeting, context).filter((at) => at <= day).length;
  if (due <= meeting.urged.reminders) return progress;
  const noted = changed(progress, { urged: { ...meeting.urged, reminders: due } });
  const parties = asked(meeting, context).map(({ party }) => party);
  if (parties.length === 0) return noted;
  const facts = { members: parties.length };
  return dispatching(
    recorded(noted, { ...bySystem, act: 'reminded', facts }, context),
    'reminder',
    parties,
    context,
    {
      key: `${meeting.issue} stage ${due}`,
    },
  );
};

/** The last day for answers is over: the office hears when the quorum is not certain. */
const warned: Step = (progress, day, context) => {
  const { meeting } = progress;
  if (meeting.state !== 'invited' || meeting.urged.warned) return progress;
  if (day < warningDay(meeting) || day > meeting.plan.day) return progress;
  const noted = changed(progress, { urged: { ...meeting.urged, warned: true } });
  if (!meeting.quorum || forecastOf(meeting.invitees, meeting.quorum).isCertain) return noted;
  const entry = { ...bySystem, act: 'quorum-in-danger', facts: { issue: meeting.issue } };
  const key = String(meeting.issue);
  return telling(recorded(noted, entry, context), 'danger', officeNow(context), context, { key });
};

/** A postponed meeting waits for its date. Weeks that were slept through make one reminder. */
const askedForDate: Step = (progress, day, context) => {
  const { meeting } = progress;
  if (meeting.state !== 'postponed') return progress;
  let { reminders } = meeting.urged;
  while (dateDay({ ...meeting, urged: { ...meeting.urged, reminders } }) <= day) reminders += 1;
  if (reminders === meeting.urged.reminders) return progress;
  const noted = changed(progress, { urged: { ...meeting.urged, reminders } });
  const key = `${meeting.issue} ${reminders}`;
  return telling(noted, 'date', officeNow(context), context, { key });
};

/** A meeting whose day is over waits for its record, then for its minutes. */
const askedForRecord: Step = (progress, day, context) => {
  const { meeting } = progress;
  const isMissing =
    (meeting.state === 'held' && !meeting.session?.sentAt) ||
    (meeting.state === 'invited' && day > meeting.plan.day);
  const stage = recordStage(meeting, day, context);
  if (!isMissing || stage === meeting.urged.record) return progress;
  const noted = changed(progress, { urged: { ...meeting.urged, record: stage } });
  // The issue too: a meeting that was moved after its day begins anew.
  const key = `${meeting.issue} ${stage}`;
  return telling(noted, 'record', officeNow(context), context, { key });
};

type WatchPorts = { readonly meetings: Collection<Meeting>; readonly contextAt: (at: string) => Context };

export const watchMeetings = ({ meetings, contextAt }: WatchPorts): Job => ({
  id: 'beirat.meetings',
  async run(now) {
    const at = now.toISOString();
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await meetings.claim({ now: at, leaseUntil, limit: 50 });
    await oneByOne(due, ({ id }) => meetings.change(id, (meeting) => atMorning(meeting, contextAt(at))));
  },
});

export const openObjections = ({ objections }: Pick<Session, 'objections'>): readonly Objection[] =>
  objections.filter(({ answer }) => !answer);

/** Nothing is left to do but to wait: every objection is dealt with, and what was sent is the newest draft. */
export const isSettled = (session: Session): boolean =>
  openObjections(session).length === 0 && session.sentDraft === session.draft;

/** When minutes that were sent are looked at next: the day after the last for objections, then weekly. */
export function objectionsDay({ session, urged }: Pick<Meeting, 'session' | 'urged'>): string | undefined {
  if (!session?.objectionsUntil) return undefined;
  const weeks = isSettled(session) ? 0 : urged.record;
  return daysBefore(session.objectionsUntil, -1 - 7 * weeks);
}
