import { dayIn, daysBefore } from '../../../core/day.ts';
import type { Party } from '../../../core/party.ts';
import { type Context, today } from '../context.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';
import { noticePeriod } from '../notice-period.ts';
import { changed, dispatching, outdating, type Progress, recorded, starting } from '../owing.ts';
import { agendaMissing, reasonMissing, textMissing, urgencyMissing } from '../refusals.ts';
import type { Act } from './act.ts';
import { requirePossibleDay } from './draft.ts';
import { actor, requireOffice, requireState } from './rights.ts';

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Another date: everybody is told and asked anew, calendars are changed. A postponed meeting gets its new date so. */
export function move(meeting: Meeting, act: Of<'move'>, by: Party, context: Context): Progress {
  requireOffice(by, context);
  requireState(meeting, 'invited', 'postponed');
  const reason = required(act.reason);
  requirePossibleDay(act.day, context);
  const period = noticePeriod(act.day, today(context), context.rules, context.holidays);
  const urgency = act.urgency?.trim();
  if (!period.isKept && !urgency)
    throw urgencyMissing(dayIn('de', period.latest), dayIn('en', period.latest));
  const { urgency: _, ...plan } = meeting.plan;
  const moved = reissued(meeting, {
    state: 'invited',
    reason,
    plan: {
      ...plan,
      day: act.day,
      time: act.time,
      minutes: act.minutes ?? plan.minutes,
      replyBy: act.replyBy ?? replyDay(act.day, context),
      ...(urgency && !period.isKept ? { urgency } : {}),
    },
    urged: { reminders: 0, warned: false, record: 0 },
    invitees: meeting.invitees.map(askedAnew),
  });
  const facts = { day: act.day, time: act.time, before: `${plan.day} ${plan.time}` };
  return toAll(moved, { ...actor(by), act: 'moved', note: reason, facts }, 'change', context);
}

/** The usual last day for answers, not before today. */
export function replyDay(day: string, context: Context): string {
  const usual = daysBefore(day, context.rules.reply.days);
  const earliest = today(context);
  return usual > earliest ? usual : ([daysBefore(day, 1), earliest].sort().at(-1) ?? earliest);
}

/** Answers were given to another date: asked again, with the old answer kept for the office. Deputies stay invited. */
function askedAnew({ reply, openedAt: _, earlier, ...one }: Invitee): Invitee {
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
  const reason = required(act.reason);
  const place = act.place.trim();
  if (!place) throw textMissing();
  const onlineUrl = act.onlineUrl?.trim();
  const { onlineUrl: _, ...plan } = meeting.plan;
  if (place === plan.place && (onlineUrl ?? '') === (meeting.plan.onlineUrl ?? '')) return undefined;
  const moved = reissued(meeting, { reason, plan: { ...plan, place, ...(onlineUrl ? { onlineUrl } : {}) } });
  return toAll(moved, { ...actor(by), act: 'relocated', note: reason, facts: { place } }, 'change', context);
}

/** Supplements the agenda after the invitation: within the notice period it needs the reason all the more. */
export function amend(meeting: Meeting, act: Of<'amend'>, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  const reason = required(act.reason);
  if (act.items.length === 0) throw agendaMissing();
  if (JSON.stringify(act.items) === JSON.stringify(meeting.plan.items)) return undefined;
  const amended = reissued(meeting, { reason, plan: { ...meeting.plan, items: [...act.items] } });
  return toAll(amended, { ...actor(by), act: 'amended', note: reason }, 'change', context);
}

/** Takes the date back without a new one; it leaves the calendars. */
export function postpone(meeting: Meeting, act: Of<'postpone'>, by: Party, context: Context): Progress {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  const reason = required(act.reason);
  const off = reissued(meeting, {
    state: 'postponed',
    reason,
    calendar: meeting.calendar + 1,
    invitees: meeting.invitees.map(askedAnew),
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

/** A new issue of what members were sent: the calendar entries change with it. */
const reissued = (meeting: Meeting, more: Partial<Meeting>): Progress =>
  changed(starting(meeting), { issue: meeting.issue + 1, sequence: meeting.sequence + 1, ...more });

const toAll = (
  progress: Progress,
  entry: Parameters<typeof recorded>[1],
  kind: 'change' | 'cancellation',
  context: Context,
): Progress =>
  outdating(
    dispatching(
      recorded(progress, entry, context),
      kind,
      progress.meeting.invitees.filter(({ releasedAt }) => !releasedAt).map(({ party }) => party),
      context,
    ),
    'all',
  );
