import { today, type World } from '../../case/world.ts';
import type { Person, RoleId, RolePlace, RoleSeat } from '../../core/ports/role-directory.ts';
import type { FieldValues, OpenStep } from './model.ts';
import type { Step } from './types/model.ts';

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
  /** Party who asked for it: never decides on it. */
  readonly requester: { readonly id: string };
};

/** How far a step was urged: it opens the step to the deputy and to the role above although the holder is there. */
type Urged = Pick<OpenStep, 'urged' | 'passedTo' | 'assignedTo' | 'takenBy'>;

/** Where the role of a step is looked for. */
export function placeOf(
  step: Pick<Step, 'of' | 'role'>,
  { unit, fields }: Matter,
  context: World,
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
 * deputy, the role above once it was urged to it. Nobody acts on an own request.
 */
export function actorsAt(
  step: Step,
  matter: Matter,
  context: World,
  urged: Urged = { urged: 0 },
): readonly Capacity[] {
  const place = placeOf(step, matter, context);
  // Where holders vote together, a deputy speaks for one who is away, not for one who is late.
  const pressed = step.votes === 'any' ? urged : { ...urged, urged: urged.urged >= 3 ? urged.urged : 0 };
  const regular = actorsFor(step.role, place, matter, context, pressed, new Set());
  const assigned = urged.assignedTo ? context.directory.person(urged.assignedTo) : undefined;
  if (!assigned || assigned.id === matter.requester.id) return regular;
  const others = regular.filter(({ person }) => person.id !== assigned.id);
  return [{ person: assigned, role: step.role, as: 'holder' }, ...others];
}

function actorsFor(
  role: RoleId,
  place: RolePlace,
  matter: Matter,
  context: World,
  urged: Urged,
  passed: ReadonlySet<RoleId>,
  below?: string,
): readonly Capacity[] {
  if (passed.has(role)) return [];
  const seats = context.directory.seats(role, place, today(context));
  const free = seats.filter((seat) => !seat.absentUntil && seat.person.id !== matter.requester.id);
  const holders = free.filter((seat) => seat.as === 'holder');
  const away = seats.filter((seat) => seat.as === 'holder' && !free.includes(seat));
  const first = away[0] ?? seats.find(({ as }) => as === 'holder');
  const instead = below ?? first?.person.name ?? context.directory.roleName(role).de;
  const own = [...holders, ...deputiesAmong(free, holders.length === 0, away.length, urged)].map((seat) =>
    actingIn(seat, role, passed.size > 0, instead),
  );
  if (own.length > 0 && urged.urged < 3) return own;
  const above = context.directory.roleAbove(role);
  if (!above) return own;
  const path = new Set([...passed, role]);
  const higher = actorsFor(above, place, matter, context, { urged: 0 }, path, instead);
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
export function askedAt(step: Step, matter: Matter, context: World, urged?: Urged): readonly Capacity[] {
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
