import type { Party } from '../../core/party.ts';
import type { Person, RoleId, RoleSeat } from '../../core/ports/role-directory.ts';
import { mayRead } from '../../core/readers.ts';
import { type Context, today } from './context.ts';
import { type Idea, isOver, type Place, type Scope } from './model.ts';
import { notYours, ownIdea, tooLate, waitsForAnswer, withBeirat } from './refusals.ts';

/** Somebody who may act, and in what capacity. */
export type Entitled = {
  readonly person: Person;
  readonly role: RoleId;
  /** Set when it is not the holder: in whose place ("i. V."). */
  readonly onBehalfOf?: string | undefined;
  readonly isAbsent: boolean;
};

type Owned = Pick<Idea, 'scope' | 'submittedBy'> & { readonly company?: string | undefined };

/** Whose idea it is: nobody's here when it was entered for a company, so that whoever entered it may review it. */
export const ownerOf = ({
  submittedBy,
  company,
}: Pick<Owned, 'submittedBy' | 'company'>): string | undefined => (company ? undefined : submittedBy);

/** 10.50 reviews for the Digitalisierungsbüro what is for the administration, the Digitallotse what is for the city. */
export const reviewingRole = (scope: Scope): RoleId =>
  scope === 'internal' ? 'strategisches-it-management' : 'digitallotse-wirtschaft';

/** The office of the Beirat records what it found. */
export const officeRole: RoleId = 'digitallotse-wirtschaft';

export const reviewersOf = (idea: Owned, context: Context): readonly Entitled[] =>
  actingFor(reviewingRole(idea.scope), idea, context);

export const officeOf = (idea: Owned, context: Context): readonly Entitled[] =>
  actingFor(officeRole, idea, context);

/**
 * Holders and deputies of a role, absent or not: absence takes no right away. With nobody there the role above acts,
 * never in a circle. Nobody acts on an own idea, see {@link ownerOf}.
 */
function actingFor(
  role: RoleId,
  idea: Owned,
  context: Context,
  passed: ReadonlySet<RoleId> = new Set(),
  below?: string,
): readonly Entitled[] {
  if (passed.has(role)) return [];
  const seats = context.directory.seats(role, {}, today(context));
  const holder = seats.find(({ as }) => as === 'holder')?.person.name ?? context.directory.roleName(role).de;
  const instead = below ?? holder;
  const own = seats
    .filter(({ person }) => person.id !== ownerOf(idea))
    .map((seat) => actingIn(seat, role, seat.as === 'holder' && !below ? undefined : instead));
  const above = context.directory.roleAbove(role);
  if (!above || own.some(({ isAbsent }) => !isAbsent)) return own;
  const higher = actingFor(above, idea, context, new Set([...passed, role]), instead);
  return [...own, ...higher.filter(({ person }) => !own.some((known) => known.person.id === person.id))];
}

const actingIn = (seat: RoleSeat, role: RoleId, onBehalfOf: string | undefined): Entitled => ({
  person: seat.person,
  role,
  isAbsent: seat.absentUntil !== undefined,
  ...(onBehalfOf ? { onBehalfOf } : {}),
});

/** Whom a task is put before: holders who are there, else those who stand in for them. */
export function askedOf(acting: readonly Entitled[]): readonly string[] {
  const here = acting.filter(({ isAbsent }) => !isAbsent);
  const holders = here.filter(({ onBehalfOf }) => !onBehalfOf);
  const first = holders.length > 0 ? holders : here.slice(0, 1);
  return first.map(({ person }) => person.id);
}

export const actingAs = (party: string, acting: readonly Entitled[]): Entitled | undefined =>
  acting.find(({ person }) => person.id === party);

/**
 * In what capacity the party acts as one of these.
 * @throws {Refusal} when it is none of them, or the idea is its own
 */
export function requireOne(
  idea: Idea,
  by: Party,
  of: (idea: Owned, context: Context) => readonly Entitled[],
  context: Context,
): Entitled {
  const as = actingAs(by.id, of(idea, context));
  if (as) return as;
  if (ownerOf(idea) === by.id && actingAs(by.id, of({ ...idea, submittedBy: '' }, context))) throw ownIdea();
  throw notYours(of(idea, context));
}

/** @throws {Refusal} when the idea is past the review, or before it waits for an answer that must come first */
export function requireInReview({ state }: Idea, evenUnanswered = false): void {
  if (state === 'needs-info' && !evenUnanswered) throw waitsForAnswer();
  if (state === 'on-agenda') throw withBeirat();
  if (state === 'evaluated' || state === 'handed-over') throw tooLate();
}

/** A voting seat of the Beirat with those who may score for it. */
export type VotingSeat = { readonly seat: string; readonly people: readonly RoleSeat[] };

/** The voting seats on a day, the holder first. Who proposed the idea does not judge it. */
export function votingSeats(idea: Pick<Idea, 'submittedBy'>, context: Context): readonly VotingSeat[] {
  const rows = context.directory
    .seats('digitaler-beirat', {}, today(context))
    .filter(({ seat, person }) => context.isVoting(seat) && person.id !== idea.submittedBy);
  const names = [...new Set(rows.map(seatName))];
  return names.map((seat) => ({ seat, people: rows.filter((row) => seatName(row) === seat) }));
}

const seatName = ({ seat, person }: RoleSeat): string => seat ?? person.id;

/** The seat that somebody may score for. */
export function votingSeatOf(
  party: string,
  idea: Pick<Idea, 'submittedBy'>,
  context: Context,
): { readonly seat: string; readonly as: 'holder' | 'deputy' } | undefined {
  for (const { seat, people } of votingSeats(idea, context)) {
    const row = people.find(({ person }) => person.id === party);
    if (row) return { seat, as: row.as };
  }
  return undefined;
}

export const isInBeirat = (party: string, context: Context): boolean =>
  context.directory.holdsRole(party, 'digitaler-beirat', {}, today(context));

/** Who reads what is not for everybody: names of supporters, comments of the Beirat. */
export const isReviewer = (party: string, context: Context): boolean =>
  (['strategisches-it-management', 'digitallotse-wirtschaft'] as const).some((role) =>
    context.directory.holdsRole(party, role, {}, today(context)),
  );

/** Who may know which company an idea comes from: who entered it and who decides on it, nobody else. */
export const mayReadCompany = (idea: Idea, party: string, context: Context): boolean =>
  idea.submittedBy === party ||
  context.directory.holdsRole(party, reviewingRole(idea.scope), {}, today(context)) ||
  actingAs(party, reviewersOf(idea, context)) !== undefined;

/** Whether somebody may read of a place on an agenda more than the day. */
export const mayReadPlace = ({ readers = board }: Pick<Place, 'readers'>, party: string, context: Context) =>
  mayRead(readers, party, context.directory, today(context));

const board: readonly RoleId[] = ['digitaler-beirat', officeRole];

/** Ideas are there to be read by everybody; one that was taken back only by those who had to do with it or wanted it, too. */
export const maySee = (idea: Idea, party: string, context: Context): boolean =>
  idea.state !== 'withdrawn' ||
  idea.submittedBy === party ||
  idea.supporters.some(({ id }) => id === party) ||
  isReviewer(party, context);

export const ideaSeenAs = (idea: Idea, party: string, context: Context): 'idea' | undefined =>
  maySee(idea, party, context) ? 'idea' : undefined;

/** Whether somebody may undo the merge by which it ended. */
export const maySeparate = (idea: Idea, party: string, context: Context): boolean =>
  idea.state === 'duplicate' &&
  idea.brought !== undefined &&
  actingAs(party, reviewersOf(idea, context)) !== undefined;

/** Whether somebody may make a request of it: that opens a form, and changes nothing before the form is sent. */
export const mayHandOver = (idea: Idea, party: string, context: Context): boolean =>
  !isOver(idea) && idea.state === 'evaluated' && actingAs(party, reviewersOf(idea, context)) !== undefined;
