import type { Filled } from './members.ts';
import type { Rules } from './rules.ts';

export type Quorum = {
  /** The number that it is taken of. */
  readonly of: number;
  /** How many voting members must be there. */
  readonly needed: number;
  /** How many for items that are dealt with a second time because there was no quorum. */
  readonly second?: number | undefined;
};

/**
 * How many voting members must be there: more than half of the voting seats (§ 39 (1) GemO: of the legal number, so
 * vacant seats count, unless the rules say `members`); for items of a second meeting that repeat those without a quorum
 * a fixed number, never more than in a first.
 * @param isSecond whether there are such items
 */
export function quorumOf(seats: readonly Filled[], rules: Rules, isSecond: boolean): Quorum {
  const voting = seats.filter(({ seat }) => seat.vote === 'voting');
  const of = rules.quorum.of === 'seats' ? voting.length : voting.filter(({ holder }) => holder).length;
  const needed = moreThanHalf(of);
  return { of, needed, ...(isSecond ? { second: Math.min(rules.quorum.second, needed) } : {}) };
}

const moreThanHalf = (count: number): number => Math.floor(count / 2) + 1;

/**
 * How many must be there for one item from which members are excluded by a conflict of interest. They do not count as
 * there; as soon as anybody is excluded, a third of the legal number is enough (§ 39 (2) GemO).
 */
export function neededForItem({ of, needed }: Quorum, excluded: number): number {
  return excluded > 0 ? Math.min(needed, Math.ceil(of / 3)) : needed;
}

/** Somebody who was invited for a seat, and what they answered. */
type Invited = {
  readonly seat: string;
  readonly voting: boolean;
  readonly releasedAt?: string | undefined;
  readonly reply?: { readonly answer: string } | undefined;
};

/** What the answers let expect. */
export type Forecast = Quorum & {
  /** Voting seats that somebody has promised to take. */
  readonly coming: number;
  /** Voting seats that may still be taken: nobody has answered yet. */
  readonly open: number;
  readonly isCertain: boolean;
  /** It cannot come about any more, whoever still answers. */
  readonly isLost: boolean;
};

/**
 * Seat by seat: the member comes, or the deputy who steps in. Answers to an earlier issue count as none. A second meeting
 * takes place as soon as its repeated items have their quorum.
 */
export function forecastOf(invitees: readonly Invited[], given: Quorum): Forecast {
  const quorum = { of: given.of, needed: given.second ?? given.needed };
  const voting = invitees.filter((one) => one.voting && !one.releasedAt);
  const seats = Map.groupBy(voting, ({ seat }) => seat);
  const states = [...seats.values()].map(seatState);
  const coming = states.filter((state) => state === 'coming').length;
  const open = states.filter((state) => state === 'open').length;
  return {
    ...quorum,
    coming,
    open,
    isCertain: coming >= quorum.needed,
    isLost: coming + open < quorum.needed,
  };
}

export type SeatState = 'coming' | 'open' | 'empty';

/** What is to be expected of one seat, from those who are invited for it. */
export function seatState(invitees: readonly Invited[]): SeatState {
  if (invitees.some(isComing)) return 'coming';
  return invitees.some(({ reply }) => !reply) ? 'open' : 'empty';
}

export const isComing = ({ reply }: Pick<Invited, 'reply'>): boolean =>
  reply !== undefined && reply.answer !== 'no';
