import type { Language } from '../../../core/text.ts';
import { splitCompound } from './compound.ts';
import type { Concept, Entry, Lexicon } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import { stem, type Token, tokenise } from './words.ts';

/** How a word was recognised; anything but `exact` counts a little less. */
export type How = 'exact' | 'compound' | 'modifier' | 'guess' | 'typo' | 'derived';

/** A concept found in a text. */
export type Hit = {
  readonly concept: Concept;
  /** Weight of the concept, less what recognition cost. */
  readonly weight: number;
  readonly how: How;
  /** The words that said it. */
  readonly text: string;
  /** Position: parts of one compound get different spans, so that they count as different words. */
  readonly span: string;
  readonly from: number;
  readonly to: number;
};

/** A text as concepts. `unknown` are content words that mean nothing to the vocabulary. */
export type Reading = {
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly hits: readonly Hit[];
  readonly unknown: readonly string[];
};

const certainty: Record<How, number> = { exact: 1, compound: 0.95, modifier: 0.8, guess: 0.85, typo: 0.85, derived: 1 };
const widestGap = 5;
/** A phrase this telling hides its single words: "smart city" is not also "city". */
const hidesWords = 2;

/** A token whose typing error, if any, is repaired. */
type Word = Token & { readonly typo: boolean };
type Context = { readonly words: readonly Word[]; readonly language: Language; readonly lexicon: Lexicon; readonly spell: Speller };

/** Reads a text: typing errors first, then phrases, words, compounds and compounds written apart. */
export function read(text: string, language: Language, lexicon: Lexicon, spell: Speller): Reading {
  const tokens = tokenise(text);
  const words = tokens.map((token) => repaired(token, lexicon, spell));
  const context: Context = { words, language, lexicon, spell };
  const hits: Hit[] = [];
  const hidden = new Set<number>();
  for (const at of words.keys()) readPhrases(at, context, hits, hidden);
  const unknown: string[] = [];
  for (const [at, word] of words.entries()) {
    if (hidden.has(at)) continue;
    const found = readWord(at, context);
    hits.push(...found);
    const inPhrase = hits.some((hit) => hit.from <= at && at <= hit.to);
    if (found.length === 0 && !inPhrase && word.key.length > 2) unknown.push(word.text);
  }
  return { language, tokens, hits: derive(hits, lexicon), unknown };
}

function repaired(written: Token, lexicon: Lexicon, spell: Speller): Word {
  const meant = lexicon.spoken.get(written.key);
  const token = meant === undefined ? written : { ...written, key: meant, stem: stem(meant) };
  if (isKnown(token, lexicon) || splitCompound(token.key, lexicon)) return { ...token, typo: false };
  const better = spell(token.stem);
  return better === undefined ? { ...token, typo: false } : { ...token, stem: better, typo: true };
}

const isKnown = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.parts.has(token.stem) || (token.key.endsWith('er') && lexicon.words.has(withoutEr(token)));

const withoutEr = (token: Token): string => stem(token.key.slice(0, -2));

function readPhrases(at: number, context: Context, hits: Hit[], hidden: Set<number>): void {
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
    if (entry.concept.weight >= hidesWords || entry.concept.foreign) for (const place of places) hidden.add(place);
  }
}

function placesOf(entry: Entry, at: number, words: readonly Word[]): readonly number[] | undefined {
  const places = [at];
  for (const wanted of entry.stems.slice(1)) {
    const from = (places.at(-1) as number) + 1;
    const reach = entry.gap ? widestGap + 1 : 1;
    const step = words.slice(from, from + reach).findIndex((word) => word.stem === wanted);
    if (step < 0) return undefined;
    places.push(from + step);
  }
  return places;
}

function readWord(at: number, context: Context): readonly Hit[] {
  const word = context.words[at] as Word;
  const known = entriesFor(word, context);
  if (known.length > 0) return known.map((entry) => toHit(entry, word.typo ? 'typo' : 'exact', at, at, word.text));
  const joined = joinedWithNext(word, at, context);
  if (joined.length > 0) return joined;
  if (context.lexicon.parts.has(word.stem)) return [];
  const compound = readCompound(word, at, context.lexicon);
  return compound.length > 0 ? compound : readMisspeltCompound(word, at, context);
}

function entriesFor(word: Word, { lexicon, language }: Context): readonly Entry[] {
  const direct = (lexicon.words.get(word.stem) ?? []).filter((entry) => matches(entry, word, language));
  if (direct.length > 0 || word.typo || !word.key.endsWith('er')) return direct;
  return usable(lexicon.words.get(withoutEr(word)), language);
}

function matches(entry: Entry, word: Word, language: Language): boolean {
  if (entry.language && entry.language !== language) return false;
  if (!entry.exact) return true;
  if (/\p{Lu}/u.test(entry.exact)) return entry.exact === word.text;
  return !word.typo && tokenise(entry.exact)[0]?.key === word.key;
}

const usable = (entries: readonly Entry[] | undefined, language: Language): readonly Entry[] =>
  (entries ?? []).filter((entry) => !entry.exact && (!entry.language || entry.language === language));

/** "Fach Verfahren", "Digitalisierungs-Büro": a compound written as two words. */
function joinedWithNext(word: Word, at: number, { words, lexicon, language }: Context): readonly Hit[] {
  const next = words[at + 1];
  const shortest = word.tied ? 2 : 4;
  if (!next || word.key.length < shortest || next.key.length < shortest) return [];
  const entries = usable(lexicon.words.get(stem(word.key + next.key)), language);
  return entries.map((entry) => toHit(entry, 'compound', at, at + 1, `${word.text} ${next.text}`));
}

function readMisspeltCompound(word: Word, at: number, { lexicon, spell, language }: Context): readonly Hit[] {
  if (word.key.length < 9) return [];
  return readCompound(word, at, lexicon, (part) => {
    const better = spell(part);
    if (better === undefined) return [];
    return usable(lexicon.words.get(better), language).filter((entry) => entry.concept.weight > 0 && !entry.concept.foreign);
  });
}

function readCompound(word: Word, at: number, lexicon: Lexicon, correct?: (part: string) => readonly Entry[]): readonly Hit[] {
  const compound = splitCompound(word.key, lexicon, correct);
  if (!compound) return [];
  const how = correct ? 'typo' : 'compound';
  const foreignHead = compound.head.some((entry) => entry.concept.foreign);
  return [
    ...compound.head.map((entry) => toHit(entry, compound.unknown ? 'guess' : how, at, at, word.text, 'h')),
    ...compound.modifiers.flatMap((part, index) =>
      part
        .filter((entry) => foreignHead || !entry.concept.foreign)
        .map((entry) => toHit(entry, correct ? 'typo' : 'modifier', at, at, word.text, `m${index}`)),
    ),
  ];
}

function toHit(entry: Entry, how: How, from: number, to: number, text: string, part = ''): Hit {
  const weight = entry.concept.weight * certainty[how];
  return { concept: entry.concept, weight, how, text, span: `${from}${part}`, from, to };
}

/** Adds concepts that follow from two neighbours: a municipal matter + "software" = a specialist application. */
function derive(hits: readonly Hit[], lexicon: Lexicon): readonly Hit[] {
  const result = [...hits];
  for (const { parts, gives } of lexicon.derive) {
    const concept = lexicon.concepts.get(gives);
    if (!concept) continue;
    for (const left of hits.filter((hit) => hit.concept.kinds.includes(parts[0]))) {
      const right = hits.find((hit) => hit.concept.kinds.includes(parts[1]) && follows(hit, left));
      if (!right) continue;
      const text = left.from === right.from ? left.text : `${left.text} ${right.text}`;
      result.push({ concept, weight: concept.weight, how: 'derived', text, span: left.span, from: left.from, to: right.to });
    }
  }
  return result;
}

const follows = (hit: Hit, left: Hit): boolean => hit.span !== left.span && hit.from >= left.from && hit.from - left.to <= 1;
