import type { Change } from '../../core/ports/store.ts';
import { workingDaysBetween } from '../../core/working-days.ts';
import { actorsAt, askedAt } from './acting.ts';
import { type Context, today } from './context.ts';
import { advanced, alarmed, keeping, nextMorning, settled } from './flow.ts';
import { asChange, bySystem, changed, type Progress, recorded, starting, tellingAll } from './owing.ts';
import { ends, type OpenStep, type Request } from './request.ts';
import { stepOf } from './route.ts';
import type { Step } from './types/model.ts';

/**
 * What time and the directory make of a request that waits; called every working morning. Whoever holds the role now
 * is told; who is late is reminded, then the deputy may act too, then the role above. However long nobody looked, only
 * the highest stage that is due is told, once.
 */
export function look(request: Request, context: Context): Change<Request> {
  const { leaseUntil: _lease, dueAt: _due, ...rest } = request;
  if (ends.includes(request.state) || !request.open) return { doc: rest };
  const before = starting({ ...rest, dueAt: nextMorning(context) });
  const after = request.state === 'returned' ? urgedRequester(before, context) : urgedStep(before, context);
  const isSame = after.request.history.length === request.history.length && after.notices.length === 0;
  return isSame ? { doc: after.request } : asChange(after, context);
}

function urgedStep(progress: Progress, context: Context): Progress {
  const { request } = progress;
  const step = stepOf(request, request.open?.step);
  if (!step || !request.open) return progress;
  const late = workingDaysBetween(request.open.dueDay, today(context), context.holidays);
  if (step.duty === 'hear' && late > 0) return unheard(progress, request.open, context);
  const stage = stageAfter(late);
  const before = request.open.asked;
  const moved = followed(progress, step, request.open, Math.max(stage, request.open.urged), context);
  return stage > request.open.urged
    ? urged(moved, step, stage, before, context)
    : stillLate(moved, late, context);
}

/** Working days late → nobody reminded yet, reminded, deputy told, role above told. */
function stageAfter(late: number): number {
  if (late >= 5) return 3;
  if (late >= 3) return 2;
  return late >= 1 ? 1 : 0;
}

function unheard(progress: Progress, { step, visit }: OpenStep, context: Context): Progress {
  const noted = recorded(progress, { ...bySystem, act: 'not-heard', facts: { step, visit } }, context);
  return advanced(settled(noted, 'not-heard', context), context);
}

/** Keeps the step with those who hold the role now: newcomers are told, whoever lost it lets go of the work. */
function followed(progress: Progress, step: Step, open: OpenStep, stage: number, context: Context): Progress {
  const { request } = progress;
  const actors = actorsAt(step, request, context, { ...open, urged: stage }).map(({ person }) => person.id);
  const { takenBy, passedTo, ...rest } = open;
  const kept: OpenStep = {
    ...rest,
    ...(takenBy && actors.includes(takenBy) ? { takenBy } : {}),
    ...(passedTo && actors.includes(passedTo) ? { passedTo } : {}),
  };
  const asked = askedAt(step, request, context, { ...kept, urged: stage });
  const ids = asked.map(({ person }) => person.id);
  if (sameParties(ids, open.asked) && kept.takenBy === takenBy) return progress;
  const state = takenBy && !kept.takenBy ? ('approved' as const) : request.state;
  const facts = { step: step.id, visit: open.visit, who: ids.join(' '), before: open.asked.join(' ') };
  const moved = recorded(
    changed(progress, { state, open: { ...kept, asked: ids } }),
    { ...bySystem, act: 'moved', facts },
    context,
  );
  const newcomers = ids.filter((party) => !open.asked.includes(party));
  const key = `${open.visit} ${moved.request.history.length}`;
  return alarmed(tellingAll(moved, 'decide', newcomers, context, { key }), step, asked, context);
}

const sameParties = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((party) => b.includes(party));

function urged(
  progress: Progress,
  step: Step,
  stage: number,
  before: readonly string[],
  context: Context,
): Progress {
  const { open } = progress.request;
  if (!open) return progress;
  const facts = { step: step.id, visit: open.visit, stage };
  const next = recorded(
    changed(progress, { open: { ...open, urged: stage } }),
    { ...bySystem, act: 'urged', facts },
    context,
  );
  const key = `${open.visit} ${stage}`;
  // Newcomers have just been asked, and who has voted owes nothing.
  const owing = before.filter(
    (party) => open.asked.includes(party) && !open.votes.some(({ by }) => by === party),
  );
  const reminded = tellingAll(next, 'reminder', owing, context, { key, facts: { stage } });
  return stage < 3 ? reminded : alarmedAboutDelay(reminded, key, context);
}

/** After the last stage 10.50 hears of it every fifth working day, until somebody acts. */
function stillLate(progress: Progress, late: number, context: Context): Progress {
  const { open, history } = progress.request;
  if (!open || late < 10) return progress;
  const facts = { step: open.step, visit: open.visit, weeks: Math.floor(late / 5) };
  const isKnown = history.some(
    (entry) =>
      entry.act === 'still-late' &&
      entry.facts?.visit === facts.visit &&
      Number(entry.facts.weeks) >= facts.weeks,
  );
  if (isKnown) return progress;
  const noted = recorded(progress, { ...bySystem, act: 'still-late', facts }, context);
  return alarmedAboutDelay(noted, `${open.visit} late ${facts.weeks}`, context);
}

function alarmedAboutDelay(progress: Progress, key: string, context: Context): Progress {
  const keepers = askedAt(keeping, progress.request, context).map(({ person }) => person.id);
  const facts = { why: 'late', step: progress.request.open?.step ?? '' };
  return tellingAll(progress, 'alarm', keepers, context, { key, facts });
}

/** A question waits for its answer: the requester is reminded, then whoever asked hears that nothing came. */
function urgedRequester(progress: Progress, context: Context): Progress {
  const { question, open, requester } = progress.request;
  if (!question || !open) return progress;
  const late = workingDaysBetween(question.dueDay, today(context), context.holidays);
  const stage = late >= 5 ? 2 : Math.min(late, 1);
  if (stage <= question.urged) return stillLate(progress, late, context);
  const facts = { step: open.step, visit: open.visit, stage };
  const next = recorded(
    changed(progress, { question: { ...question, urged: stage } }),
    { ...bySystem, act: 'urged-answer', facts },
    context,
  );
  const key = `${open.visit} answer ${stage}`;
  return tellingAll(next, 'reminder', stage === 2 ? [requester.id, question.by] : [requester.id], context, {
    key,
    facts: { stage },
  });
}
