import { type Context, today } from '../board/context.ts';
import { chairCapacity, composition, isInBeirat, isOffice } from '../board/members.ts';
import { type Circulation, isVoting } from './model.ts';
import { capacityOf, votersNow } from './voters.ts';

/**
 * The office sees all of it, the chair from the first submission on, everybody in the Beirat their ballot from the
 * beginning of the voting on; nobody else sees anything.
 */
export function circulationSeenAs(
  { history, until }: Circulation,
  party: string,
  context: Context,
): 'office' | 'ballot' | undefined {
  if (isOffice(party, context)) return 'office';
  if (chairCapacity(party, context) && history.some(({ act }) => act === 'submitted')) return 'office';
  return until !== undefined && isInBeirat(party, context) ? 'ballot' : undefined;
}

/** Whoever has a ballot before them: all holders, and the deputies who may vote now. */
export function ballotOwners(circulation: Circulation, context: Context): readonly string[] {
  if (circulation.ballots.length === 0) return [];
  const deputies = votersNow(circulation, context).flatMap((voter) => voter.deputies.map(({ id }) => id));
  const members = composition(context, today(context)).flatMap(({ holder }) => holder?.person.id ?? []);
  return [...new Set([...members, ...deputies])];
}

export const canVote = (circulation: Circulation, party: string, context: Context): boolean =>
  isVoting(circulation, context) && capacityOf(circulation, party, context) !== undefined;
