import { momentOf } from '../../core/day.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { type Acting, askedAt } from './acting.ts';
import { type Context, today } from './context.ts';
import { bySystem, changed, type Progress, recorded, telling, tellingAll } from './owing.ts';
import type { OpenStep, Request, SettledStep, State } from './request.ts';
import { nextStep } from './route.ts';
import type { Step } from './types/model.ts';

/** When work looks at a waiting request again: the next working morning, in Koblenz. */
export const nextMorning = (context: Context): string =>
  momentOf(addWorkingDays(today(context), 1, context.holidays), '08:00');

/** Leaves the open step behind with an outcome. */
export function settled(progress: Progress, outcome: SettledStep['outcome'], { now }: Context): Progress {
  const { open, settled: before } = progress.request;
  if (!open) return progress;
  const { step, visit, votes } = open;
  const { open: _left, ...request } = progress.request;
  return {
    ...progress,
    request: { ...request, settled: [...before, { step, visit, outcome, at: now, votes }] },
  };
}

/** Opens the next step of the way; tells those who are only informed on the way there; ends when there is none. */
export function advanced(progress: Progress, context: Context): Progress {
  const step = nextStep(progress.request);
  if (!step) return ended(progress, 'done', context);
  if (step.duty !== 'inform') return opened(progress, step, context);
  const who = askedAt(step, progress.request, context).map(({ person }) => person.id);
  const visit = nextVisit(progress.request);
  const told = recorded(
    progress,
    { ...bySystem, act: 'informed', facts: { step: step.id, visit, who: who.join(' ') } },
    context,
  );
  const behind: SettledStep = { step: step.id, visit, outcome: 'informed', at: context.now, votes: [] };
  const next = changed(told, { settled: [...told.request.settled, behind] });
  return advanced(tellingAll(next, 'informed', who, context, { key: String(visit) }), context);
}

const nextVisit = ({ settled: before, open }: Request): number =>
  1 + Math.max(0, open?.visit ?? 0, ...before.map(({ visit }) => visit));

function opened(progress: Progress, step: Step, context: Context): Progress {
  const { request } = progress;
  const asked = askedAt(step, request, context);
  const visit = nextVisit(request);
  const before = request.settled.at(-1);
  const open: OpenStep = {
    step: step.id,
    visit,
    since: context.now,
    dueDay: addWorkingDays(today(context), step.due, context.holidays),
    urged: 0,
    asked: asked.map(({ person }) => person.id),
    votes: before?.step === step.id && before.outcome === 'reopened' ? [...before.votes] : [],
  };
  const state: State = step.duty === 'do' ? 'approved' : 'in-approval';
  const facts = { step: step.id, visit, who: open.asked.join(' ') };
  const waiting = recorded(
    changed(progress, { open, state, dueAt: nextMorning(context) }),
    { ...bySystem, act: 'asked', facts },
    context,
  );
  const told = tellingAll(waiting, 'decide', open.asked, context, { key: String(visit) });
  return alarmed(told, step, asked, context);
}

/** 10.50 keeps the directory: it hears when a position is vacant and who stands in. */
export function alarmed(
  progress: Progress,
  step: Step,
  asked: readonly Acting[],
  context: Context,
): Progress {
  if (asked.some(({ as }) => as !== 'role-above')) return progress;
  const keepers = askedAt(keeping, progress.request, context).map(({ person }) => person.id);
  const key = `${progress.request.open?.visit ?? 0} vacant`;
  return tellingAll(progress, 'alarm', keepers, context, { key, facts: { step: step.id, why: 'vacant' } });
}

/** Where 10.50 is looked for, whatever step a request waits at. */
export const keeping: Step = {
  id: 'keeping',
  role: 'strategisches-it-management',
  of: 'administration',
  duty: 'inform',
  because: { de: 'führt das Verzeichnis', en: 'keeps the directory' },
  due: 5,
  votes: 'any',
};

/** Brings the request to one of its ends; everybody else who had to do with it hears of it. */
export function ended(
  progress: Progress,
  state: 'done' | 'rejected' | 'withdrawn',
  context: Context,
): Progress {
  const { open: _open, dueAt: _dueAt, question: _question, ...rest } = progress.request;
  const request: Request = { ...rest, state, closedAt: context.now };
  const actor = request.history.findLast(({ by }) => by !== bySystem.by)?.by;
  const others = concerned(request).filter((party) => party !== actor);
  return tellingAll({ ...progress, request }, 'news', others, context);
}

/** The requester and everybody who said something. */
export const concerned = (request: Request): readonly string[] => [
  request.requester.id,
  ...request.settled.flatMap(({ votes }) => votes.map(({ by }) => by)),
  ...(request.open?.votes ?? []).map(({ by }) => by),
];

/** News for the requester, unless it was the requester who acted. */
export const reported = (progress: Progress, by: string, context: Context): Progress =>
  progress.request.requester.id === by
    ? progress
    : telling(progress, 'news', progress.request.requester.id, context);
