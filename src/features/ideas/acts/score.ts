import { z } from 'zod';
import { bySystem, changed, type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { type Context, today } from '../context.ts';
import { criteria, type Idea, Marks, revisionOf, type Score } from '../model.ts';
import { askedOf, officeOf, votingSeatOf } from '../policy.ts';
import { marksMissing, notVoting, ownIdea, votingClosed } from '../refusals.ts';
import { countingScores, isComplete, isVotingOpen, unnamed } from '../scoring.ts';
import { actedBy, ideaAct, words } from './steps.ts';

const mark = z.coerce.number().int().min(1).max(5).optional().catch(undefined);
const Input = z.object({
  benefit: mark,
  effort: mark,
  feasibility: mark,
  urgency: mark,
  comment: words,
});

/**
 * A member judges, without seeing what others said; as long as nobody can see it, it can be changed. The history keeps
 * that somebody scored, not how.
 */
export const score = ideaAct({
  kind: 'score',
  title: { de: 'Bewerten', en: 'Score' },
  input: Input,
  buttons: { 'ideas.score': {} },
  typed: [{ de: 'bewerten|bewertung', en: 'score', read: readScore }],
  // The remark may ask something; what is no remark may not, see below.
  asks: true,
  fieldsOf: ({ comment, ...marks }) => ({
    comment,
    ...Object.fromEntries(
      Object.entries(marks).flatMap(([name, given]) => (given ? [[name, String(given)]] : [])),
    ),
  }),
  probe: ({ scores }, by) => {
    // Whatever was said last: another number would do.
    const own = scores.find((one) => one.by === by.id);
    const benefit = own?.marks.benefit === 1 ? 2 : 1;
    return { benefit, effort: 1, feasibility: 1, urgency: 1, comment: '' };
  },
  decide(idea, { comment, ...said }, by, context) {
    const voting = votingSeatOf(by.id, idea, context);
    if (!voting && idea.submittedBy === by.id && votingSeatOf(by.id, { submittedBy: '' }, context))
      throw ownIdea();
    if (!voting) throw notVoting();
    if (!isVotingOpen(idea, context)) throw votingClosed();
    const marks = Marks.safeParse(said).data;
    if (!marks) throw marksMissing();
    const given: Score = {
      ...voting,
      by: by.id,
      marks,
      ...(comment ? { comment } : {}),
      at: context.now,
      salt: context.salt,
    };
    const before = idea.scores.find((one) => one.by === by.id);
    if (before && isSame(before, given)) return undefined;
    const scores = [...idea.scores.filter((one) => one.by !== by.id), given];
    const scored = recorded(changed(deciding(idea), { scores }), {
      ...actedBy(by),
      act: 'scored',
      facts: { seat: voting.seat, visit: revisionOf(idea) },
    });
    return isComplete(scored.doc, context) ? revealed(scored, context) : scored;
  },
});

const isSame = (before: Score, now: Score): boolean =>
  before.comment === now.comment && criteria.every((one) => before.marks[one] === now.marks[one]);

/**
 * "4 2 5 3: Das hilft vielen". Only a remark behind a colon may end with a question mark: "4 2 5 3?" asks.
 * @returns no marks when there are none, so that they are asked for
 */
function readScore(rest: string) {
  if (!/\d/.test(rest)) return {};
  const shape =
    /^(?<benefit>\d)[\s,;/]+(?<effort>\d)[\s,;/]+(?<feasibility>\d)[\s,;/]+(?<urgency>\d)\s*(?:[.!]*|:\s*(?<said>.+)|[,–-]\s*(?<added>.*[^?\s]))$/s;
  const { said, added, ...marks } = shape.exec(rest)?.groups ?? {};
  const comment = said ?? added;
  return marks.benefit === undefined ? undefined : { ...marks, ...(comment ? { comment } : {}) };
}

/** Working days after the meeting that the office has to record what came of it. */
const recordDays = 10;

/** From now on the scores may be seen; the office of the Beirat is asked to record what came of it. */
export function revealed(decision: Decision<Idea>, context: Context): Decision<Idea> {
  const { doc: idea } = decision;
  const day = idea.place && idea.place.day > today(context) ? idea.place.day : today(context);
  const open = recorded(
    changed(decision, {
      revealedAt: context.now,
      visit: revisionOf(idea) + 1,
      scores: unnamed(idea.scores, context.now),
      dueDay: addWorkingDays(day, recordDays, context.holidays),
      urged: 0,
    }),
    { ...bySystem, act: 'revealed', facts: { count: countingScores(idea.scores).length } },
  );
  return notified(open, askedOf(officeOf(open.doc, context)), { name: 'record' });
}
