import { changed, type Decision } from '../../../case/decision.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import { askedFor, bodyOf } from '../board/answering.ts';
import { type Context, today } from '../board/context.ts';
import { chairNow, chairSeat, officeNow } from '../board/members.ts';
import { daysBetween, noticePeriod } from '../board/notice-period.ts';
import { urgingsUntil } from '../board/urging.ts';
import { isOpen } from './attendance.ts';
import { type BodyNotice, type OfficeNotice, telling } from './ledger.ts';
import type { Meeting } from './model.ts';
import { reviewsOf } from './reviews.ts';

/*
 * The clock on what waits for somebody before and beside the dates of a meeting: a draft for the chair, an approved one
 * for its invitations, a question for its answer, minutes for the chair. Each stage is told once; stages that were slept
 * through make one.
 */

type Stage = {
  readonly day: string;
  readonly name: OfficeNotice | BodyNotice;
  readonly parties: readonly (string | undefined)[];
  /** What makes it the same notice. */
  readonly key: string;
  /** Number of the resolution that it is about: each is said by itself. */
  readonly about?: string;
  /** Since when it waits, where the clock is its own: what happens to the rest of the meeting does not stop it. */
  readonly since?: string;
};

/** The chair, and from the second reminder on the deputy too. */
function chairs(context: Context, isFirst: boolean): readonly (string | undefined)[] {
  const seat = chairSeat(context);
  const holder = seat?.holder?.person.id;
  const isAway = seat?.holder?.absentUntil !== undefined;
  const deputies = (seat?.deputies ?? []).map(({ person }) => person.id);
  return isFirst && !isAway ? [holder] : [holder, ...deputies.slice(0, 1)];
}

/** What is reminded of, the earliest first. */
function stagesOf(meeting: Meeting, context: Context): readonly Stage[] {
  const { state, draft, plan, session } = meeting;
  const office = [officeNow(context)];
  const stages: Stage[] = [];
  const before = state === 'planned' || state === 'awaiting-approval' || state === 'approved';
  if (before) {
    const { latest } = noticePeriod(plan.day, today(context), context.rules, context.holidays);
    const over = daysFrom(daysBefore(plan.day, -1), today(context));
    for (const on of [daysBefore(latest, 2), latest, daysBefore(latest, -1), ...over])
      stages.push({ day: on, name: 'dispatch', parties: office, key: `${draft} ${on}` });
  }
  if (before) stages.push(...reviewStages(meeting, office));
  if (state === 'awaiting-approval') {
    const since = meeting.history.findLast(({ act }) => act === 'submitted')?.at;
    const days = urgingsUntil(dayOf(since ?? ''), today(context), { first: [2, 4, 7, 14], again: 7 });
    // What is approved after its day is nothing: then the office has to choose another one.
    for (const [at, on] of days.entries())
      if (on < plan.day)
        stages.push({ day: on, name: 'approve', parties: chairs(context, at === 0), key: `${draft} ${on}` });
  }
  for (const { n, at, answer } of state === 'invited' || state === 'held' ? meeting.questions : [])
    if (!answer)
      for (const on of [
        ...urgingsUntil(dayOf(at), today(context), { first: [2, 7], again: 14 }),
        daysBefore(plan.day, 1),
      ])
        if (on > dayOf(at))
          stages.push({ day: on, name: 'open-question', parties: office, key: `${n} ${on}` });
  if (
    state === 'held' &&
    session?.submitted &&
    session.submitted.draft === session.draft &&
    session.sentDraft !== session.draft
  )
    for (const [at, on] of urgingsUntil(dayOf(session.submitted.at), today(context), {
      first: [2, 5, 9, 16],
      again: 7,
    }).entries()) {
      stages.push({
        day: on,
        name: 'approve-minutes',
        parties: chairs(context, at === 0),
        key: `${session.draft} ${on}`,
      });
    }
  stages.push(...resolvedStages(meeting, context));
  return stages.sort((a, b) => a.day.localeCompare(b.day));
}

/** Whoever looks at an item is reminded a day before; the day after the office hears that nothing came. */
const reviewStages = (meeting: Meeting, office: Stage['parties']): readonly Stage[] =>
  reviewsOf(meeting).flatMap(({ n, party, at, until, comment }): readonly Stage[] => {
    if (comment) return [];
    const since = [meeting.urged.waited ?? '', dayOf(at)].sort().at(-1) ?? '';
    const one = (day: string, name: Stage['name'], parties: Stage['parties']): Stage => ({
      day,
      name,
      parties,
      key: `review ${n} ${day}`,
      about: String(n),
      since,
    });
    return [
      one(daysBefore(until, 1), 'review-due', [party]),
      one(daysBefore(until, -1), 'review-late', office),
    ];
  });

/** Days between words about what is overdue. */
const again = 14;

/** A day, and every two weeks after it until the next that is to come. */
const daysFrom = (first: string, now: string): readonly string[] =>
  Array.from({ length: Math.max(0, Math.ceil(daysBetween(first, now) / again)) + 2 }, (_, at) =>
    daysBefore(first, -again * at),
  );

/**
 * What was resolved is followed until nothing is left to do: a recommendation by the body that it is addressed to, later
 * by everybody who may answer, with word to office and chair; anything else with a day by the office.
 */
function resolvedStages(meeting: Meeting, context: Context): readonly Stage[] {
  const { state, session } = meeting;
  if ((state !== 'held' && state !== 'minuted') || !session) return [];
  const now = today(context);
  const since =
    [meeting.urged.waited ?? '', session.sentAt ? dayOf(session.sentAt) : meeting.plan.day].sort().at(-1) ??
    '';
  const office = [officeNow(context)];
  return meeting.resolutions
    .filter((one) => isOpen(meeting, one))
    .flatMap((one): readonly Stage[] => {
      const { number: about, dueDay } = one;
      const stage = (name: Stage['name'], on: string, parties: Stage['parties']): Stage => ({
        day: on,
        name,
        parties,
        key: `${about} ${on}`,
        about,
        since,
      });
      if (!dueDay) return [];
      const body = bodyOf(one.addressee?.id, context.rules);
      const overdue = daysFrom(daysBefore(dueDay, -1), now);
      if (!body) return [daysBefore(dueDay, 7), ...overdue].map((on) => stage('resolution-due', on, office));
      // What became of something that was taken up is asked at each meeting.
      if (one.answer || !session.sentAt) return [];
      const reminders = (context.rules.recommendations?.remindDays ?? []).map((days) =>
        daysBefore(dueDay, days),
      );
      const chair = chairNow(context)?.person.id;
      return [
        ...reminders.map((on) => stage('recommendation-due', on, askedFor(body, context))),
        ...overdue.flatMap((on) => [
          stage('recommendation-due', on, askedFor(body, context, true)),
          stage('recommendation-late', on, [...office, chair]),
        ]),
      ];
    });
}

/** What was changed meanwhile starts the clock anew; days before that have nothing to say. */
const sinceOf = ({ history, urged }: Meeting): string =>
  [urged.waited ?? '', dayOf(history.at(-1)?.at ?? '')].sort().at(-1) ?? '';

const pending = (meeting: Meeting, context: Context): readonly Stage[] =>
  stagesOf(meeting, context).filter((stage) => stage.day > (stage.since ?? sinceOf(meeting)));

/** The next day on which something that waits is said. */
export const waitingDays = (meeting: Meeting, context: Context): readonly string[] =>
  pending(meeting, context)
    .slice(0, 1)
    .map((stage) => stage.day);

/** What waits is said to whoever it waits for. */
export function waitedFor(decision: Decision<Meeting>, now: string, context: Context): Decision<Meeting> {
  const due = pending(decision.doc, context).filter((stage) => stage.day <= now);
  if (due.length === 0) return decision;
  const noted = changed(decision, { urged: { ...decision.doc.urged, waited: now } });
  const newest = [...new Map(due.map((stage) => [`${stage.name} ${stage.about ?? ''}`, stage])).values()];
  return newest.reduce(
    (all, { name, parties, key, about }) =>
      telling(all, name, parties, {
        key: `waits ${key}`,
        ...(about ? { facts: { number: about } } : {}),
      }),
    noted,
  );
}
