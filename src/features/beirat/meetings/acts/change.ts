import { dayIn, daysBefore } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { type Context, today } from '../../board/context.ts';
import { chairCapacity, chairNow } from '../../board/members.ts';
import { noticePeriod } from '../../board/notice-period.ts';
import { reasonMissing, textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { urgedAnew } from '../deadlines.ts';
import type { Act } from '../decide/act.ts';
import type { Invitee, Meeting } from '../model.ts';
import { changed, dispatching, outdating, type Progress, recorded, starting, telling } from '../owing.ts';
import { requireState, submissionOf } from '../policy.ts';
import { agendaMissing, replyDayNotPossible, urgencyMissing } from '../refusals.ts';
import { requirePossibleDay } from './draft.ts';
import { requireNotBegun } from './reply.ts';

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Another date: everybody is told and asked anew, calendars are changed. A postponed meeting gets its new date so. */
export function move(meeting: Meeting, act: Of<'move'>, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited', 'postponed');
  if (isThere(meeting, act)) return undefined;
  const reason = required(act.reason);
  requirePossibleDay(act.day, context);
  const period = noticePeriod(act.day, today(context), context.rules, context.holidays);
  const urgency = act.urgency?.trim();
  if (!period.isKept && !urgency)
    throw urgencyMissing(dayIn('de', period.latest), dayIn('en', period.latest));
  const replyBy = act.replyBy ?? replyDay(act.day, context);
  if (replyBy < today(context) || replyBy > act.day)
    throw replyDayNotPossible(dayIn('de', replyBy), dayIn('en', replyBy));
  const { urgency: _, ...before } = meeting.plan;
  const plan = {
    ...before,
    day: act.day,
    time: act.time,
    minutes: act.minutes ?? before.minutes,
    replyBy,
    ...(urgency && !period.isKept ? { urgency } : {}),
  };
  const moved = reissued(meeting, {
    state: 'invited',
    reason,
    plan,
    urged: urgedAnew({ plan }, context),
    invitees: meeting.invitees.map((one) => askedAnew(one, context)),
  });
  const facts = { day: act.day, time: act.time, before: `${before.day} ${before.time}` };
  return toAll(moved, { ...actor(by), act: 'moved', note: reason, facts }, 'change', context);
}

/** The same date once more asks nobody anew. */
const isThere = ({ state, plan }: Meeting, act: Of<'move'>): boolean =>
  state === 'invited' &&
  act.day === plan.day &&
  act.time === plan.time &&
  (act.minutes ?? plan.minutes) === plan.minutes &&
  (act.replyBy ?? plan.replyBy) === plan.replyBy;

/** The usual last day for answers, not before today. */
export function replyDay(day: string, context: Context): string {
  const usual = daysBefore(day, context.rules.reply.days);
  const earliest = today(context);
  return usual > earliest ? usual : ([daysBefore(day, 1), earliest].sort().at(-1) ?? earliest);
}

/**
 * Answers were given to another date: asked again, with the old answer kept for the office. Deputies stay invited until
 * the member accepts; those who had declined are let go.
 */
function askedAnew(invitee: Invitee, { now }: Context): Invitee {
  const { reply, openedAt: _, earlier, ...one } = invitee;
  if (one.releasedAt) return invitee;
  if (one.as === 'deputy' && reply?.answer === 'no') return { ...invitee, releasedAt: now };
  const before = reply ?? earlier;
  return { ...one, ...(before ? { earlier: before } : {}) };
}

/** Another place or access: answers stay. */
export function relocate(
  meeting: Meeting,
  act: Of<'relocate'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  requireNotBegun(meeting, context);
  const reason = required(act.reason);
  const place = act.place.trim();
  if (!place) throw textMissing();
  const onlineUrl = act.onlineUrl?.trim();
  const { onlineUrl: _, ...plan } = meeting.plan;
  if (place === plan.place && (onlineUrl ?? '') === (meeting.plan.onlineUrl ?? '')) return undefined;
  const moved = reissued(meeting, {
    reason,
    plan: { ...plan, place, ...(onlineUrl ? { onlineUrl } : {}) },
    invitees: meeting.invitees.map(unopened),
  });
  return toAll(moved, { ...actor(by), act: 'relocated', note: reason, facts: { place } }, 'change', context);
}

/** Supplements the agenda after the invitation: within the notice period it needs the reason all the more. */
export function amend(meeting: Meeting, act: Of<'amend'>, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  requireNotBegun(meeting, context);
  const reason = required(act.reason);
  if (act.items.length === 0) throw agendaMissing();
  if (JSON.stringify(act.items) === JSON.stringify(meeting.plan.items)) return undefined;
  const amended = reissued(meeting, {
    reason,
    plan: { ...meeting.plan, items: [...act.items] },
    invitees: meeting.invitees.map(unopened),
  });
  return toAll(amended, { ...actor(by), act: 'amended', note: reason }, 'change', context);
}

/** Takes the date back without a new one; it leaves the calendars. */
export function postpone(
  meeting: Meeting,
  act: Of<'postpone'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  if (meeting.state === 'postponed') return undefined;
  requireState(meeting, 'invited');
  const reason = required(act.reason);
  const off = reissued(meeting, {
    state: 'postponed',
    reason,
    urged: { reminders: 0, warned: false, record: 0 },
    calendar: meeting.calendar + 1,
    invitees: meeting.invitees.map((one) => askedAnew(one, context)),
  });
  const facts = { day: meeting.plan.day };
  return toAll(off, { ...actor(by), act: 'postponed', note: reason, facts }, 'cancellation', context);
}

/** Calls it off. Members hear of it when they had been invited. */
export function cancel(
  meeting: Meeting,
  act: Of<'cancel'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  if (meeting.state === 'cancelled') return undefined;
  requireState(meeting, 'planned', 'awaiting-approval', 'approved', 'invited', 'postponed');
  const reason = required(act.reason);
  const off = reissued(meeting, { state: 'cancelled', reason, calendar: meeting.calendar + 1 });
  return toAll(off, { ...actor(by), act: 'cancelled', note: reason }, 'cancellation', context);
}

function required(reason: string): string {
  const text = reason.trim();
  if (!text) throw reasonMissing();
  return text;
}

/** Nobody has opened the new issue yet. */
const unopened = ({ openedAt: _, ...one }: Invitee): Invitee => one;

/** A new issue of what members were sent: the calendar entries change with it. */
const reissued = (meeting: Meeting, more: Partial<Meeting>): Progress =>
  changed(starting(meeting), { issue: meeting.issue + 1, sequence: meeting.sequence + 1, ...more });

function toAll(
  progress: Progress,
  entry: Parameters<typeof recorded>[1],
  kind: 'change' | 'cancellation',
  context: Context,
): Progress {
  const noted = recorded(progress, entry, context);
  const parties = noted.meeting.invitees.filter(({ releasedAt }) => !releasedAt).map(({ party }) => party);
  const sent = dispatching(noted, kind, parties, context);
  return outdating(tellingChair(sent, parties, entry.by, context), 'all');
}

/** The chair answers for the meeting, and hears of a change also where no invitation tells: as a deputy, or before it. */
function tellingChair(progress: Progress, told: readonly string[], by: string, context: Context): Progress {
  const { meeting } = progress;
  const submission = submissionOf(meeting);
  if (!submission) return progress;
  const chairs = [chairNow(context)?.person.id, meeting.approval?.by, String(submission.facts?.to ?? '')];
  return [...new Set(chairs)]
    .filter((party) => party !== undefined && party !== by && !told.includes(party))
    .filter((party) => party !== undefined && chairCapacity(party, context) !== undefined)
    .reduce<Progress>((all, party) => telling(all, 'news', party, context), progress);
}
