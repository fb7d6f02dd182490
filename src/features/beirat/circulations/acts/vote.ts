import { z } from 'zod';
import { actsOf, type Typed } from '../../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { counted, finished } from '../count.ts';
import { type Circulation, isVoting, type Vote, votes } from '../model.ts';
import { memberVoted, notAVoter, notNowFor, onlyTheWord, votingOver } from '../refusals.ts';
import { type Capacity, capacityOf, missingVotes } from '../voters.ts';

const act = actsOf<Circulation, Context>();

/** "ja, aber …" is no vote: it cannot carry a condition. */
const word = (said: Vote, de: string, en: string): Typed<Circulation> => ({
  de,
  en,
  read: (rest) => {
    if (rest) throw onlyTheWord();
    return { vote: said };
  },
});

/** A vote; a later one replaces it until the end. What was voted stands in no history before the end. */
export const vote = act({
  kind: 'vote',
  title: { de: 'Abstimmen', en: 'Vote' },
  input: z.object({ vote: z.enum(votes) }),
  buttons: {
    'beirat.circulation-yes': { vote: 'yes' },
    'beirat.circulation-no': { vote: 'no' },
    'beirat.circulation-abstain': { vote: 'abstain' },
  },
  typed: [
    word('yes', 'ja|zustimmen', 'yes'),
    word('no', 'nein|ablehnen', 'no'),
    word('abstain', 'enthaltung|enthalten', 'abstain'),
  ],
  shows: 'ballot',
  probe: (circulation, by, context) => {
    const known = capacityOf(circulation, by.id, context)?.voter.ballot.vote;
    const other: Vote = known?.vote === 'no' ? 'yes' : 'no';
    return { vote: other };
  },
  decide(circulation, { vote: wanted }, by, context) {
    const { voter, onBehalfOf } = requireVoter(circulation, by, context);
    const known = voter.ballot.vote;
    if (onBehalfOf && known && !known.onBehalfOf) throw memberVoted();
    if (known?.vote === wanted && known.by === by.id) return undefined;
    const behalf = onBehalfOf ? { onBehalfOf } : {};
    const cast = { vote: wanted, by: by.id, byName: by.name, ...behalf, at: context.now, via: by.via };
    const ballots = circulation.ballots.map((ballot) =>
      ballot.seat === voter.ballot.seat ? { ...ballot, vote: cast } : ballot,
    );
    const voted = recorded(changed(deciding(circulation), { ballots }), {
      by: by.id,
      byName: by.name,
      ...behalf,
      act: known ? 'vote-changed' : 'voted',
      facts: { seat: voter.ballot.seat },
    });
    return missingVotes(voted.doc, context).length === 0 ? counted(voted, context) : voted;
  },
});

/** One objection to the procedure ends it: the matter goes to the next meeting. */
export const object = act({
  kind: 'object',
  title: { de: 'Dem Umlaufverfahren widersprechen', en: 'Object to the procedure' },
  input: z.object({ objection: z.string().max(4000).catch('') }),
  typed: [{ de: 'widersprechen|widerspruch', en: 'object|objection', rest: 'objection' }],
  shows: 'ballot',
  probe: () => ({ objection: '…' }),
  wordsOf: ({ objection }) => objection,
  decide(circulation, { objection: text }, by, context) {
    if (circulation.objection?.by === by.id) return undefined;
    const { onBehalfOf } = requireVoter(circulation, by, context);
    const words = text.trim().slice(0, 1000);
    const objection = { by: by.id, byName: by.name, text: words, at: context.now };
    const objected = recorded(changed(deciding(circulation), { state: 'objected', objection }), {
      by: by.id,
      byName: by.name,
      ...(onBehalfOf ? { onBehalfOf } : {}),
      act: 'objected',
      ...(words ? { note: words } : {}),
    });
    return finished(objected, context, by.id);
  },
});

/** @throws {Refusal} unless the party may vote, and now */
function requireVoter(circulation: Circulation, by: Party, context: Context): Capacity {
  if (circulation.state === 'draft' || circulation.state === 'awaiting-approval')
    throw notNowFor(circulation.state);
  const capacity = capacityOf(circulation, by.id, context);
  if (!capacity) throw notAVoter();
  if (!isVoting(circulation, context)) throw votingOver();
  return capacity;
}
