import { today } from '../../case/world.ts';
import type { Person, RoleId, RolePlace, RoleSeat } from '../../core/ports/role-directory.ts';
import {
  asksFor,
  type FieldValues,
  lastSettled,
  type OpenStep,
  type SettledStep,
  type Surroundings,
  type Urgency,
  type Vote,
} from './model.ts';
import { rolesFrom } from './order.ts';
import { isDecision, type Step } from './types/model.ts';

/** Somebody who may act at a step, and in what capacity. */
export type Capacity = {
  readonly person: Person;
  readonly role: RoleId;
  readonly as: 'holder' | 'deputy' | 'role-above';
  /** Set when it is not the holder: the holder, or the role that nobody holds, in whose place ("i. V."). */
  readonly onBehalfOf?: string | undefined;
};

/** What of a request decides who acts. */
export type Matter = {
  readonly unit: string;
  readonly fields: FieldValues;
  /** Whoever asked for it, and the colleague it is for: they never decide on it. */
  readonly requester: { readonly id: string };
  readonly colleague?: { readonly id: string } | undefined;
  /** What was said before, of a request that has been submitted: nobody signs two steps unseen. */
  readonly route?: readonly Step[];
  readonly settled?: readonly SettledStep[];
  readonly priority?: Pick<Urgency, 'alarm' | 'due'> | undefined;
};

/** How far a step was urged: it opens the step to the deputy and to the role above although the holder is there. */
type Urged = Pick<OpenStep, 'urged' | 'passedTo' | 'assignedTo' | 'takenBy'>;

/** The role whose holders act: of a body without accounts those who enter what it resolves. */
export const roleOf = ({ role, enteredBy }: Pick<Step, 'role' | 'enteredBy'>): RoleId => enteredBy ?? role;

/** Where the role of a step is looked for. */
export function placeOf(
  step: Pick<Step, 'of' | 'role'>,
  { unit, fields }: Matter,
  context: Surroundings,
): RolePlace {
  if (step.of === 'administration') return {};
  if (step.of === 'unit') return { unit };
  const application = String(fields.application ?? '');
  const exact = { unit, application };
  // The Fachadministration may sit in another unit than the one that asks.
  return context.directory.seats(step.role, exact, today(context)).length > 0 ? exact : { application };
}

/**
 * Everybody who may act at a step at this moment, those who should come first. Holders; with none of them there,
 * deputies; with nobody there, the role above, never in a circle. A deputy may also act once a step was urged to the
 * deputy, the role above once it was urged to it. Nobody acts on an own request, in the place of a role above their
 * own, or as a stand-in where they have signed another step. Where all stands still deputies may act from the start.
 */
export function actorsAt(
  step: Step,
  matter: Matter,
  context: Surroundings,
  urged: Urged = { urged: 0 },
): readonly Capacity[] {
  const ofPartner = partnersAt(step, matter, context);
  if (ofPartner) return ofPartner;
  const place = placeOf(step, matter, context);
  // Where holders vote together, a deputy speaks for one who is away, not for one who is late.
  const late = matter.priority?.alarm ? { ...urged, urged: Math.max(urged.urged, 2) } : urged;
  const pressed = step.votes === 'any' ? late : { ...late, urged: late.urged >= 3 ? late.urged : 0 };
  const looking: Looking = { place, context, barred: barredAt(step, matter) };
  const regular = actorsFor(roleOf(step), looking, pressed, new Set()).map((one) =>
    entering(one, step, context),
  );
  const assigned = urged.assignedTo ? assignedAt(urged.assignedTo, step, looking) : undefined;
  if (!assigned) return regular;
  return [assigned, ...regular.filter(({ person }) => person.id !== assigned.person.id)];
}

/** Who enters for a body: in its place, and shown as that. */
function entering(capacity: Capacity, step: Step, { directory, partners }: Surroundings): Capacity {
  const { partner, enteredBy, role } = step;
  if (!partner && !enteredBy) return capacity;
  const known = partners?.find(({ id }) => id === partner)?.name.de;
  return { ...capacity, onBehalfOf: partner ? (known ?? partner) : directory.roleShortName(role).de };
}

/** The people of a partner who are there; `undefined` where the step is none of a partner, or nobody of it is known. */
function partnersAt(
  { partner }: Step,
  matter: Matter,
  { partners, directory }: Surroundings,
): readonly Capacity[] | undefined {
  const people = partners?.find(({ id }) => id === partner)?.people ?? [];
  const known = people.flatMap((id) => directory.person(id) ?? []);
  const free = known.filter(({ id }) => !asksFor(matter, id));
  if (!partner || free.length === 0) return undefined;
  return free.map((person) => ({ person, role: 'strategisches-it-management', as: 'holder' }));
}

/** Whether somebody may not act at a step. @param standIn in the place of somebody else */
type Barred = (person: string, standIn: boolean) => boolean;

function barredAt(step: Step, matter: Matter): Barred {
  if (!isDecision(step)) return (person) => asksFor(matter, person);
  const signed = signedBeside(step, matter);
  const overrode = new Set(signed.filter(({ isOverride }) => isOverride).map(({ by }) => by));
  const signers = new Set(signed.map(({ by }) => by));
  return (person, standIn) =>
    asksFor(matter, person) || overrode.has(person) || (standIn && signers.has(person));
}

/** Whether somebody may sign a step: nobody an own one, nobody a second one as a stand-in. */
export const maySign = (step: Step, matter: Matter, person: string, standIn: boolean): boolean =>
  !barredAt(step, matter)(person, standIn);

/** What stands at the other steps that decide. */
export const signedBeside = (step: Pick<Step, 'id'>, { route = [], settled = [] }: Matter): readonly Vote[] =>
  route
    .filter((other) => other.id !== step.id && isDecision(other))
    .flatMap(({ id }) => {
      const last = lastSettled(settled, id);
      if (!last || last.outcome === 'reopened') return [];
      // Whoever wrote down what a body has said has not signed there.
      const isEntered = route.some((one) => one.id === id && (one.partner ?? one.enteredBy) !== undefined);
      return isEntered ? last.votes.filter(({ onBehalfOf }) => !onBehalfOf) : last.votes;
    });

type Looking = { readonly place: RolePlace; readonly context: Surroundings; readonly barred: Barred };

/**
 * Somebody whom 10.50 has put in charge. Work can be given to anybody; a decision only to those who hold the role, stand
 * in for it or hold a role above it.
 */
function assignedAt(id: string, step: Step, { place, context, barred }: Looking): Capacity | undefined {
  const { directory } = context;
  const person = directory.person(id);
  if (!person || barred(id, false)) return undefined;
  if (!isDecision(step)) return { person, role: step.role, as: 'holder' };
  for (const role of rolesFrom(step.role, directory)) {
    const seat = directory.seats(role, place, today(context)).find((one) => one.person.id === id);
    if (!seat) continue;
    const isAbove = role !== step.role;
    if ((isAbove || seat.as === 'deputy') && barred(id, true)) return undefined;
    return actingIn(seat, role, isAbove, directory.roleName(step.role).de);
  }
  return undefined;
}

function actorsFor(
  role: RoleId,
  looking: Looking,
  urged: Urged,
  passed: ReadonlySet<RoleId>,
  below?: string,
): readonly Capacity[] {
  if (passed.has(role)) return [];
  const { place, context, barred } = looking;
  const isAbove = passed.size > 0;
  const seats = context.directory.seats(role, place, today(context));
  const free = seats.filter(
    (seat) => !seat.absentUntil && !barred(seat.person.id, isAbove || seat.as === 'deputy'),
  );
  const holders = free.filter((seat) => seat.as === 'holder');
  const away = seats.filter((seat) => seat.as === 'holder' && !free.includes(seat));
  const first = away[0] ?? seats.find(({ as }) => as === 'holder');
  const instead = below ?? first?.person.name ?? context.directory.roleName(role).de;
  const own = [...holders, ...deputiesAmong(free, holders.length === 0, away.length, urged)].map((seat) =>
    actingIn(seat, role, isAbove, instead),
  );
  if (own.length > 0 && urged.urged < 3) return own;
  const above = context.directory.roleAbove(role);
  if (!above) return own;
  const higher = actorsFor(above, looking, { urged: 0 }, new Set([...passed, role]), instead);
  return [...own, ...higher.filter(({ person }) => !own.some((known) => known.person.id === person.id))];
}

/**
 * As many deputies as holders are away; all of them where no holder is left or the step was urged to them. A deputy who
 * was given the step, or has begun the work, may also finish it.
 */
function deputiesAmong(
  free: readonly RoleSeat[],
  nobodyElse: boolean,
  away: number,
  { urged, passedTo, takenBy }: Urged,
): readonly RoleSeat[] {
  const deputies = free.filter((seat) => seat.as === 'deputy');
  if (nobodyElse || urged >= 2) return deputies;
  return deputies.filter(({ person }, at) => at < away || person.id === passedTo || person.id === takenBy);
}

function actingIn(seat: RoleSeat, role: RoleId, isAbove: boolean, instead: string): Capacity {
  const { person } = seat;
  if (isAbove) return { person, role, as: 'role-above', onBehalfOf: instead };
  return seat.as === 'holder'
    ? { person, role, as: 'holder' }
    : { person, role, as: 'deputy', onBehalfOf: instead };
}

/** Who is told that a step waits: the one it was passed on to, else everybody who may act. */
export function askedAt(
  step: Step,
  matter: Matter,
  context: Surroundings,
  urged?: Urged,
): readonly Capacity[] {
  const actors = actorsAt(step, matter, context, urged);
  const wanted = urged?.assignedTo ?? urged?.passedTo;
  const passed = actors.filter(({ person }) => person.id === wanted);
  return passed.length > 0 && (urged?.urged ?? 0) < 2 ? passed : actors;
}

/** Whether the holders of a role decide together, and how many votes it takes. @param eligible who may vote now */
export function votesNeeded(step: Pick<Step, 'votes'>, eligible: number): number {
  if (step.votes === 'all') return Math.max(1, eligible);
  return step.votes === 'majority' ? Math.floor(eligible / 2) + 1 : 1;
}
