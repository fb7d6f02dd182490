import { z } from 'zod';
import { deciding, notified, recorded } from '../../../case/decision.ts';
import { dayOf } from '../../../core/day.ts';
import type { Context } from '../context.ts';
import { type Evaluation, type Idea, outcomes, revisionOf } from '../model.ts';
import { askedOf, officeOf, requireInReview, requireOne, reviewersOf } from '../policy.ts';
import { noPlaceYet, outcomeMissing, votingStillOpen, wayMissing } from '../refusals.ts';
import { unnamed } from '../scoring.ts';
import { actedBy, ideaAct, moved, reported, words } from './steps.ts';

/**
 * Whether it can be done, and always how it goes on. Something small is decided by those who review; what is with the
 * Beirat is recorded by its office, once all have scored or the sitting was held.
 */
export const evaluate = ideaAct({
  kind: 'evaluate',
  title: { de: 'Ergebnis festhalten', en: 'Record the result' },
  input: z.object({ outcome: z.enum(outcomes).optional().catch(undefined), way: words }),
  buttons: { 'ideas.evaluate': {} },
  typed: [
    { de: 'nicht machbar', en: 'not feasible', rest: 'way', means: { outcome: 'not-feasible' } },
    {
      de: 'machbar mit auflagen|mit auflagen machbar',
      en: 'feasible with conditions',
      rest: 'way',
      means: { outcome: 'feasible-with-conditions' },
    },
    { de: 'machbar', en: 'feasible', rest: 'way', means: { outcome: 'feasible' } },
  ],
  reasons: true,
  fieldsOf: ({ outcome, way }) => ({ outcome: outcome ?? '', way }),
  probe: () => ({ outcome: 'feasible' as const, way: '–' }),
  decide(idea, { outcome, way }, by, context) {
    const { evaluation: before } = idea;
    const isSame = before?.by === by.id && before.outcome === outcome && before.way === way;
    if (idea.state === 'evaluated' && isSame) return undefined;
    const withBeirat = idea.state === 'on-agenda';
    const as = requireOne(idea, by, withBeirat ? officeOf : reviewersOf, context);
    if (withBeirat) requireScored(idea);
    else requireInReview(idea);
    if (!outcome) throw outcomeMissing();
    if (!way) throw wayMissing();
    const who = actedBy(by, as);
    const evaluation: Evaluation = { ...who, outcome, way, at: context.now, withBeirat };
    const more = { evaluation, ...(withBeirat && !idea.revealedAt ? shownNow(idea, context) : {}) };
    const facts = { visit: revisionOf(idea), outcome };
    const done = recorded(moved(deciding(idea), 'evaluated', context, more), {
      ...who,
      act: 'evaluated',
      note: way,
      facts,
    });
    const next = askedOf(reviewersOf(idea, context)).filter((party) => party !== by.id);
    return notified(reported(done, by.id), next, { name: 'next' });
  },
});

const shownNow = ({ scores }: Idea, { now }: Context): Partial<Idea> => ({
  revealedAt: now,
  scores: unnamed(scores, now),
});

function requireScored({ place, revealedAt }: Idea): void {
  if (!place) throw noPlaceYet();
  // The day alone is no sitting: its record must have been opened, or all had scored before the day was over.
  const haveAllScored = revealedAt !== undefined && dayOf(revealedAt) <= place.day;
  if (!haveAllScored && place.state === 'invited') throw votingStillOpen();
}
