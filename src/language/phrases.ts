import { type Context, type Hit, toHit, type Word } from './hit.ts';
import type { Entry } from './lexicon.ts';

const widestGap = 5;
/** "bereitet … vor": the end of a separable verb may stand as far away as the clause is long. */
const widestVerbGap = 10;
const particles = new Set(
  'ab an auf aus bei bereit ein fest frei mit nach um vor voran weiter zu zuruck zusammen'.split(' '),
);
/** A phrase this telling hides its single words: "smart city" is not also "city", "building permit" no permit. */
const hidesFrom = 2;
const hidesItsWords = ({ concept, gap }: Entry): boolean =>
  concept.weight >= hidesFrom || concept.foreign || (!gap && concept.hides);

/** Finds the entries of several words that begin at a word; what they say alone is then hidden. */
export function readPhrases(at: number, context: Context, hits: Hit[], hidden: Set<number>): void {
  const { words, language, lexicon } = context;
  if (hidden.has(at)) return;
  let longest = 0;
  for (const entry of lexicon.phrases.get(words[at]?.stem as string) ?? []) {
    if (entry.language && entry.language !== language) continue;
    if (!entry.gap && entry.stems.length < longest) break;
    const places = placesOf(entry, at, words);
    if (!places) continue;
    if (!entry.gap) longest = entry.stems.length;
    const text = places.map((place) => words[place]?.text).join(' ');
    const how = places.some((place) => words[place]?.typo) ? 'typo' : 'exact';
    hits.push(toHit(entry, how, at, places.at(-1) as number, text));
    if (hidesItsWords(entry)) for (const place of places) hidden.add(place);
  }
}

function placesOf(entry: Entry, at: number, words: readonly Word[]): readonly number[] | undefined {
  const places = [at];
  for (const wanted of entry.stems.slice(1)) {
    const from = (places.at(-1) as number) + 1;
    const separable = entry.gap && particles.has(wanted);
    const reach = entry.gap ? (separable ? widestVerbGap : widestGap) + 1 : 1;
    const clause = words[at]?.clause;
    const end = Math.min(from + reach, words.length);
    let next = from;
    while (next < end && !(words[next]?.stem === wanted && (!separable || words[next]?.clause === clause)))
      next++;
    if (next === end) return undefined;
    places.push(next);
  }
  return places;
}
