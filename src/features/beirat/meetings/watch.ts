import { dayOf } from '../../../core/day.ts';
import type { Job } from '../../../core/feature.ts';
import type { Change, Collection } from '../../../core/ports/store.ts';
import type { Context } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { forecastOf } from '../board/quorum.ts';
import { asked } from './decide/follow.ts';
import { dateDay, recordStage, reminderDays, warningDay } from './look.ts';
import type { Meeting } from './meeting.ts';
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
import { afterObjections } from './record/sending.ts';

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
