/*
 * "das zweite", "Ersteres", "3", "nein, die andere", "the latter": somebody picks from what was just named or offered, by its place.
 */

/** Which one is picked: by its place, from 0; the last; or the one that is not at hand. */
export type Pick = number | 'last' | 'other';

/** What is picked, and the words that are left: "was macht Ersteres?" → 0, "was macht ?". */
export type Picked = { readonly pick: Pick; readonly rest: string };

const before = '(?<![\\p{L}\\d])';
const after = '(?![\\p{L}\\d])';
const the =
  '(?:(?:das|der|die|den|dem|zu[mr]?|am|beim|mit|the|option|nummer|nr\\.?|number|punkt|antwort|möglichkeit|variante)\\s+)*';
const one =
  '(?:\\s+(?:one|option|genannte[nrs]?|stelle|rolle|möglichkeit|variante|davon|von beiden|of (?:them|the two)))?';

const picks: readonly { readonly pick: Pick; readonly said: RegExp }[] = (
  [
    [0, 'erste[nrs]?|ersteres|ersterem|ersterer|obere[nrs]?|first|former'],
    [1, 'zweite[nrs]?|second'],
    [2, 'dritte[nrs]?|third'],
    [3, 'vierte[nrs]?|fourth'],
    ['last', 'letzte[nrs]?|letzteres|letzterem|letzterer|untere[nrs]?|last|latter'],
  ] as const
).map(([pick, words]) => ({ pick, said: new RegExp(`${before}${the}(?:${words})${one}${after}\\.?`, 'iu') }));

const other = new RegExp(
  `${before}(?:(?:de[rmn]|die|das|the|vom|zu[rm]|beim)\\s+)andere[nrs]?(?:\\s+(?:stelle|rolle|davon|von beiden))?${after}|${before}(?:the\\s+)?other one${after}|${before}the other${after}(?!\\s+\\p{L})`,
  'iu',
);
/** "2", "b)", "Nr. 2", and nothing else. */
const alone =
  /^\W*(?:nr\.?|nummer|number|option|antwort)?\s*(?:(?<n>[1-4])|(?<letter>[a-d]))\s*[.)]?\W*(?:bitte|please)?\W*$/iu;
/** More words than these tell something else. */
const mostWords = 9;

/** What a text picks by its place; `undefined` when it picks nothing. */
export function pickedIn(text: string): Picked | undefined {
  const { n, letter } = alone.exec(text)?.groups ?? {};
  if (n) return { pick: Number(n) - 1, rest: '' };
  if (letter) return { pick: letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0), rest: '' };
  if (text.split(/\s+/).length > mostWords) return undefined;
  for (const { pick, said } of [...picks, { pick: 'other' as const, said: other }]) {
    const match = said.exec(text);
    // "der zweite Monitor", "letzte Woche": of something else.
    if (!match || ofThing.test(text.slice(match.index + match[0].length))) continue;
    return { pick, rest: text.replace(said, ' ').trim() };
  }
  return undefined;
}

const ofThing = /^\s+(?:\p{Lu}|(?:woche|monat|jahr|mal|frage|time|week|month|year|floor)(?!\p{L}))/u;

/** The place that is picked among so many; `undefined` where there is none. @param at the one at hand */
export function placeOf(pick: Pick, count: number, at: number): number | undefined {
  if (pick === 'last') return count > 1 ? count - 1 : undefined;
  if (pick === 'other') return count === 2 ? 1 - Math.min(at, 1) : undefined;
  return pick < count ? pick : undefined;
}

const back =
  /(?<!\p{L})(?:(?:noch ?mal |nochmals |wieder |jetzt )?zurück (?:zu[mr]?|auf)|(?:noch ?mal|nochmals|noch einmal|wieder) (?:zu[mr]?|wegen)|(?:die|der|meine[nr]?|zur) (?:ersten?|vorige[nr]?|ursprüngliche[nr]?|eigentliche[nr]?) frage|von (?:vorhin|eben|vorher|zuvor|davor|gerade|oben|anfang)|vorhin|(?:wie|wer|was) war das (?:noch ?mal|nochmals?|gleich)|back to|going back|return(?:ing)? to|(?:as for )?(?:my|the) (?:first|earlier|original) question|(?:from )?earlier|from before)(?!\p{L})/iu;

/** "Zurück zum Drucker: …", "die Nummer von vorhin": it goes back behind the last answer. What else it says, or `undefined`. */
export const backIn = (text: string): string | undefined =>
  back.test(text)
    ? text
        .replace(back, ' ')
        .replace(/^[\s,.:;–-]+/, '')
        .trim()
    : undefined;
