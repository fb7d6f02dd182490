import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { criteria, type Idea, type Score } from '../idea.ts';
import { actedBy, changed, type Progress, recorded, starting } from '../owing.ts';
import { votingSeatOf } from '../rights.ts';
import { isComplete, isVotingOpen } from '../scoring.ts';
import type { ActOf } from './act.ts';
import { notVoting, ownIdea, votingClosed } from './refusals.ts';
import { revealed } from './reveal.ts';

/**
 * A member judges, without seeing what others said; as long as nobody can see it, it can be changed. The history keeps
 * that somebody scored, not how.
 */
export function score(idea: Idea, act: ActOf<'score'>, by: Party, context: Context): Progress | undefined {
  const voting = votingSeatOf(by.id, idea, context);
  if (!voting && idea.submittedBy === by.id && votingSeatOf(by.id, { submittedBy: '' }, context))
    throw ownIdea();
  if (!voting) throw notVoting();
  if (!isVotingOpen(idea, context)) throw votingClosed();
  const comment = act.comment?.trim();
  const given: Score = {
    seat: voting.seat,
    by: by.id,
    as: voting.as,
    marks: act.marks,
    ...(comment ? { comment } : {}),
    at: context.now,
  };
  const before = idea.scores.find((one) => one.by === by.id);
  if (before && isSame(before, given)) return undefined;
  const scores = [...idea.scores.filter((one) => one.by !== by.id), given];
  const entry = { ...actedBy(by), act: 'scored', facts: { seat: voting.seat, visit: idea.visit } };
  const scored = recorded(changed(starting(idea), { scores }), entry, context);
  return isComplete(scored.idea, context) ? revealed(scored, context) : scored;
}

const isSame = (before: Score, now: Score): boolean =>
  before.comment === now.comment && criteria.every((one) => before.marks[one] === now.marks[one]);
