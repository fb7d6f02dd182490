import type { Party } from '../../../core/party.ts';
import type { Context } from '../board/context.ts';
import type { CirculationAct } from './act.ts';
import { type Circulation, isVoting } from './circulation.ts';
import { counted, finished } from './end.ts';
import { memberVoted, notAVoter, notNowFor, votingOver } from './refusals.ts';
import { begun, noted, type Steps, set } from './steps.ts';
import { type Capacity, capacityOf, missingVotes } from './voters.ts';

/** A vote; a later one replaces it until the end. What was voted stands in no history before the end. */
export function vote(
  circulation: Circulation,
  { vote: wanted, via }: Extract<CirculationAct, { kind: 'vote' }>,
  by: Party,
  context: Context,
): Steps<Circulation> | undefined {
  const { voter, onBehalfOf } = requireVoter(circulation, by, context);
  const known = voter.ballot.vote;
  if (onBehalfOf && known && !known.onBehalfOf) throw memberVoted();
  if (known?.vote === wanted && known.by === by.id) return undefined;
  const behalf = onBehalfOf ? { onBehalfOf } : {};
  const cast = { vote: wanted, by: by.id, byName: by.name, ...behalf, at: context.now, via };
  const ballots = circulation.ballots.map((ballot) =>
    ballot.seat === voter.ballot.seat ? { ...ballot, vote: cast } : ballot,
  );
  const voted = noted(
    set(begun(circulation), { ballots }),
    {
      by: by.id,
      byName: by.name,
      ...behalf,
      act: known ? 'vote-changed' : 'voted',
      facts: { seat: voter.ballot.seat },
    },
    context,
  );
  return missingVotes(voted.doc, context).length === 0 ? counted(voted, context) : voted;
}

/** One objection to the procedure ends it: the matter goes to the next meeting. */
export function object(
  circulation: Circulation,
  text: string,
  by: Party,
  context: Context,
): Steps<Circulation> | undefined {
  if (circulation.objection?.by === by.id) return undefined;
  const { onBehalfOf } = requireVoter(circulation, by, context);
  const words = text.trim();
  const objection = { by: by.id, byName: by.name, text: words, at: context.now };
  const entry = {
    by: by.id,
    byName: by.name,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    act: 'objected',
    ...(words ? { note: words } : {}),
  };
  const objected = noted(set(begun(circulation), { state: 'objected', objection }), entry, context);
  return finished(objected, context, by.id);
}

/** @throws {Refusal} unless the party may vote, and now */
function requireVoter(circulation: Circulation, by: Party, context: Context): Capacity {
  if (circulation.state === 'draft' || circulation.state === 'awaiting-approval')
    throw notNowFor(circulation.state);
  const capacity = capacityOf(circulation, by.id, context);
  if (!capacity) throw notAVoter();
  if (!isVoting(circulation, context)) throw votingOver();
  return capacity;
}
