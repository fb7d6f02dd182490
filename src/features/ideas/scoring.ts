import { type Context, today } from './context.ts';
import { type Criterion, criteria, type Idea, type Score } from './model.ts';
import { votingSeats } from './policy.ts';

/** The meeting is invited to, and its day is not over: members may score. */
export const isVotingOpen = (idea: Idea, context: Context): boolean =>
  idea.state === 'on-agenda' &&
  !idea.revealedAt &&
  idea.place !== undefined &&
  idea.place.day >= today(context);

/** What counts: one score for a seat, the holder's or, without it, the first that a deputy gave. */
export function countingScores(scores: readonly Score[]): readonly Score[] {
  const seats = [...new Set(scores.map(({ seat }) => seat))];
  return seats.flatMap((seat) => {
    const given = scores.filter((one) => one.seat === seat);
    return given.find(({ as }) => as === 'holder') ?? given[0] ?? [];
  });
}

/** Whether every voting seat that somebody sits on has scored. */
export const isComplete = (idea: Idea, context: Context): boolean => {
  const seats = votingSeats(idea, context);
  return seats.length > 0 && seats.every(({ seat }) => idea.scores.some((score) => score.seat === seat));
};

/** Who is asked for a score that is missing: the holder of the seat, in absence (or without one) the deputies. */
export const seatsOwing = (idea: Idea, context: Context): readonly string[] =>
  votingSeats(idea, context)
    .filter(({ seat }) => !idea.scores.some((score) => score.seat === seat))
    .flatMap(({ people }) => {
      const here = people.filter(({ absentUntil }) => !absentUntil);
      const holders = here.filter(({ as }) => as === 'holder');
      return (holders.length > 0 ? holders : here).map(({ person }) => person.id);
    });

/**
 * What counts, without who said it: no name, no seat, no time, in an order that tells nothing. What was said blind stays
 * without a name for good.
 */
export const unnamed = (scores: readonly Score[], now: string): Score[] =>
  countingScores(scores)
    .map(({ marks, comment }) => ({ marks, ...(comment ? { comment } : {}) }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .map((said, at) => ({ ...said, seat: String(at + 1), by: 'unnamed', as: 'holder' as const, at: now }));

/** How a criterion was judged by all together. */
export type Judged = {
  readonly criterion: Criterion;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
};

/** Median and spread of what counts; empty when nobody has scored. */
export function judged(scores: readonly Score[]): readonly Judged[] {
  const counting = countingScores(scores);
  if (counting.length === 0) return [];
  return criteria.map((criterion) => {
    const marks = counting.map((score) => score.marks[criterion]).sort((a, b) => a - b);
    return {
      criterion,
      median: medianOf(marks),
      lowest: marks[0] ?? 0,
      highest: marks.at(-1) ?? 0,
    };
  });
}

/** Of sorted numbers; between the two in the middle of an even count. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
