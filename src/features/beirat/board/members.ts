import type { Person, RoleDirectory, RoleId } from '../../../core/ports/role-directory.ts';
import { type Context, today } from './context.ts';
import type { Rules, Seat } from './rules.ts';

/** Somebody on a seat of the Beirat, as the directory knows them on a day. */
export type Member = {
  readonly person: Person;
  /** Last day of the term; absent when it has no end. */
  readonly until?: string | undefined;
  /** Last day of an absence under way. */
  readonly absentUntil?: string | undefined;
};

/** A seat of the Beirat with who holds it and who deputises, in the order of the directory. */
export type Filled = {
  readonly seat: Seat;
  readonly holder?: Member | undefined;
  readonly deputies: readonly Member[];
};

const beirat = 'digitaler-beirat';
const office = 'digitallotse-wirtschaft';

/** Who may read what the Beirat deals with behind closed doors: its members, the chair among them, and its office. */
export const boardRoles: readonly RoleId[] = [beirat, office];

type At = { readonly rules: Rules; readonly directory: RoleDirectory };

/** All seats on a day, those without a holder (vacant) too. The seats are the rules', the people the directory's. */
export function composition({ rules, directory }: At, day: string): readonly Filled[] {
  const rows = directory.seats(beirat, {}, day);
  return rules.seats.map((seat) => {
    const here = rows.filter((row) => row.seat === seat.id);
    return {
      seat,
      holder: here.find((row) => row.as === 'holder'),
      deputies: here.filter((row) => row.as === 'deputy'),
    };
  });
}

/** People whom the directory puts into the Beirat without a seat, or on one that the rules do not know. */
export const seatless = ({ rules, directory }: At, day: string): readonly Person[] =>
  directory
    .seats(beirat, {}, day)
    .filter(({ seat }) => !rules.seats.some(({ id }) => id === seat))
    .map(({ person }) => person);

/**
 * Who may step in for the holder of a seat on a day: deputies of today that still are on that day and there; those who
 * are there today too, and can answer, come first.
 */
export function deputiesOf(seat: string, context: Context, day = today(context)): readonly Member[] {
  const onDay = deputiesOn(seat, context, day).filter(({ absentUntil }) => !absentUntil);
  return deputiesOn(seat, context, today(context))
    .filter(({ person }) => onDay.some((other) => other.person.id === person.id))
    .sort((a, b) => Number(Boolean(a.absentUntil)) - Number(Boolean(b.absentUntil)));
}

const deputiesOn = (seat: string, context: Context, day: string): readonly Member[] =>
  composition(context, day).find((filled) => filled.seat.id === seat)?.deputies ?? [];

/**
 * Who acts as chair now: the holder, in absence the first deputy who is there; `undefined` when nobody does.
 * @param except whoever may not, for submitting themselves
 */
export function chairNow(
  context: Context,
  except?: string,
): { readonly person: Person; readonly as: 'holder' | 'deputy' } | undefined {
  const chair = chairSeat(context);
  const isFree = ({ person, absentUntil }: Member) => !absentUntil && person.id !== except;
  if (chair?.holder && isFree(chair.holder)) return { person: chair.holder.person, as: 'holder' };
  const deputy = chair?.deputies.find(isFree);
  return deputy && { person: deputy.person, as: 'deputy' };
}

export const chairSeat = (context: Context): Filled | undefined =>
  composition(context, today(context)).find(({ seat }) => seat.kind === 'chair');

/** In what capacity somebody may act as chair: absence takes no right away. */
export function chairCapacity(party: string, context: Context): 'holder' | 'deputy' | undefined {
  const chair = chairSeat(context);
  if (chair?.holder?.person.id === party) return 'holder';
  return chair?.deputies.some(({ person }) => person.id === party) ? 'deputy' : undefined;
}

/** The office of the Beirat: the Digitallotse and the deputy. */
export const isOffice = (party: string, context: Context): boolean =>
  context.directory.holdsRole(party, office, {}, today(context));

/**
 * Whom the office's notices go to: the Digitallotse, in absence the deputy. While both are away they wait for the
 * Digitallotse; the role above could do nothing with them.
 */
export function officeNow(context: Context): string | undefined {
  const seats = context.directory.seats(office, {}, today(context));
  return (seats.find(({ absentUntil }) => !absentUntil) ?? seats[0])?.person.id;
}

/** Whether the directory has somebody in the Beirat today, as holder or deputy. */
export const isInBeirat = (party: string, context: Context): boolean =>
  context.directory.holdsRole(party, beirat, {}, today(context));
