import type { Token } from './words.ts';

/** How a sentence is meant, as far as its form tells: whether it orders, asks, or asks for yes or no. */
export type Mood = 'statement' | 'question' | 'yes-no';

const asking = new Set(
  'wer wen wem wessen wo wohin woher wie was wann warum wieso weshalb welche welcher welches welchen welchem ob who whom whose where how what when why which whether'.split(
    ' ',
  ),
);
const verbsInFront = new Set(
  'muss mussen darf durfen soll sollen sollte sollten kann konnen konnte konnten ist sind war wird werden wurde hat haben braucht gibt geht entscheidet must may can could should shall does do did is are was were will would has have need'.split(
    ' ',
  ),
);

/** A yes-no question begins with its verb: "Muss der Personalrat zustimmen?" */
export function moodOf(text: string, tokens: readonly Token[]): Mood {
  const opens = (token: Token | undefined, before: Token | undefined): boolean =>
    token !== undefined && (before === undefined || before.clause !== token.clause);
  if (tokens.some(({ key }) => asking.has(key))) return 'question';
  const inFront = tokens.some((token, at) => opens(token, tokens[at - 1]) && verbsInFront.has(token.key));
  if (inFront) return 'yes-no';
  return text.includes('?') ? 'question' : 'statement';
}
