import type { Person } from '../../../core/ports/role-directory.ts';
import { type Context, today } from '../board/context.ts';
import { composition } from '../board/members.ts';
import type { Ballot, Circulation } from './model.ts';

/** Who may vote for a seat now. */
export type Voter = {
  readonly ballot: Ballot;
  /** Who holds the seat now; nobody when it has become vacant. */
  readonly holder?: Person | undefined;
  readonly isAbsent: boolean;
  /** Those who may vote in the holder's place: only while the directory has the holder away. */
  readonly deputies: readonly Person[];
};

/** Everybody who may vote, seat by seat, as the directory knows them now. */
export function votersNow({ ballots }: Pick<Circulation, 'ballots'>, context: Context): readonly Voter[] {
  const seats = composition(context, today(context));
  return ballots.map((ballot) => {
    const here = seats.find(({ seat }) => seat.id === ballot.seat);
    const isAbsent = here?.holder?.absentUntil !== undefined;
    const present = (here?.deputies ?? []).filter(({ absentUntil }) => !absentUntil);
    return {
      ballot,
      holder: here?.holder?.person,
      isAbsent,
      deputies: isAbsent ? present.map(({ person }) => person) : [],
    };
  });
}

export type Capacity = {
  readonly voter: Voter;
  /** Set for a deputy: the holder's name. */
  readonly onBehalfOf?: string | undefined;
};

/** In what capacity a party may vote now; `undefined` when it may not. */
export function capacityOf(circulation: Circulation, party: string, context: Context): Capacity | undefined {
  const voters = votersNow(circulation, context);
  const own = voters.find(({ holder }) => holder?.id === party);
  if (own) return { voter: own };
  const other = voters.find(({ deputies }) => deputies.some(({ id }) => id === party));
  return other && { voter: other, onBehalfOf: other.holder?.name ?? other.ballot.name };
}

/** Whom a seat's ballot goes to: the holder, and the deputy while the holder is away. */
export const recipientsOf = ({ holder, deputies }: Voter): readonly string[] =>
  [holder?.id, deputies[0]?.id].filter((party) => party !== undefined);

/** Seats whose vote is missing and can still come. */
export const missingVotes = (circulation: Circulation, context: Context): readonly Voter[] =>
  votersNow(circulation, context).filter(({ ballot, holder }) => !ballot.vote && holder);
