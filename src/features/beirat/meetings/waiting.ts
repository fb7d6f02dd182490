import { changed, type Decision } from '../../../case/decision.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import { type Context, today } from '../board/context.ts';
import { chairSeat, officeNow } from '../board/members.ts';
import { noticePeriod } from '../board/notice-period.ts';
import { type OfficeNotice, telling } from './ledger.ts';
import type { Meeting } from './model.ts';

/*
 * The clock on what waits for somebody before and beside the dates of a meeting: a draft for the chair, an approved one
 * for its invitations, a question for its answer, minutes for the chair. Each stage is told once; stages that were slept
 * through make one.
 */

type Stage = {
  readonly day: string;
  readonly name: OfficeNotice;
  readonly parties: readonly (string | undefined)[];
  /** What makes it the same notice. */
  readonly key: string;
};

const day = (at: string | undefined, later: number): string => daysBefore(dayOf(at ?? ''), -later);

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
    for (const on of [daysBefore(latest, 2), latest, daysBefore(latest, -1), daysBefore(plan.day, -1)])
      stages.push({ day: on, name: 'dispatch', parties: office, key: `${draft} ${on}` });
  }
  if (state === 'awaiting-approval') {
    const since = meeting.history.findLast(({ act }) => act === 'submitted')?.at;
    for (const [at, later] of [2, 4, 7, 14].entries()) {
      const on = day(since, later);
      if (on < plan.day)
        stages.push({ day: on, name: 'approve', parties: chairs(context, at === 0), key: `${draft} ${on}` });
    }
  }
  for (const { n, at, answer } of state === 'invited' || state === 'held' ? meeting.questions : [])
    if (!answer)
      for (const on of [day(at, 2), daysBefore(plan.day, 1), day(at, 7)])
        if (on > dayOf(at))
          stages.push({ day: on, name: 'open-question', parties: office, key: `${n} ${on}` });
  if (
    state === 'held' &&
    session?.submitted &&
    session.submitted.draft === session.draft &&
    session.sentDraft !== session.draft
  )
    for (const [at, later] of [2, 5, 9, 16, 23].entries()) {
      const on = day(session.submitted.at, later);
      stages.push({
        day: on,
        name: 'approve-minutes',
        parties: chairs(context, at === 0),
        key: `${session.draft} ${on}`,
      });
    }
  return stages.sort((a, b) => a.day.localeCompare(b.day));
}

/** What was changed meanwhile starts the clock anew; days before that have nothing to say. */
const sinceOf = ({ history, urged }: Meeting): string =>
  [urged.waited ?? '', dayOf(history.at(-1)?.at ?? '')].sort().at(-1) ?? '';

const pending = (meeting: Meeting, context: Context): readonly Stage[] =>
  stagesOf(meeting, context).filter((stage) => stage.day > sinceOf(meeting));

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
  const newest = [...new Map(due.map((stage) => [stage.name, stage])).values()];
  return newest.reduce(
    (all, { name, parties, key }) => telling(all, name, parties, { key: `waits ${key}` }),
    noted,
  );
}
