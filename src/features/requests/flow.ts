import {
  bySystem,
  changed,
  type Decision,
  type Event,
  recorded,
  notified as told,
  without,
} from '../../case/decision.ts';
import { today } from '../../case/world.ts';
import { daysBefore, momentOf } from '../../core/day.ts';
import type { Notice } from '../../core/notice.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { askedAt, type Capacity } from './actors.ts';
import { boundSteps, earlierVote, sawOf } from './decided.ts';
import {
  askersOf,
  isEnded,
  lastSettled,
  type OpenPart,
  type OpenStep,
  openParts,
  partAt,
  type Request,
  revisionOf,
  type SettledStep,
  type State,
  type Surroundings,
  type Vote,
} from './model.ts';
import { opening } from './parts.ts';
import { daysFor } from './reports/priority.ts';
import { applies, grantsMoney, nextSteps, stepOf } from './route.ts';
import type { Step } from './types/model.ts';

/* The way of a request from step to step, whoever or whatever moves it: an act, time, the directory. */

export type Going = Decision<Request>;

/** The kinds of what requests say; each is worded in `notices.ts`. */
export type NoticeName =
  | 'decide'
  | 'entered'
  | 'changed'
  | 'news'
  | 'question'
  | 'reminder'
  | 'alarm'
  | 'informed'
  | 'note'
  | 'joined-news';

/** Tells parties, each once; news may wait for quiet hours. */
export const notified = (
  going: Going,
  parties: Iterable<string>,
  name: NoticeName,
  more: { readonly key?: string | number; readonly facts?: Notice['facts'] } = {},
): Going => told(going, parties, { name, urgency: urgencyOf(name), ...more });

const urgencyOf = (name: NoticeName): Notice['urgency'] =>
  name === 'news' || name === 'informed' || name === 'joined-news' ? 'news' : 'act';

/** Working days that the requester has for an answer before being reminded. */
export const answerDays = 5;

/** When time looks at a waiting request again: the next working morning, in Koblenz. */
export const nextMorning = (world: Surroundings): string =>
  momentOf(addWorkingDays(today(world), 1, world.holidays), '08:00');

export function requestDueAt(request: Request, world: Surroundings): string | undefined {
  if (isEnded(request) || !request.open) return undefined;
  const { restsUntil } = request.open;
  return restsUntil && restsUntil > today(world) ? momentOf(restsUntil, '08:00') : nextMorning(world);
}

/** Whom a request waits for: the requester while it is returned, else those who were asked and have not voted yet. */
export function waiting(going: Going): Going {
  const { requester } = going.doc;
  const silent = ({ question, asked, votes }: OpenPart) =>
    question ? [requester.id] : asked.filter((party) => !votes.some(({ by }) => by === party));
  const waitsFor = [...new Set(openParts(going.doc).flatMap(silent))];
  const comesBackTo = comingBack(going.doc).filter((party) => !waitsFor.includes(party));
  const next = changed(without(going, 'comesBackTo'), { waitsFor });
  return comesBackTo.length > 0 ? changed(next, { comesBackTo }) : next;
}

/** Whoever had decided at a step that a change has opened again and that still lies ahead. */
const comingBack = (request: Request): readonly string[] =>
  request.open === undefined
    ? []
    : [
        ...new Set(
          request.route
            .filter((step) => !partAt(request, step.id) && applies(step, request))
            .flatMap((step) => earlierVote(request, step.id)?.by ?? []),
        ),
      ];

/** Leaves the open step behind with an outcome. */
export function settled(
  going: Going,
  outcome: SettledStep['outcome'],
  { now }: Surroundings,
  needed?: number,
): Going {
  const { open, settled: before } = going.doc;
  if (!open) return going;
  const { step, visit, votes } = open;
  const behind = { step, visit, outcome, at: now, votes, ...(needed === undefined ? {} : { needed }) };
  return without(changed(going, { settled: [...before, behind] }), 'open');
}

/**
 * What was decided has changed: every step that somebody stands for is asked again, in the order of the way. What they
 * had said stays in the record, money that was set aside on the strength of it is free again. Whoever had spoken is
 * told what has changed, whether or not it ever comes back to them.
 * @param spokeHere votes at the step that it waited at
 */
export function askedAgain(going: Going, world: Surroundings, spokeHere: readonly Vote[] = []): Going {
  const bound = boundSteps(going.doc);
  const spoken = [...bound.flatMap(({ votes }) => votes), ...spokeHere];
  return notified(
    reopened(going, bound, world),
    spoken.map(({ by }) => by).filter((party) => party !== going.doc.requester.id),
    'changed',
    { key: going.doc.earlier.length, facts: { version: going.doc.earlier.length } },
  );
}

function reopened(going: Going, bound: readonly SettledStep[], world: Surroundings): Going {
  if (bound.length === 0) return going;
  const again = bound.map(({ step, visit }) => ({
    step,
    visit,
    outcome: 'reopened' as const,
    at: world.now,
    votes: [],
  }));
  const { funding, granted } = going.doc;
  const isGrantBound = bound.some(({ step }) => grantsMoney(stepOf(going.doc, step)));
  const freed = isGrantBound && (funding !== undefined || granted !== undefined);
  const noted = recorded(going, {
    ...bySystem,
    act: 'reopened',
    facts: { steps: bound.map(({ step }) => step).join(' '), ...(freed ? { freed: true } : {}) },
  });
  const open = changed(noted, { settled: [...going.doc.settled, ...again] });
  return isGrantBound ? without(open, 'funding', 'granted', 'needsBoard') : open;
}

/**
 * Opens what comes next on the way, all parts of a group that may begin; tells those who are only informed on the way
 * there; ends when nothing is left and nothing waits.
 */
export function advanced(going: Going, world: Surroundings): Going {
  const [step, ...others] = nextSteps(going.doc);
  if (!step) return openParts(going.doc).length > 0 ? going : ended(going, 'done', world);
  if (step.duty !== 'inform') return [step, ...others].reduce((next, one) => opened(next, one, world), going);
  const who = askedAt(step, going.doc, world).map(({ person }) => person.id);
  const visit = nextRevision(going.doc);
  const informed = recorded(going, {
    ...bySystem,
    act: 'informed',
    facts: { step: step.id, visit, who: who.join(' ') },
  });
  const behind: SettledStep = { step: step.id, visit, outcome: 'informed', at: world.now, votes: [] };
  const next = changed(informed, { settled: [...informed.doc.settled, behind] });
  return advanced(notified(next, who, 'informed', { key: visit, facts: { step: step.id } }), world);
}

/** No two openings of a request, and no two parts that are open beside each other, have the same. */
export const nextRevision = (request: Request): number =>
  1 + Math.max(0, ...[...openParts(request), ...request.settled].map(({ visit }) => visit));

function opened(going: Going, step: Step, world: Surroundings, last = 0): Going {
  const request = going.doc;
  const asked = askedAt(step, request, world);
  const visit = Math.max(nextRevision(request), last + 1);
  const before = lastSettled(request.settled, step.id);
  const saw = sawOf(request, world);
  const restsUntil = restingDay(step, request, world);
  const open: OpenStep = {
    step: step.id,
    visit,
    since: world.now,
    dueDay: restsUntil ?? addWorkingDays(today(world), daysFor(step, request), world.holidays),
    ...(restsUntil ? { restsUntil } : {}),
    urged: 0,
    asked: restsUntil ? [] : asked.map(({ person }) => person.id),
    // A vote on anything else than what is there now does not count.
    votes:
      before?.outcome === 'reopened'
        ? before.votes.filter((vote) => vote.saw === undefined || vote.saw === saw)
        : [],
  };
  const state: State = step.duty === 'do' ? 'approved' : step.duty === 'renew' ? 'in-effect' : 'in-approval';
  if (restsUntil)
    return recorded(opening(going, open, state), {
      ...bySystem,
      act: 'resting',
      facts: { step: step.id, visit, until: restsUntil },
    });
  const waits = recorded(opening(going, open, state), {
    ...bySystem,
    act: 'asked',
    facts: { step: step.id, visit, who: open.asked.join(' ') },
  });
  // Whoever is told in the same breath that it has changed is not told twice.
  const newly = open.asked.filter(
    // Of several parts that open at the same time they are told once.
    (party) => !isTold(going, party, 'changed') && !(step.group && isTold(going, party, 'decide')),
  );
  return alarmed(notified(waits, newly, 'decide', { key: visit }), step, asked, world, visit);
}

/** The day on which what is limited in time is asked about again; `undefined` when that is now. */
function restingDay({ renews }: Step, { fields }: Request, world: Surroundings): string | undefined {
  const until = renews && fields[renews.field];
  if (!renews || typeof until !== 'string') return undefined;
  const day = daysBefore(until, renews.before);
  return day > today(world) ? day : undefined;
}

/** The time has come: what rested asks whether it goes on. */
export function woken(going: Going, world: Surroundings): Going {
  const { open } = going.doc;
  const step = stepOf(going.doc, open?.step);
  if (!open || !step) return going;
  return opened(without(going, 'open'), step, world, open.visit);
}

/** Whether somebody is told this in the decision under way. */
export const isTold = ({ happened }: Going, party: string, name: NoticeName): boolean =>
  happened.some((one) => 'told' in one && one.told.recipient === party && one.told.name === name);

/** 10.50 keeps the directory: it hears when a position is vacant and who stands in. */
export function alarmed(
  going: Going,
  step: Step,
  asked: readonly Capacity[],
  world: Surroundings,
  visit = revisionOf(going.doc),
): Going {
  if (asked.some(({ as }) => as !== 'role-above')) return going;
  const key = `${visit} vacant`;
  return notified(going, keepersOf(going.doc, world), 'alarm', {
    key,
    facts: { step: step.id, why: 'vacant' },
  });
}

/** Those of 10.50 who hear of it, whatever step a request waits at. */
export const keepersOf = (request: Request, world: Surroundings): readonly string[] =>
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
export function ended(going: Going, state: 'done' | 'rejected' | 'withdrawn', { now }: Surroundings): Going {
  const over = changed(without(going, 'open', 'alongside', 'question', 'joinKeys'), {
    state,
    closedAt: now,
  });
  const actor = lastActor(going);
  const told = notified(
    over,
    concerned(over.doc).filter((party) => party !== actor),
    'news',
  );
  return notified(told, over.doc.joinedBy ?? [], 'joined-news');
}

/** Who has acted last, in this decision or before it; the system is nobody. */
function lastActor({ doc, happened }: Going): string | undefined {
  const events = happened.filter((one): one is Event => 'event' in one).map(({ event }) => event);
  return [...doc.history, ...events].findLast(({ by }) => by !== bySystem.by)?.by;
}

/** Whoever asked for it, and everybody who said something. */
const concerned = (request: Request): readonly string[] => [
  ...askersOf(request),
  ...request.settled.flatMap(({ votes }) => votes.map(({ by }) => by)),
];

/** News for the requester, unless it was the requester who acted. */
export const reported = (going: Going, by: string): Going =>
  going.doc.requester.id === by ? going : notified(going, [going.doc.requester.id], 'news');
