import { z } from 'zod';
import { dayIn } from '../../../../core/day.ts';
import { appended } from '../../../../core/history.ts';
import type { Party } from '../../../../core/party.ts';
import type { Also, Beside, DocumentRef, New } from '../../../../core/ports/store.ts';
import { type Context, today } from '../../board/context.ts';
import { chairNow, isOffice, officeNow } from '../../board/members.ts';
import { dayConflict, noticePeriod } from '../../board/notice-period.ts';
import { noChair, textMissing } from '../../board/refusals.ts';
import { actor, requireChair, requireOffice } from '../../board/rights.ts';
import type { Act } from '../decide/act.ts';
import type { Meeting, Plan } from '../model.ts';
import { changed, type Progress, recorded, starting, telling } from '../owing.ts';
import { requireState, submissionOf } from '../policy.ts';
import {
  agendaMissing,
  dayNotPossible,
  nobodyElseApproves,
  ownDraft,
  replyDayNotPossible,
  urgencyMissing,
} from '../refusals.ts';

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

/** The newest number of a year's meetings, read beside the new meeting so that a number is given once. */
export const counterOf = (year: string): DocumentRef => ({ collection: 'counters', id: `meetings-${year}` });

/** The year that a meeting is numbered in: that of its day. */
export const yearOf = ({ day }: Pick<Plan, 'day'>): string => day.slice(0, 4);

/**
 * A new meeting with the next number of its year, and the counter's new state for the same write.
 * @throws {Refusal} unless the party is the office
 */
export function planned(
  { plan, secondOf }: { readonly plan: Plan; readonly secondOf?: string | undefined },
  by: Party,
  counter: Beside | undefined,
  context: Context,
): { readonly meeting: New<Meeting>; readonly also: readonly Also[] } {
  requireOffice(by, context);
  const year = yearOf(plan);
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const id = `B-${year}-${last}`;
  const { now, digest } = context;
  const entry = {
    at: now,
    by: by.id,
    byName: by.name,
    act: 'planned',
    facts: { day: plan.day, on: today(context) },
  };
  const meeting: New<Meeting> = {
    id,
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
    history: appended([], id, entry, digest),
    createdBy: by.id,
    createdAt: now,
    changedAt: now,
  };
  const { collection, id: counterId } = counterOf(year);
  return { meeting, also: [{ collection, doc: counter ? { ...counter, last } : { id: counterId, last } }] };
}

/** Changes the plan. What was approved already must be approved again. */
export function edit(
  meeting: Meeting,
  { plan }: Extract<Act, { kind: 'edit' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'planned', 'awaiting-approval', 'approved');
  if (JSON.stringify(plan) === JSON.stringify(meeting.plan)) return undefined;
  const { approval: _, ...rest } = meeting;
  const edited = { ...rest, plan, state: 'planned' as const, draft: meeting.draft + 1 };
  return recorded(starting(edited), { ...actor(by), act: 'edited', facts: { draft: edited.draft } }, context);
}

/**
 * Submits the draft to the chair; to the deputy when the chair is away, or submits it.
 * @throws {Refusal} when it cannot be invited to as it is, or nobody else could approve it
 */
export function submit(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  if (meeting.state === 'awaiting-approval') return undefined;
  requireState(meeting, 'planned');
  requireInvitable(meeting.plan, context);
  const { day, replyBy } = meeting.plan;
  if (replyBy < today(context) || replyBy > day)
    throw replyDayNotPossible(dayIn('de', replyBy), dayIn('en', replyBy));
  const chair = chairNow(context, by.id);
  if (!chair) throw chairNow(context) ? nobodyElseApproves() : noChair();
  const { wish: _, ...rest } = meeting;
  const submitted = recorded(
    starting({ ...rest, state: 'awaiting-approval' }),
    { ...actor(by), act: 'submitted', facts: { draft: meeting.draft, to: chair.person.id } },
    context,
  );
  return telling(submitted, 'approve', chair.person.id, context);
}

/** @throws {Refusal} when a plan lacks something, or breaks the notice period without a reason */
export function requireInvitable(plan: Plan, context: Context): void {
  if (plan.items.length === 0) throw agendaMissing();
  requirePossibleDay(plan.day, context);
  const period = noticePeriod(plan.day, today(context), context.rules, context.holidays);
  if (!period.isKept && !plan.urgency?.trim())
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

/** Takes the draft back from the chair, or an approved one to work on it again. */
export function recall(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  if (meeting.state === 'planned') return undefined;
  requireState(meeting, 'awaiting-approval', 'approved');
  const { approval: _, ...rest } = meeting;
  const back = { ...rest, state: 'planned' as const, draft: meeting.draft + 1 };
  return recorded(starting(back), { ...actor(by), act: 'recalled' }, context);
}

/** The chair approves; the office is told at once. @throws {Refusal} also for whoever submitted the draft: four eyes */
export function approve(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  const acting = requireChair(by, context);
  // The approval stays with the meeting: pressed again later it has happened already.
  if (meeting.approval) return undefined;
  requireState(meeting, 'awaiting-approval');
  if (submissionOf(meeting)?.by === by.id) throw ownDraft();
  const approved = recorded(
    changed(starting(meeting), { state: 'approved', approval: { ...acting, at: context.now } }),
    { ...acting, act: 'approved', facts: { draft: meeting.draft } },
    context,
  );
  return told(approved, 'approved', by, context);
}

/** The chair asks for a change: back to the office, with the words. */
export function wish(
  meeting: Meeting,
  act: Extract<Act, { kind: 'wish' }>,
  by: Party,
  context: Context,
): Progress {
  const acting = requireChair(by, context);
  requireState(meeting, 'awaiting-approval', 'approved');
  const note = act.note.trim();
  if (!note) throw textMissing();
  const { approval: _, ...rest } = meeting;
  const back = {
    ...rest,
    state: 'planned' as const,
    draft: meeting.draft + 1,
    wish: { by: by.id, byName: by.name, text: note, at: context.now },
  };
  return told(recorded(starting(back), { ...acting, act: 'wished', note }, context), 'wish', by, context);
}

/** Tells whoever is at the office now, planned the meeting or submitted it. */
function told(progress: Progress, name: 'approved' | 'wish', by: Party, context: Context): Progress {
  const { meeting } = progress;
  const keepers = [meeting.createdBy, submissionOf(meeting)?.by].filter(
    (party) => party !== undefined && isOffice(party, context),
  );
  const all = new Set([officeNow(context), ...keepers]);
  return [...all]
    .filter((party) => party !== by.id)
    .reduce((next, party) => telling(next, name, party, context), progress);
}
