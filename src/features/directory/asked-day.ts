import { periodsIn } from '../../language/entities/days.ts';

const past = /(?<!\p{L})(?:war|waren|hatte|hatten|gewesen|damals|was|were|held|used to)(?!\p{L})/iu;
const future =
  /(?<!\p{L})(?:ab|wird|werden|künftig|kuenftig|nächste\p{L}*|from|will|as of|next|upcoming)(?!\p{L})/iu;

/** Asks how long it has been so: today, with the beginning. */
const since = /(?<!\p{L})(?:seit wann|wie lange schon|since when|how long (?:has|have))(?!\p{L})/iu;

/**
 * The day that a question is about when it asks who held a role, or who will: "Wer war im März 2026 …?", "Wer ist ab
 * 1.1. …?". A longer stretch counts by its last day in the past and by its first to come. `undefined` where no day is asked
 * about. @param goesOn after an answer the mere day says it: "und im März?"
 */
export function askedDay(text: string, today: string, goesOn = false): string | undefined {
  if (since.test(text)) return today;
  if (!past.test(text) && !future.test(text) && !goesOn) return undefined;
  const [period] = periodsIn(text, today);
  if (!period) return undefined;
  if (goesOn && period.to < today) return period.to;
  if (goesOn && period.from > today) return period.from;
  if (past.test(text) && period.from < today) return period.to < today ? period.to : undefined;
  return future.test(text) && period.from > today ? period.from : undefined;
}
