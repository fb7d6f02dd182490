import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, type Event, recorded } from '../../../../case/decision.ts';
import { dayIn, daysBefore, isDay } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { Refusal } from '../../../../core/refusal.ts';
import { despite } from '../../board/against.ts';
import { type Context, today } from '../../board/context.ts';
import { readDayTime } from '../../board/day-time.ts';
import { noticePeriod } from '../../board/notice-period.ts';
import { reasonMissing, textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { heeded, speaksAgainst } from '../against.ts';
import { emptyItem, itemProblem, withItem } from '../agenda.ts';
import { urgedAnew } from '../deadlines.ts';
import { requireGuestsAllowed } from '../guests.ts';
import { begin, dispatching, outdatingAll, telling } from '../ledger.ts';
import { type Invitee, Item, type Meeting } from '../model.ts';
import { isLate, requireNotBegun, requireOnlineAllowed, requireState } from '../policy.ts';
import {
  accessWrong,
  agendaMissing,
  dateMissing,
  dateUnread,
  placeUnread,
  replyDayNotPossible,
} from '../refusals.ts';
import { differenceOf } from '../supplements.ts';
import { chairsOf, edited, replyDay, requirePeriod, requirePossibleDay, tellingChair } from './draft.ts';
import { codes, stamp, text } from './input.ts';
import { honestly } from './repeat.ts';

const act = actsOf<Meeting, Context>();

/** Another date: everybody is told and asked anew, calendars are changed. A postponed meeting gets its new date so. */
export const move = act({
  kind: 'move',
  title: { de: 'Termin verlegen', en: 'Move the date' },
  input: z.object({
    issue: stamp,
    day: text,
    time: text.transform((time) => time.trim().slice(0, 5)),
    minutes: z.int().min(1).optional().catch(undefined),
    replyBy: z.string().optional().catch(undefined),
    reason: text,
    /** Why the notice is short, where it is. */
    urgency: text,
    seen: codes,
  }),
  buttons: { 'beirat.move': {} },
  typed: [
    {
      de: 'verlegen auf|verlegen',
      en: 'move to|move',
      // A new date without a time keeps the time that was.
      read(rest, { plan }) {
        const found = readDayTime(rest);
        if (!found) throw dateUnread();
        return { day: found.day, time: found.time || plan.time, reason: found.rest };
      },
    },
  ],
  reasons: true,
  probe({ id, plan }, _by, context) {
    const day = daysBefore(today(context), -60);
    return {
      issue: undefined,
      day,
      seen: speaksAgainst({ ...plan, day }, context, id).map(({ code }) => code),
      time: plan.time,
      minutes: undefined,
      replyBy: undefined,
      reason: '?',
      urgency: '?',
    };
  },
  decide(meeting, input, by, context) {
    if (isLate(meeting, { issue: input.issue })) return undefined;
    requireOffice(by, context);
    if (!isDay(input.day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(input.time)) throw dateMissing();
    requireState(meeting, 'invited', 'postponed');
    if (isThere(meeting, input)) return undefined;
    const reason = required(input.reason);
    requirePossibleDay(input.day, context);
    const urgency = input.urgency.trim();
    requirePeriod({ day: input.day, urgency }, context);
    const replyBy = input.replyBy ?? replyDay(input.day, context);
    if (replyBy < today(context) || replyBy > input.day)
      throw replyDayNotPossible(dayIn('de', replyBy), dayIn('en', replyBy));
    const minutes = input.minutes ?? meeting.plan.minutes;
    const slot = { ...meeting.plan, day: input.day, time: input.time, minutes };
    const against = heeded(slot, input.seen, context, meeting.id);
    const { urgency: _, ...before } = meeting.plan;
    const { isKept } = noticePeriod(input.day, today(context), context.rules, context.holidays);
    const plan = {
      ...before,
      day: input.day,
      time: input.time,
      minutes,
      replyBy,
      ...(urgency && !isKept ? { urgency } : {}),
    };
    const moved = reissued(meeting, {
      state: 'invited',
      reason,
      plan,
      urged: urgedAnew({ plan }, context),
      noticeDays: context.rules.notice.days,
      invitees: meeting.invitees.map((one) => askedAnew(one, context)),
    });
    const facts = {
      day: input.day,
      time: input.time,
      before: `${before.day} ${before.time}`,
      ...despite(against),
    };
    return toAll(moved, { ...actor(by), act: 'moved', note: reason, facts }, 'change', context);
  },
});

/** The same date once more asks nobody anew. */
const isThere = (
  { state, plan }: Meeting,
  input: Pick<Meeting['plan'], 'day' | 'time'> & {
    readonly minutes?: number | undefined;
    readonly replyBy?: string | undefined;
  },
): boolean =>
  state === 'invited' &&
  input.day === plan.day &&
  input.time === plan.time &&
  (input.minutes ?? plan.minutes) === plan.minutes &&
  (input.replyBy ?? plan.replyBy) === plan.replyBy;

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
export const relocate = act({
  kind: 'relocate',
  title: { de: 'Ort oder Zugang ändern', en: 'Change place or access' },
  input: z.object({ issue: stamp, place: text, onlineUrl: text, reason: text, seen: codes }),
  buttons: { 'beirat.relocate': {} },
  typed: [
    {
      de: 'neuer ort|ort',
      en: 'new place|place',
      // "Rathaus, Raum 2: Grund"; the place keeps its online access.
      read(rest, { plan }) {
        const [place = '', ...reason] = rest.split(':');
        if (!place.trim()) throw placeUnread();
        return { place: place.trim(), onlineUrl: plan.onlineUrl ?? '', reason: reason.join(':').trim() };
      },
    },
  ],
  reasons: true,
  probe: ({ plan }) => ({
    issue: undefined,
    place: `${plan.place}, ?`,
    onlineUrl: plan.onlineUrl ?? '',
    reason: '?',
    seen: [],
  }),
  decide(meeting, input, by, context) {
    if (isLate(meeting, { issue: input.issue })) return undefined;
    requireOffice(by, context);
    const onlineUrl = input.onlineUrl.trim();
    if (onlineUrl && !/^https:\/\/\S+$/.test(onlineUrl)) throw accessWrong();
    if (onlineUrl && onlineUrl !== meeting.plan.onlineUrl) requireOnlineAllowed(context);
    requireState(meeting, 'invited');
    requireNotBegun(meeting, context);
    const reason = required(input.reason);
    const place = input.place.trim();
    if (!place) throw textMissing();
    const { onlineUrl: _, ...plan } = meeting.plan;
    if (place === plan.place && onlineUrl === (meeting.plan.onlineUrl ?? '')) return undefined;
    // Only another place asks, and only for what stands in it: the day was seen when it was chosen.
    const known = speaksAgainst(meeting.plan, context, meeting.id).map(({ code }) => code);
    const against =
      place === plan.place ? [] : heeded({ ...plan, place }, [...input.seen, ...known], context, meeting.id);
    const fresh = against.filter(({ code }) => !known.includes(code));
    const moved = reissued(meeting, {
      reason,
      plan: { ...plan, place, ...(onlineUrl ? { onlineUrl } : {}) },
      invitees: meeting.invitees.map(unopened),
    });
    const entry = {
      ...actor(by),
      act: 'relocated',
      note: reason,
      facts: { place, was: plan.place, ...despite(fresh) },
    };
    return toAll(moved, entry, 'change', context);
  },
});

/**
 * One more item, by its title: before the invitation it joins the draft, afterwards it supplements the agenda and
 * everybody hears of it. A door may bring the whole agenda instead.
 */
export const amend = act({
  kind: 'amend',
  title: { de: 'Tagesordnung ergänzen', en: 'Supplement the agenda' },
  input: z.object({
    issue: stamp,
    itemTitle: text.transform((title) => title.trim()),
    items: z.array(Item).optional().catch(undefined),
    reason: text,
  }),
  buttons: { 'beirat.amend': {} },
  typed: [
    {
      de: 'nachtrag|punkt ergänzen|punkt',
      en: 'add item|item',
      read(rest) {
        const [itemTitle = '', ...reason] = rest.split(': ');
        return { itemTitle, reason: reason.join(': ').trim() };
      },
    },
  ],
  reasons: true,
  probe: () => ({ issue: undefined, itemTitle: '?', items: undefined, reason: '?' }),
  decide(meeting, { issue, itemTitle, items, reason }, by, context) {
    if (isLate(meeting, { issue })) return undefined;
    requireOffice(by, context);
    if (items) return amended(meeting, items, reason, by, context);
    const entries = { ...emptyItem, title: itemTitle };
    const problem = itemProblem(entries);
    if (problem) throw new Refusal('item-title-missing', problem);
    const { plan, draft } = meeting;
    if (meeting.issue > 0)
      return amended(
        meeting,
        withItem(plan.items, entries, `item-later-${meeting.issue}`),
        reason,
        by,
        context,
      );
    const id = `item-${draft}-${plan.items.length + 1}`;
    return edited(meeting, { ...plan, items: withItem(plan.items, entries, id) }, by, context);
  },
});

/** Within the notice period it needs the reason all the more. */
export function amended(
  meeting: Meeting,
  entered: readonly Item[],
  given: string,
  by: Party,
  context: Context,
): Decision<Meeting> | undefined {
  requireState(meeting, 'invited');
  requireNotBegun(meeting, context);
  const reason = required(given);
  const items = honestly(entered, meeting.plan.items);
  if (items.length === 0) throw agendaMissing();
  if (JSON.stringify(items) === JSON.stringify(meeting.plan.items)) return undefined;
  requireGuestsAllowed(items, meeting.plan.items, context.rules);
  const supplemented = reissued(meeting, {
    reason,
    plan: { ...meeting.plan, items: [...items] },
    invitees: meeting.invitees.map(unopened),
  });
  const facts = differenceOf(meeting.plan.items, items);
  return toAll(supplemented, { ...actor(by), act: 'amended', note: reason, facts }, 'change', context);
}

/** Takes the date back without a new one; it leaves the calendars. */
export const postpone = act({
  kind: 'postpone',
  title: { de: 'Sitzung verschieben', en: 'Postpone the meeting' },
  input: z.object({ issue: stamp, reason: text }),
  buttons: { 'beirat.postpone': {} },
  typed: [{ de: 'verschieben', en: 'postpone', rest: 'reason' }],
  reasons: true,
  probe: () => ({ issue: undefined, reason: '?' }),
  decide(meeting, input, by, context) {
    if (isLate(meeting, { issue: input.issue })) return undefined;
    requireOffice(by, context);
    if (meeting.state === 'postponed') return undefined;
    requireState(meeting, 'invited');
    const reason = required(input.reason);
    const off = reissued(meeting, {
      state: 'postponed',
      reason,
      urged: { reminders: 0, warned: false, record: 0 },
      calendar: meeting.calendar + 1,
      invitees: meeting.invitees.map((one) => askedAnew(one, context)),
    });
    const facts = { day: meeting.plan.day };
    return toAll(off, { ...actor(by), act: 'postponed', note: reason, facts }, 'cancellation', context);
  },
});

/** Calls it off. Members hear of it when they had been invited. */
export const cancel = act({
  kind: 'cancel',
  title: { de: 'Sitzung absagen', en: 'Cancel the meeting' },
  input: z.object({ issue: stamp, reason: text }),
  buttons: { 'beirat.cancel': {} },
  // "absagen" alone is what a member says of themselves.
  typed: [{ de: 'sitzung absagen', en: 'cancel(?: the)? meeting|cancel', rest: 'reason' }],
  reasons: true,
  probe: () => ({ issue: undefined, reason: '?' }),
  decide(meeting, input, by, context) {
    if (isLate(meeting, { issue: input.issue })) return undefined;
    requireOffice(by, context);
    if (meeting.state === 'cancelled') return undefined;
    requireState(meeting, 'planned', 'awaiting-approval', 'approved', 'invited', 'postponed');
    const reason = required(input.reason);
    const off = reissued(meeting, { state: 'cancelled', reason, calendar: meeting.calendar + 1 });
    return toAll(off, { ...actor(by), act: 'cancelled', note: reason }, 'cancellation', context);
  },
});

function required(reason: string): string {
  const said = reason.trim();
  if (!said) throw reasonMissing();
  return said;
}

/** Nobody has opened the new issue yet. */
const unopened = ({ openedAt: _, ...one }: Invitee): Invitee => one;

/** A new issue of what members were sent: the calendar entries change with it. */
const reissued = (meeting: Meeting, more: Partial<Meeting>): Decision<Meeting> =>
  changed(begin(meeting), { issue: meeting.issue + 1, sequence: meeting.sequence + 1, ...more });

function toAll(
  decision: Decision<Meeting>,
  entry: Event['event'],
  kind: 'change' | 'cancellation',
  context: Context,
): Decision<Meeting> {
  const noted = recorded(decision, entry);
  const parties = noted.doc.invitees.filter(({ releasedAt }) => !releasedAt).map(({ party }) => party);
  const sent = dispatching(noted, kind, parties, context);
  if (kind === 'cancellation' || !noted.doc.approval)
    return outdatingAll(tellingChair(sent, parties, entry.by, context));
  // Beside what all members hear: what was approved is not what they were sent.
  const asked = chairsOf(noted.doc, context).filter((chair) => chair !== entry.by);
  const asking = telling(sent, 'confirm-change', asked);
  return outdatingAll(tellingChair(asking, [...parties, ...asked], entry.by, context));
}
