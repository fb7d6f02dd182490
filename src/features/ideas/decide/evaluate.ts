import type { Party } from '../../../core/party.ts';
import { type Context, today } from '../context.ts';
import type { Evaluation, Idea } from '../idea.ts';
import { actedBy, moved, type Progress, recorded, reported, starting, telling } from '../owing.ts';
import { askedOf, officeOf, reviewersOf } from '../rights.ts';
import { unnamed } from '../scoring.ts';
import type { ActOf } from './act.ts';
import { requireInReview, requireOne } from './by-reviewer.ts';
import { noPlaceYet, votingStillOpen, wayMissing } from './refusals.ts';

/**
 * Whether it can be done, and always how it goes on. Something small is decided by those who review; what is with the
 * Beirat is recorded by its office, once all have scored or the meeting is there.
 */
export function evaluate(
  idea: Idea,
  act: ActOf<'evaluate'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const withBeirat = idea.state === 'on-agenda';
  const isRepeated =
    idea.state === 'evaluated' &&
    idea.evaluation?.by === by.id &&
    idea.evaluation.outcome === act.outcome &&
    idea.evaluation.way === act.way.trim();
  if (isRepeated) return undefined;
  const acting = requireOne(idea, by, withBeirat ? officeOf : reviewersOf, context);
  if (withBeirat) requireScored(idea, context);
  else requireInReview(idea);
  const way = act.way.trim();
  if (!way) throw wayMissing();
  const who = actedBy(by, acting);
  const evaluation: Evaluation = { ...who, outcome: act.outcome, way, at: context.now, withBeirat };
  const more = { evaluation, ...(withBeirat && !idea.revealedAt ? shownNow(idea, context) : {}) };
  const entry = { ...who, act: 'evaluated', note: way, facts: { visit: idea.visit, outcome: act.outcome } };
  const done = recorded(moved(starting(idea), 'evaluated', context, more), entry, context);
  const next = askedOf(reviewersOf(idea, context)).filter((party) => party !== by.id);
  return telling(reported(done, by.id, context), 'next', next, context);
}

const shownNow = ({ scores }: Idea, { now }: Context): Partial<Idea> => ({
  revealedAt: now,
  scores: unnamed(scores, now),
});

function requireScored(idea: Idea, context: Context): void {
  if (!idea.place) throw noPlaceYet();
  const isHeld = idea.place.state !== 'invited' || idea.place.day <= today(context);
  if (!idea.revealedAt && !isHeld) throw votingStillOpen();
}
