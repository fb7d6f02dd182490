import type { FileNote } from '../../case/files.ts';
import { readsFiles } from '../../case/readings.ts';
import { today } from '../../case/world.ts';
import { anybody } from '../../core/audience.ts';
import type { Party } from '../../core/party.ts';
import { actorsAt, askedAt, type Capacity, maySign, placeOf, roleOf, signedBeside } from './actors.ts';
import {
  askersOf,
  asksFor,
  isEnded,
  type OpenStep,
  openParts,
  type Request,
  type Surroundings,
} from './model.ts';
import { isBelow, rolesFrom } from './order.ts';
import { ownParts } from './parts.ts';
import {
  notBelow,
  notYours,
  onlyKeepers,
  ownRequest,
  severalParts,
  signedAlready,
  stillResting,
  unknownPerson,
  waitsForAnswer,
} from './refusals.ts';
import { actsOfJoined, hasJoined, isJoinable } from './reports/joining.ts';
import { stepOf } from './route.ts';
import { isDecision, type Step } from './types/model.ts';

/**
 * Who sees a request: whoever has to do with it, all of it; whom a report concerns, too, the thing and its state; whoever
 * checks by right reads it; every colleague whom an open report may concern, the thing and its state; nobody else anything.
 */
export function requestSeenAs(
  request: Request,
  party: string,
  world: Surroundings,
): 'case' | 'file' | 'joined' | undefined {
  if (maySee(request, party, world)) return 'case';
  if (hasJoined(request, party)) return 'joined';
  if (isAuditor(party, world)) return 'file';
  return isJoinable(request) && party !== anybody ? 'joined' : undefined;
}

/** Bringing a file gives no right to see more. */
const aboutFiles: ReadonlySet<string> = new Set(['file-added', 'file-removed']);

/** Who brings files: whoever takes part in it, and whom it affects, too. Whoever only looks or checks does not. */
export const mayBringFiles = (request: Request, party: string, world: Surroundings): boolean =>
  requestSeenAs(request, party, world) === 'case' || hasJoined(request, party);

/** The same, as long as it is open. */
export const mayAddFiles = (request: Request, { id }: Pick<Party, 'id'>, world: Surroundings): boolean =>
  !isEnded(request) && mayBringFiles(request, id, world);

/**
 * The files that somebody may have. Those whom a report concerns, too, see what they brought themselves; and whoever reported
 * it first learns from no file who they are.
 */
export function filesFor(request: Request, party: string, world: Surroundings): readonly FileNote[] {
  const files = request.files ?? [];
  const view = requestSeenAs(request, party, world);
  const isWorking = view === 'file' || (view === 'case' && !asksFor(request, party));
  if (isWorking) return files;
  return files.filter(
    ({ by }) => by === party || (view === 'case' && requestSeenAs(request, by, world) === 'case'),
  );
}

/** Whether somebody reads requests and budgets by right, for a body that the data names. */
export const isAuditor = (party: string, { partners }: Pick<Surroundings, 'partners'>): boolean =>
  readsFiles(partners, party);

/** Whether a party made it, was asked, acted or was stood in for, may act now, or is 10.50. */
function maySee(request: Request, party: string, world: Surroundings): boolean {
  if (asksFor(request, party) || isKeeper(party, world)) return true;
  if (
    request.history.some(
      ({ act, by, facts }) =>
        (by === party && !actsOfJoined.has(act) && !aboutFiles.has(act)) ||
        isAmong(facts?.who, party) ||
        facts?.to === party,
    )
  )
    return true;
  if (ownParts(request, party, world).length > 0) return true;
  return wasRepresented(request, party, world);
}

const isAmong = (who: unknown, party: string): boolean =>
  String(who ?? '')
    .split(' ')
    .includes(party);

/** Whoever holds the role of a step at which somebody stood in has been told of it. */
const wasRepresented = (request: Request, party: string, world: Surroundings): boolean =>
  [...request.settled, ...openParts(request)].some(({ step: id, votes }) => {
    const step = stepOf(request, id);
    if (!step || !votes.some(({ onBehalfOf }) => onBehalfOf)) return false;
    const seats = world.directory.seats(roleOf(step), placeOf(step, request, world), today(world));
    return seats.some(({ as, person }) => as === 'holder' && person.id === party);
  });

/** 10.50 and its deputy keep the directory and oversee all requests. */
export const isKeeper = (party: string, world: Surroundings): boolean =>
  world.directory.holdsRole(party, keeperRole, {}, today(world));

/** @throws {Refusal} unless the party is 10.50 or its deputy, and the request is not their own */
export function requireKeeper(request: Request, by: Party, world: Surroundings): void {
  if (!isKeeper(by.id, world)) throw onlyKeepers();
  if (asksFor(request, by.id)) throw ownRequest();
}

const keeperRole = 'strategisches-it-management';

/**
 * 10.50 goes over the heads of roles below it only, never of a body outside the role model, and nobody does who has
 * signed another step of the same request.
 * @throws {Refusal}
 */
export function requireBelow(step: Step, request: Request, by: Party, world: Surroundings): void {
  if (step.partner || step.enteredBy || !isBelow(step.role, keeperRole, world.directory)) throw notBelow();
  if (isDecision(step) && signedBeside(step, request).some((vote) => vote.by === by.id))
    throw signedAlready();
}

/**
 * Work can be given to anybody. A decision goes only to those who hold the role, stand in for it or stand above it, and
 * 10.50 gives none to itself, nor any of a role above its own.
 */
export function mayBeAssigned(step: Step, { directory }: Surroundings): boolean {
  if (step.partner || step.enteredBy) return false;
  return !isDecision(step) || step.role === keeperRole || isBelow(step.role, keeperRole, directory);
}

/** The step that a request waits at, and who may act there now. */
export type Standing = {
  readonly step: Step;
  readonly open: OpenStep;
  readonly actors: readonly Capacity[];
};

/**
 * @throws {Refusal} while it rests
 * @throws Error when a request that has not ended waits nowhere: such a one cannot come about
 */
export function standing(request: Request, world: Surroundings): Standing {
  const { open } = request;
  const step = stepOf(request, open?.step);
  if (!open || !step) throw new Error(`${request.id} waits at no step`);
  if (open.restsUntil) throw stillResting();
  return { step, open, actors: actorsAt(step, request, world, open) };
}

/**
 * Typed words mean the one part that somebody has; of several they must choose one, where its name stands beside the
 * button.
 * @throws {Refusal}
 */
export function requireOnePart(request: Request, world: Surroundings, party?: string): void {
  if (request.chosen || !request.alongside) return;
  const meant = party === undefined ? openParts(request) : ownParts(request, party, world);
  if (meant.length > 1)
    throw severalParts(meant.map(({ step }) => stepOf(request, step)?.name ?? both(step)));
}

const both = (text: string) => ({ de: text, en: text });

export type Here = Standing & { readonly acting: Capacity };

/**
 * In what capacity the party acts at this step at this moment.
 * @throws {Refusal} when it is not for this party, or the request waits for an answer
 */
export function actingHere(request: Request, by: Party, world: Surroundings): Here {
  const here = standing(request, world);
  const acting = here.actors.find(({ person }) => person.id === by.id);
  if (!acting && asksFor(request, by.id) && wouldAct(here.step, request, by, world)) throw ownRequest();
  if (!acting) throw notYours(askedAt(here.step, request, world, here.open));
  requireOnePart(request, world, by.id);
  if (request.state === 'returned') throw waitsForAnswer();
  return { ...here, acting };
}

/** Whether only the four eyes keep whoever asked for it from acting. */
const wouldAct = (step: Step, request: Request, by: Party, world: Surroundings): boolean =>
  actorsAt(step, { ...request, requester: { id: '' }, colleague: undefined }, world).some(
    ({ person }) => person.id === by.id,
  );

/** Whether the party may act at the step where the request waits, without the no that says why not. */
export function actsHere(request: Request, party: string, world: Surroundings): boolean {
  const step = stepOf(request, request.open?.step);
  if (isEnded(request) || request.state === 'returned' || !step) return false;
  return actorsAt(step, request, world, request.open).some(({ person }) => person.id === party);
}

/** Whether money was granted that no budget knows yet. */
export const awaitsBudget = ({ granted, funding, open }: Request): boolean =>
  (granted ?? 0) > 0 && funding === undefined && open !== undefined;

/** Who acted, as the history shows it. */
export const actedBy = (by: Party, { onBehalfOf }: Partial<Capacity> = {}) => ({
  by: by.id,
  byName: by.name,
  ...(onBehalfOf ? { onBehalfOf } : {}),
});

export type Choice = { readonly title: string; readonly value: string };

/** To whom the step can be passed on: those who hold the role or stand in for it, are there, and may sign it. */
export function receiversOf(
  step: Step,
  request: Request,
  viewer: string,
  world: Surroundings,
): readonly Choice[] {
  const seats = step.partner
    ? actorsAt(step, request, world)
    : world.directory
        .seats(roleOf(step), placeOf(step, request, world), today(world))
        .filter(({ absentUntil }) => !absentUntil);
  const able = seats
    .filter(({ person }) => person.id !== viewer && !asksFor(request, person.id))
    .filter(({ person, as }) => maySign(step, request, person.id, as !== 'holder'));
  // Who holds one place and stands in at another is one person to choose.
  const names = new Map(able.map(({ person }) => [person.id, person.name]));
  return [...names].map(([value, title]) => ({ title, value }));
}

/** Whom 10.50 can put in charge: holders and deputies of the step's role first, then of the roles above it. */
export function peopleOf(
  step: Step | undefined,
  request: Request,
  viewer: string,
  world: Surroundings,
): readonly Choice[] {
  if (!step || !mayBeAssigned(step, world)) return [];
  const { directory } = world;
  const place = placeOf(step, request, world);
  const roles = rolesFrom(step.role, directory);
  const helping = isDecision(step) ? [] : directory.seats(keeperRole, {}, today(world));
  const seats = [...roles.flatMap((role) => directory.seats(role, place, today(world))), ...helping];
  const choices = new Map(seats.map(({ person }) => [person.id, person.name]));
  for (const asker of askersOf(request)) choices.delete(asker);
  if (isDecision(step)) choices.delete(viewer);
  return [...choices].map(([value, title]) => ({ title, value }));
}

/** The person that is meant, by id as cards send it or by name or a part of it as people type it. @throws {Refusal} */
export function personMeant(to: string, choices: readonly Choice[], { directory }: Surroundings): string {
  const wanted = to.trim().toLowerCase();
  const exact = choices.find(({ title, value }) =>
    [title.toLowerCase(), value.toLowerCase()].includes(wanted),
  );
  const meant = exact?.value ?? directory.person(to.trim())?.id;
  if (meant !== undefined) return meant;
  const similar = wanted ? choices.filter(({ title }) => title.toLowerCase().includes(wanted)) : [];
  const [found] = similar;
  if (found && similar.length === 1) return found.value;
  throw unknownPerson(
    to,
    (found ? similar : choices).map(({ title }) => title),
  );
}
