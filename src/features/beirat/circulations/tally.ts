import type { Circulation, CirculationState, Vote } from './model.ts';

export type Tally = Readonly<Record<Vote, number>> & {
  readonly took: number;
  readonly of: number;
  readonly needed: number;
};

export function tallyOf({ ballots, quorum }: Pick<Circulation, 'ballots' | 'quorum'>): Tally {
  const count = (wanted: Vote) => ballots.filter(({ vote }) => vote?.vote === wanted).length;
  const [yes, no, abstain] = [count('yes'), count('no'), count('abstain')];
  return {
    yes,
    no,
    abstain,
    took: yes + no + abstain,
    of: quorum?.of ?? ballots.length,
    needed: quorum?.needed ?? 0,
  };
}

/** Adopted when enough took part, abstentions too, and more say yes than no. */
export function outcomeOf({ yes, no, took, needed }: Tally): CirculationState {
  if (took < needed) return 'no-quorum';
  return yes > no ? 'adopted' : 'rejected';
}
