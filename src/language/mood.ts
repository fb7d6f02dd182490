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

const askingWho = /^(?:wer|welche[rsnm]?|wofur|who|which|what)$/;
const denials = new Set([
  'nicht',
  'kein',
  'keine',
  'keinen',
  'keinerlei',
  'niemals',
  'not',
  'never',
  'isn',
  'isnt',
  'aren',
  'arent',
]);
const duties =
  /^(?:zustandig|verantwortlich|beteiligt|befugt|berechtigt|gefragt|entscheiden|bewilligen|genehmigen|mitentscheiden|mitreden|entscheidet|bewilligt|genehmigt|betreut|verantwortet|responsible|charge|involved|allowed|entitled|decide|decides|approve|approves)$/;

/**
 * Whether it is asked who is *not* in charge: "Wer ist nicht zuständig für Drucker?" The denial and the duty stand in the
 * clause that asks, so that "Das KGRZ ist nicht zuständig, wer dann?" asks for somebody.
 */
export function asksWhoIsNot(tokens: readonly Token[]): boolean {
  return tokens.some(({ key, clause }, at) => {
    if (!denials.has(key)) return false;
    const said = tokens.filter((other) => other.clause === clause);
    const place = said.indexOf(tokens[at] as Token);
    const asks = said.findIndex((other) => askingWho.test(other.key));
    if (asks < 0 || asks > place) return false;
    const before = said.slice(asks, place).some((other) => duties.test(other.key) && isVerb.test(other.key));
    const after = said.slice(place + 1).some((other) => duties.test(other.key));
    return after || (before && place - asks <= farthest);
  });
}

const isVerb = /^(?:entscheidet|bewilligt|genehmigt|betreut|verantwortet|decides|approves)$/;
/** "Wer entscheidet nicht …": what is denied later belongs to the matter, "zuständig für nicht bezahlte Rechnungen". */
const farthest = 3;
