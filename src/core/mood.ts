/**
 * Whether words order something. A question, a negation and a condition do not: "einladen?", "noch nicht zustimmen",
 * "wenn das Geld reicht, zustimmen" show the case with its buttons instead of acting.
 */
export type Mood = 'statement' | 'question' | 'negation' | 'condition';

const asked =
  /^(?:wer|was|wann|wo|wie|warum|wieso|weshalb|welche[rsmn]?|soll(?:te)?n?|kann|könn(?:t?en|te)|darf|dürfen|muss|müssen|ist|sind|hat|haben|wird|werden|wurde|wurden|who|what|when|where|why|how|which|should|shall|can|could|may|must|is|are|was|were|has|have|will|did|does|do)\s/iu;
const negated =
  /(?:^|(?<!\bzur)\s)(?:nicht|noch nicht|nie|niemals|keinesfalls|auf keinen fall|not|don't|do not|never|not yet)(?=[\s,.!;]|$)/iu;
const conditional =
  /(?:^|[\s,])(?:wenn|falls|sofern|sobald|würde|würden|hätte|wäre|if|unless|would|once|in case)(?=\s)/iu;

/** @param words without a reason that follows a colon: "ablehnen: Warum so teuer?" is an order with a reason */
export function moodOf(words: string): Mood {
  const said = words.trim();
  if (/\?[\s!?.)"“”]*$/u.test(said) || asked.test(said)) return 'question';
  if (conditional.test(said)) return 'condition';
  return negated.test(said) ? 'negation' : 'statement';
}

/** What is ordered, without the reason that may follow a colon. */
export const withoutReason = (text: string): string => text.replace(/(?<!\d):(?!\d)[\s\S]*$/u, '');
