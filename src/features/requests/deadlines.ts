import type { BesideRead } from '../../case/case-type.ts';
import { bySystem, changed, deciding, entries, recorded } from '../../case/decision.ts';
import { today } from '../../case/world.ts';
import { workingDaysBetween } from '../../core/working-days.ts';
import { actorsAt, askedAt } from './actors.ts';
import { withMoney } from './budgets/funding.ts';
import {
  advanced,
  alarmed,
  type Going,
  isTold,
  keepersOf,
  notified,
  settled,
  waiting,
  woken,
} from './flow.ts';
import { isEnded, type OpenStep, type Request, type Surroundings } from './model.ts';
import { atEach } from './parts.ts';
import { stepOf } from './route.ts';
import type { Step } from './types/model.ts';

/**
 * What time and the directory make of a request that waits; looked at every working morning. Whoever holds the role
 * now is told; who is late is reminded, then the deputy may act too, then the role above. However long nobody looked,
 * only the highest stage that is due is told, once.
 */
export function requestOnTime(request: Request, world: Surroundings, beside: BesideRead): Going | undefined {
  if (isEnded(request) || !request.open) return undefined;
  const before = deciding(request);
  // Each part that is open has its own time.
  const after = atEach(before, (here) =>
    here.doc.state === 'returned' ? urgedRequester(here, world) : urgedStep(here, world),
  );
  return after.happened.length === 0 ? undefined : withMoney(request, waiting(after), lotse, world, beside);
}

const lotse = { id: bySystem.by, name: bySystem.byName };

function urgedStep(going: Going, world: Surroundings): Going {
  const request = going.doc;
  const step = stepOf(request, request.open?.step);
  if (!step || !request.open) return going;
  if (request.open.restsUntil) return request.open.restsUntil > today(world) ? going : woken(going, world);
  const until = step.renews && String(request.fields[step.renews.field] ?? '');
  if (until && until < today(world)) return notProlonged(going, request.open, world);
  const late = workingDaysBetween(request.open.dueDay, today(world), world.holidays);
  if (step.duty === 'hear' && late > 0) return unheard(going, request.open, world);
  const stage = stageAfter(late);
  const before = request.open.asked;
  const moved = followed(going, step, request.open, Math.max(stage, request.open.urged), world);
  return stage > request.open.urged
    ? urged(moved, step, stage, before, world)
    : stillLate(moved, late, world);
}

/** Working days late → nobody reminded yet, reminded, deputy told, role above told. */
function stageAfter(late: number): number {
  if (late >= 5) return 3;
  if (late >= 3) return 2;
  return late >= 1 ? 1 : 0;
}

/** Nobody has said that it goes on: what is limited in time ends. */
function notProlonged(going: Going, { step, visit, asked }: OpenStep, world: Surroundings): Going {
  const noted = recorded(going, { ...bySystem, act: 'not-prolonged', facts: { step, visit } });
  const told = notified(noted, [going.doc.requester.id, ...asked], 'news');
  return advanced(settled(told, 'not-prolonged', world), world);
}

function unheard(going: Going, { step, visit }: OpenStep, world: Surroundings): Going {
  const noted = recorded(going, { ...bySystem, act: 'not-heard', facts: { step, visit } });
  return advanced(settled(noted, 'not-heard', world), world);
}

/** Keeps the step with those who hold the role now: newcomers are told, whoever lost it lets go of the work. */
function followed(going: Going, step: Step, open: OpenStep, stage: number, world: Surroundings): Going {
  const request = going.doc;
  const actors = actorsAt(step, request, world, { ...open, urged: stage }).map(({ person }) => person.id);
  const { takenBy, passedTo, ...rest } = open;
  const kept: OpenStep = {
    ...rest,
    ...(takenBy && actors.includes(takenBy) ? { takenBy } : {}),
    ...(passedTo && actors.includes(passedTo) ? { passedTo } : {}),
  };
  const asked = askedAt(step, request, world, { ...kept, urged: stage });
  const ids = asked.map(({ person }) => person.id);
  if (sameParties(ids, open.asked) && kept.takenBy === takenBy) return going;
  const state = takenBy && !kept.takenBy ? ('approved' as const) : request.state;
  const moved = recorded(changed(going, { state, open: { ...kept, asked: ids } }), {
    ...bySystem,
    act: 'moved',
    facts: { step: step.id, visit: open.visit, who: ids.join(' '), before: open.asked.join(' ') },
  });
  const newcomers = ids.filter((party) => !open.asked.includes(party));
  const key = `${open.visit} ${entries(moved)}`;
  return alarmed(notified(moved, newcomers, 'decide', { key }), step, asked, world);
}

const sameParties = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((party) => b.includes(party));

function urged(
  going: Going,
  step: Step,
  stage: number,
  before: readonly string[],
  world: Surroundings,
): Going {
  const { open } = going.doc;
  if (!open) return going;
  const facts = { step: step.id, visit: open.visit, stage };
  const next = recorded(changed(going, { open: { ...open, urged: stage } }), {
    ...bySystem,
    act: 'urged',
    facts,
  });
  const key = `${open.visit} ${stage}`;
  // Newcomers have just been asked, and who has voted owes nothing.
  const owing = before.filter(
    (party) =>
      open.asked.includes(party) &&
      !open.votes.some(({ by }) => by === party) &&
      // Of several parts that are late on the same day they are reminded once.
      !(step.group && isTold(going, party, 'reminder')),
  );
  const reminded = notified(next, owing, 'reminder', { key, facts: { stage } });
  return stage < 3 ? reminded : alarmedAboutDelay(reminded, key, world);
}

/** After the last stage 10.50 hears of it every fifth working day, until somebody acts. */
function stillLate(going: Going, late: number, world: Surroundings): Going {
  const { open, history } = going.doc;
  if (!open || late < 10) return going;
  const facts = { step: open.step, visit: open.visit, weeks: Math.floor(late / 5) };
  const isKnown = history.some(
    (entry) =>
      entry.act === 'still-late' &&
      entry.facts?.visit === facts.visit &&
      Number(entry.facts.weeks) >= facts.weeks,
  );
  if (isKnown) return going;
  const noted = recorded(going, { ...bySystem, act: 'still-late', facts });
  return alarmedAboutDelay(noted, `${open.visit} late ${facts.weeks}`, world);
}

function alarmedAboutDelay(going: Going, key: string, world: Surroundings): Going {
  const facts = { why: 'late', step: going.doc.open?.step ?? '' };
  return notified(going, keepersOf(going.doc, world), 'alarm', { key, facts });
}

/** A question waits for its answer: the requester is reminded, then whoever asked hears that nothing came. */
function urgedRequester(going: Going, world: Surroundings): Going {
  const { question, open, requester } = going.doc;
  if (!question || !open) return going;
  const late = workingDaysBetween(question.dueDay, today(world), world.holidays);
  const stage = late >= 5 ? 2 : Math.min(late, 1);
  if (stage <= question.urged) return stillLate(going, late, world);
  const facts = { step: open.step, visit: open.visit, stage };
  const next = recorded(changed(going, { question: { ...question, urged: stage } }), {
    ...bySystem,
    act: 'urged-answer',
    facts,
  });
  const whom = stage === 2 ? [requester.id, question.by] : [requester.id];
  return notified(next, whom, 'reminder', { key: `${open.visit} answer ${stage}`, facts: { stage } });
}
