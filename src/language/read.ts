import type { Language } from '../core/text.ts';
import { stem } from '../core/word.ts';
import { splitCompound } from './compound.ts';
import { type Context, type Hit, toHit, type Word } from './hit.ts';
import { type KnownWords, knowsWord } from './known-words.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { readPhrases } from './phrases.ts';
import type { Speller } from './spelling.ts';
import { type Token, tokenise } from './words.ts';

export type { Hit, How } from './hit.ts';

/** A text as concepts. `unknown` are content words that mean nothing to the vocabulary. */
export type Reading = {
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** The stems after spoken forms and typing errors were repaired, word by word. */
  readonly meant: readonly string[];
  readonly hits: readonly Hit[];
  readonly unknown: readonly string[];
};

/** Reads a text: typing errors first, then phrases, words, compounds and compounds written apart. */
export function read(
  text: string,
  language: Language,
  lexicon: Lexicon,
  spell: Speller,
  known?: KnownWords,
): Reading {
  const tokens = tokenise(text);
  const words = tokens.map((token) =>
    repaired(token, lexicon, spell, (word) => known !== undefined && knowsWord(known, word, language)),
  );
  const context: Context = { words, language, lexicon, spell };
  const hits: Hit[] = [];
  const hidden = new Set<number>();
  for (const at of words.keys()) readPhrases(at, context, hits, hidden);
  const unknown: string[] = [];
  const inPhrase = new Set<number>();
  const inPhraseWithNext = new Set<number>();
  const cover = ({ from, to }: Hit): void => {
    for (let place = from; place <= to; place++) inPhrase.add(place);
    for (let place = from; place < to; place++) inPhraseWithNext.add(place);
  };
  for (const hit of hits) cover(hit);
  for (const [at, word] of words.entries()) {
    if (hidden.has(at)) continue;
    const found = readWord(at, context, !inPhraseWithNext.has(at));
    if (found.some((hit) => hit.to > at)) hidden.add(at + 1);
    for (const hit of found) cover(hit);
    hits.push(...found);
    if (found.length === 0 && !inPhrase.has(at) && word.key.length > 2) unknown.push(word.text);
  }
  return { language, tokens, meant: words.map((word) => word.stem), hits: derive(hits, lexicon), unknown };
}

function repaired(written: Token, lexicon: Lexicon, spell: Speller, isWord: (word: string) => boolean): Word {
  const meant = lexicon.spoken.get(written.key);
  const token = meant === undefined ? written : { ...written, key: meant, stem: stem(meant) };
  // A word of the language is no slip of another: "Praktikanten" are not practicable.
  if (isKnown(token, lexicon) || isWord(token.key)) return { ...token, typo: false };
  const better = spell(token.stem) ?? (token.key === token.stem ? undefined : spell(token.key));
  const stands =
    better === undefined || (!isRoleName(better, lexicon) && splitCompound(token.key, lexicon) !== undefined);
  return stands ? { ...token, typo: false } : { ...token, stem: better, typo: true };
}

const shortestRoleName = 9;

/** A slip in a long role name ("Digitallotze") is likelier than a compound that nobody uses. */
const isRoleName = (stemmed: string, lexicon: Lexicon): boolean =>
  stemmed.length >= shortestRoleName &&
  (lexicon.words.get(stemmed) ?? []).some(({ concept }) => concept.id.startsWith('r:'));

const isKnown = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.parts.has(token.stem) || (token.key.endsWith('er') && lexicon.words.has(withoutEr(token)));

const withoutEr = (token: Token): string => stem(token.key.slice(0, -2));

function readWord(at: number, context: Context, mayJoin: boolean): readonly Hit[] {
  const word = context.words[at] as Word;
  const joined = mayJoin ? joinedWithNext(word, at, context) : [];
  if (joined.length > 0) return joined;
  const known = entriesFor(word, context);
  if (known.length > 0)
    return known.map((entry) => toHit(entry, word.typo ? 'typo' : 'exact', at, at, word.text));
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

const shortestRepairedJoin = 14;

/** "Fach Verfahren", "Digitalisierungs-Büro": a compound written as two words, perhaps with a typing error. */
function joinedWithNext(
  word: Word,
  at: number,
  { words, lexicon, language, spell }: Context,
): readonly Hit[] {
  const next = words[at + 1];
  const shortest = word.tied ? 2 : 4;
  if (!next || next.clause !== word.clause || word.key.length < shortest || next.key.length < shortest)
    return [];
  const joined = stem(word.key + next.key);
  const direct = usable(lexicon.words.get(joined), language);
  const text = `${word.text} ${next.text}`;
  if (direct.length > 0) return direct.map((entry) => toHit(entry, 'compound', at, at + 1, text));
  const doubtful = word.typo || next.typo || !lexicon.parts.has(word.stem) || !lexicon.parts.has(next.stem);
  if (!doubtful || joined.length < shortestRepairedJoin) return [];
  const meant = spell(joined);
  return usable(meant === undefined ? [] : lexicon.words.get(meant), language)
    .filter((entry) => !entry.concept.foreign && entry.concept.weight > 0)
    .map((entry) => toHit(entry, 'typo', at, at + 1, text));
}

function readMisspeltCompound(word: Word, at: number, { lexicon, spell, language }: Context): readonly Hit[] {
  if (word.key.length < 9) return [];
  return readCompound(word, at, lexicon, (part) => {
    const better = spell(part);
    if (better === undefined) return [];
    return usable(lexicon.words.get(better), language).filter(
      (entry) => entry.concept.weight > 0 && !entry.concept.foreign,
    );
  });
}

function readCompound(
  word: Word,
  at: number,
  lexicon: Lexicon,
  correct?: (part: string) => readonly Entry[],
): readonly Hit[] {
  const compound = splitCompound(word.key, lexicon, correct);
  if (!compound) return [];
  const how = correct ? 'typo' : 'compound';
  const modifierHow = correct ? 'typo' : compound.head.length > 0 ? 'modifier' : 'beginning';
  const foreignHead = compound.head.some((entry) => entry.concept.foreign);
  return [
    ...compound.head.map((entry) => toHit(entry, compound.unknown ? 'guess' : how, at, at, word.text, 'h')),
    ...compound.modifiers.flatMap((part, index) =>
      part
        .filter((entry) => foreignHead || !entry.concept.foreign)
        .map((entry) => toHit(entry, modifierHow, at, at, word.text, `m${index}`)),
    ),
  ];
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
      result.push({
        concept,
        weight: concept.weight,
        how: 'derived',
        text,
        span: left.span,
        from: left.from,
        to: right.to,
      });
    }
  }
  return result;
}

const follows = (hit: Hit, left: Hit): boolean =>
  hit.span !== left.span && hit.from >= left.from && hit.from - left.to <= 1;
