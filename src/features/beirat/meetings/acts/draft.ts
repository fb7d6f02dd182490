import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, recorded, without } from '../../../../case/decision.ts';
import { dayIn, daysBefore } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { type Against, despite } from '../../board/against.ts';
import { type Context, today } from '../../board/context.ts';
import { chairCapacity, chairNow } from '../../board/members.ts';
import { dayConflict, noticePeriod } from '../../board/notice-period.ts';
import { noChair, reasonMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { againstPlan, heeded, seenBy } from '../against.ts';
import { requireGuestsAllowed } from '../guests.ts';
import { begin, telling } from '../ledger.ts';
import { type Meeting, Plan } from '../model.ts';
import { isLate, requireOnlineAllowed, requireState, submissionOf } from '../policy.ts';
import {
  agendaMissing,
  dayNotPossible,
  nobodyElseApproves,
  noDraft,
  replyDayNotPossible,
  urgencyMissing,
} from '../refusals.ts';
import { codes, stamp, text } from './input.ts';
import { honestly } from './repeat.ts';

const act = actsOf<Meeting, Context>();

/** A new meeting. @throws {Refusal} unless the party is the office */
export function planned(
  id: string,
  {
    plan,
    secondOf,
    seen = [],
  }: {
    readonly plan: Plan;
    readonly secondOf?: string | undefined;
    /** What speaks against the plan and was seen. */
    readonly seen?: readonly string[] | undefined;
  },
  by: Party,
  context: Context,
): Decision<Meeting> {
  requireOffice(by, context);
  requirePossibleDay(plan.day, context);
  if (plan.onlineUrl) requireOnlineAllowed(context);
  const against = heeded(plan, seen, context, id);
  const meeting: Meeting = {
    id,
    version: 0,
    state: 'planned',
    ...(secondOf ? { secondOf } : {}),
    plan,
    draft: 1,
    issue: 0,
    sequence: 0,
    calendar: 0,
    invitees: [],
    questions: [],
    urged: { reminders: 0, warned: false, record: 0 },
    sending: false,
    resolutions: [],
    history: [],
    createdBy: by.id,
    createdAt: context.now,
    changedAt: context.now,
  };
  const facts = { day: plan.day, on: today(context), ...despite(against) };
  return recorded(begin(meeting), { ...actor(by), act: 'planned', facts });
}

/** The year that a meeting is numbered in: that of its day. */
export const yearOf = ({ day }: Pick<Plan, 'day'>): string => day.slice(0, 4);

/** Changes the plan. What was approved already must be approved again. */
export const edit = act({
  kind: 'edit',
  title: { de: 'Entwurf bearbeiten', en: 'Edit the draft' },
  input: z.object({ draft: stamp, plan: Plan, seen: codes }),
  buttons: {},
  typed: [],
  probe: ({ plan }) => ({
    draft: undefined,
    plan: { ...plan, greeting: `${plan.greeting ?? ''}?` },
    seen: [],
  }),
  decide: (meeting, { draft, plan, seen }, by, context) =>
    isLate(meeting, { draft }) ? undefined : edited(meeting, plan, by, context, seen),
});

export function edited(
  meeting: Meeting,
  plan: Plan,
  by: Party,
  context: Context,
  seen: readonly string[] = [],
): Decision<Meeting> | undefined {
  requireOffice(by, context);
  requireState(meeting, 'planned', 'awaiting-approval', 'approved');
  const next = { ...plan, items: honestly(plan.items, meeting.plan.items) };
  if (JSON.stringify(next) === JSON.stringify(meeting.plan)) return undefined;
  requireGuestsAllowed(next.items, meeting.plan.items, context.rules);
  const draft = meeting.draft + 1;
  if (next.day !== meeting.plan.day) requirePossibleDay(next.day, context);
  if (next.onlineUrl && next.onlineUrl !== meeting.plan.onlineUrl) requireOnlineAllowed(context);
  const known = [...seen, ...seenBy(meeting, by.id)];
  const against = isElsewhere(next, meeting.plan) ? heeded(next, known, context, meeting.id) : [];
  return recorded(changed(asDraft(meeting), { plan: next, draft }), {
    ...actor(by),
    act: 'edited',
    facts: { draft, ...despite(against) },
  });
}

/** Another day, time or place: an agenda that is worked on asks nothing. */
const isElsewhere = (one: Plan, other: Plan): boolean =>
  one.day !== other.day ||
  one.time !== other.time ||
  one.minutes !== other.minutes ||
  one.place !== other.place;

/** Back to the office: what was approved is not any more. */
export const asDraft = (meeting: Meeting): Decision<Meeting> =>
  changed(without(begin(meeting), 'approval'), { state: 'planned' });

/**
 * Submits the draft to the chair; to the deputy when the chair is away, or submits it.
 * @throws {Refusal} when it cannot be invited to as it is, or nobody else could approve it
 */
export const submit = act({
  kind: 'submit',
  title: { de: 'Dem Vorsitz vorlegen', en: 'Submit to the chair' },
  input: z.object({ draft: stamp, seen: codes }),
  buttons: { 'beirat.submit': {} },
  typed: [{ de: 'vorlegen', en: 'submit' }],
  probe: (meeting, _by, context) => ({ draft: undefined, seen: allSeen(meeting, context) }),
  decide(meeting, { draft, seen }, by, context) {
    if (isLate(meeting, { draft })) return undefined;
    requireOffice(by, context);
    if (meeting.state === 'awaiting-approval') return undefined;
    requireState(meeting, 'planned');
    requireInvitable(meeting.plan, context);
    const { day, replyBy } = meeting.plan;
    if (replyBy < today(context) || replyBy > day)
      throw replyDayNotPossible(dayIn('de', replyBy), dayIn('en', replyBy));
    const chair = chairNow(context, by.id);
    if (!chair) throw chairNow(context) ? nobodyElseApproves() : noChair();
    const against = heededPlan(meeting, seen, by, context);
    const submitted = changed(without(begin(meeting), 'wish'), { state: 'awaiting-approval' });
    const facts = { draft: meeting.draft, to: chair.person.id, ...despite(against) };
    return telling(recorded(submitted, { ...actor(by), act: 'submitted', facts }), 'approve', [
      chair.person.id,
    ]);
  },
});

/** What stands against the plan, seen on the card or before. @throws {Refusal} when something of it is new to the party */
export const heededPlan = (
  meeting: Meeting,
  seen: readonly string[],
  by: Pick<Party, 'id'>,
  context: Context,
): readonly Against[] => heeded(meeting.plan, [...seen, ...seenBy(meeting, by.id)], context, meeting.id);

/** For the dry run: whoever presses has seen what the card says. */
export const allSeen = (meeting: Meeting, context: Context): string[] =>
  againstPlan(meeting, context).map(({ code }) => code);

/** @throws {Refusal} when a plan lacks something, or breaks the notice period without a reason */
export function requireInvitable(plan: Plan, context: Context): void {
  if (plan.items.length === 0) throw agendaMissing();
  requirePossibleDay(plan.day, context);
  requirePeriod(plan, context);
}

/** @throws {Refusal} when the notice period is not kept and nobody says why */
export function requirePeriod({ day, urgency }: Pick<Plan, 'day' | 'urgency'>, context: Context): void {
  const period = noticePeriod(day, today(context), context.rules, context.holidays);
  if (!period.isKept && !urgency?.trim())
    throw urgencyMissing(dayIn('de', period.latest), dayIn('en', period.latest));
}

/** @throws {Refusal} for a day that has passed or has begun; weekends and holidays are unusual but possible */
export function requirePossibleDay(day: string, { now, holidays }: Context): void {
  if (dayConflict(day, now, holidays)?.kind === 'past')
    throw dayNotPossible(
      `Der ${dayIn('de', day)} ist heute oder schon vorbei`,
      `${dayIn('en', day)} is today or over`,
    );
}

/** The usual last day for answers, not before today. */
export function replyDay(day: string, context: Context): string {
  const usual = daysBefore(day, context.rules.reply.days);
  const earliest = today(context);
  return usual > earliest ? usual : ([daysBefore(day, 1), earliest].sort().at(-1) ?? earliest);
}

/** Takes the draft back from the chair, or an approved one to work on it again. */
export const recall = act({
  kind: 'recall',
  title: { de: 'Entwurf zurückholen', en: 'Take the draft back' },
  input: z.object({ draft: stamp }),
  buttons: { 'beirat.recall': {} },
  typed: [{ de: 'zurückholen|zurueckholen', en: 'recall' }],
  probe: () => ({ draft: undefined }),
  decide(meeting, { draft }, by, context) {
    if (isLate(meeting, { draft })) return undefined;
    requireOffice(by, context);
    if (meeting.state === 'planned') return undefined;
    requireState(meeting, 'awaiting-approval', 'approved');
    const back = changed(asDraft(meeting), { draft: meeting.draft + 1 });
    return recorded(back, { ...actor(by), act: 'recalled' });
  },
});

/**
 * Gives a draft up that no member knows of. Never calls off a meeting that was invited to, however old the card is that
 * was pressed: that is `cancel`.
 */
export const discard = act({
  kind: 'discard',
  title: { de: 'Entwurf verwerfen', en: 'Discard the draft' },
  // Cards of before carry the reason as `note` or `reason`.
  input: z.object({ draft: stamp, note: text, reason: text }),
  buttons: { 'beirat.discard': {} },
  typed: [{ de: 'entwurf verwerfen|verwerfen', en: 'discard(?: the)? draft|discard', rest: 'reason' }],
  reasons: true,
  probe: () => ({ draft: undefined, note: '', reason: '?' }),
  decide(meeting, { draft, note, reason }, by, context) {
    if (isLate(meeting, { draft })) return undefined;
    requireOffice(by, context);
    if (meeting.state === 'cancelled') return undefined;
    if (meeting.issue > 0) throw noDraft();
    requireState(meeting, 'planned', 'awaiting-approval', 'approved');
    const why = (reason || note).trim();
    if (!why) throw reasonMissing();
    const given = changed(begin(meeting), { state: 'cancelled', reason: why });
    return tellingChair(recorded(given, { ...actor(by), act: 'discarded', note: why }), [], by.id, context);
  },
});

/** The chair answers for the meeting, and hears of a change also where no invitation tells: as a deputy, or before it. */
export function tellingChair(
  decision: Decision<Meeting>,
  told: readonly string[],
  by: string,
  context: Context,
): Decision<Meeting> {
  const uninformed = chairsOf(decision.doc, context).filter((party) => party !== by && !told.includes(party));
  return telling(decision, 'news', uninformed);
}

/** Who chairs now, who approved and to whom it was submitted, as far as they still chair or deputise. */
export function chairsOf(meeting: Meeting, context: Context): readonly string[] {
  const submission = submissionOf(meeting);
  if (!submission) return [];
  const chairs = [chairNow(context)?.person.id, meeting.approval?.by, String(submission.facts?.to ?? '')];
  return [...new Set(chairs)].flatMap((party) =>
    party !== undefined && chairCapacity(party, context) !== undefined ? [party] : [],
  );
}
