import {
  bySystem,
  changed,
  type Decision,
  type Event,
  recorded,
  notified as told,
  without,
} from '../../case/decision.ts';
import { today, type World } from '../../case/world.ts';
import { momentOf } from '../../core/day.ts';
import type { Notice } from '../../core/notice.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { askedAt, type Capacity } from './actors.ts';
import { isEnded, type OpenStep, type Request, revisionOf, type SettledStep, type State } from './model.ts';
import { nextStep } from './route.ts';
import type { Step } from './types/model.ts';

/* The way of a request from step to step, whoever or whatever moves it: an act, time, the directory. */

export type Going = Decision<Request>;

/** The kinds of what requests say; each is worded in `notices.ts`. */
export type NoticeName = 'decide' | 'news' | 'question' | 'reminder' | 'alarm' | 'informed';

/** Tells parties, each once; news may wait for quiet hours. */
export const notified = (
  going: Going,
  parties: Iterable<string>,
  name: NoticeName,
  more: { readonly key?: string | number; readonly facts?: Notice['facts'] } = {},
): Going => told(going, parties, { name, urgency: urgencyOf(name), ...more });

const urgencyOf = (name: NoticeName): Notice['urgency'] =>
  name === 'news' || name === 'informed' ? 'news' : 'act';

/** When time looks at a waiting request again: the next working morning, in Koblenz. */
export const nextMorning = (world: World): string =>
  momentOf(addWorkingDays(today(world), 1, world.holidays), '08:00');

export const requestDueAt = (request: Request, world: World): string | undefined =>
  isEnded(request) || !request.open ? undefined : nextMorning(world);

/** Whom a request waits for: the requester while it is returned, else those who were asked and have not voted yet. */
export function waiting(going: Going): Going {
  const { state, open, requester } = going.doc;
  const silent = (open?.asked ?? []).filter((party) => !open?.votes.some(({ by }) => by === party));
  const waitsFor = open ? (state === 'returned' ? [requester.id] : silent) : [];
  return changed(going, { waitsFor });
}

/** Leaves the open step behind with an outcome. */
export function settled(going: Going, outcome: SettledStep['outcome'], { now }: World): Going {
  const { open, settled: before } = going.doc;
  if (!open) return going;
  const { step, visit, votes } = open;
  return without(changed(going, { settled: [...before, { step, visit, outcome, at: now, votes }] }), 'open');
}

/** Opens the next step of the way; tells those who are only informed on the way there; ends when there is none. */
export function advanced(going: Going, world: World): Going {
  const step = nextStep(going.doc);
  if (!step) return ended(going, 'done', world);
  if (step.duty !== 'inform') return opened(going, step, world);
  const who = askedAt(step, going.doc, world).map(({ person }) => person.id);
  const visit = nextRevision(going.doc);
  const informed = recorded(going, {
    ...bySystem,
    act: 'informed',
    facts: { step: step.id, visit, who: who.join(' ') },
  });
  const behind: SettledStep = { step: step.id, visit, outcome: 'informed', at: world.now, votes: [] };
  const next = changed(informed, { settled: [...informed.doc.settled, behind] });
  return advanced(notified(next, who, 'informed', { key: visit }), world);
}

const nextRevision = ({ settled: before, open }: Request): number =>
  1 + Math.max(0, revisionOf({ open }), ...before.map(({ visit }) => visit));

function opened(going: Going, step: Step, world: World): Going {
  const request = going.doc;
  const asked = askedAt(step, request, world);
  const visit = nextRevision(request);
  const before = request.settled.at(-1);
  const open: OpenStep = {
    step: step.id,
    visit,
    since: world.now,
    dueDay: addWorkingDays(today(world), step.due, world.holidays),
    urged: 0,
    asked: asked.map(({ person }) => person.id),
    votes: before?.step === step.id && before.outcome === 'reopened' ? [...before.votes] : [],
  };
  const state: State = step.duty === 'do' ? 'approved' : 'in-approval';
  const waits = recorded(changed(going, { open, state }), {
    ...bySystem,
    act: 'asked',
    facts: { step: step.id, visit, who: open.asked.join(' ') },
  });
  return alarmed(notified(waits, open.asked, 'decide', { key: visit }), step, asked, world);
}

/** 10.50 keeps the directory: it hears when a position is vacant and who stands in. */
export function alarmed(going: Going, step: Step, asked: readonly Capacity[], world: World): Going {
  if (asked.some(({ as }) => as !== 'role-above')) return going;
  const key = `${revisionOf(going.doc)} vacant`;
  return notified(going, keepersOf(going.doc, world), 'alarm', {
    key,
    facts: { step: step.id, why: 'vacant' },
  });
}

/** Those of 10.50 who hear of it, whatever step a request waits at. */
export const keepersOf = (request: Request, world: World): readonly string[] =>
  askedAt(keeping, request, world).map(({ person }) => person.id);

const keeping: Step = {
  id: 'keeping',
  role: 'strategisches-it-management',
  of: 'administration',
  duty: 'inform',
  because: { de: 'führt das Verzeichnis', en: 'keeps the directory' },
  due: 5,
  votes: 'any',
};

/** Brings the request to one of its ends; everybody else who had to do with it hears of it. */
export function ended(going: Going, state: 'done' | 'rejected' | 'withdrawn', { now }: World): Going {
  const over = changed(without(going, 'open', 'question'), { state, closedAt: now });
  const actor = lastActor(going);
  return notified(
    over,
    concerned(over.doc).filter((party) => party !== actor),
    'news',
  );
}

/** Who has acted last, in this decision or before it; the system is nobody. */
function lastActor({ doc, happened }: Going): string | undefined {
  const events = happened.filter((one): one is Event => 'event' in one).map(({ event }) => event);
  return [...doc.history, ...events].findLast(({ by }) => by !== bySystem.by)?.by;
}

/** The requester and everybody who said something. */
const concerned = (request: Request): readonly string[] => [
  request.requester.id,
  ...request.settled.flatMap(({ votes }) => votes.map(({ by }) => by)),
];

/** News for the requester, unless it was the requester who acted. */
export const reported = (going: Going, by: string): Going =>
  going.doc.requester.id === by ? going : notified(going, [going.doc.requester.id], 'news');
