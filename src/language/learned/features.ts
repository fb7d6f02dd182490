import type { Language } from '../../core/text.ts';
import { withoutCourtesy } from '../courtesy.ts';
import type { Hit } from '../hit.ts';
import type { Token } from '../words.ts';

/** What the learned opinion looks at: a text as words and as concepts. */
export type Seen = {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** The repaired stems. */
  readonly meant: readonly string[];
  readonly hits: readonly Hit[];
};

/** Places in the table of weights, with how much each says here. Every place once. */
export type Features = { readonly places: Uint32Array; readonly values: Float64Array };

/** Bits of the table: 2^17 places. Two features that meet there share their weights. */
export const placeBits = 17;

/** Changes whenever the same text would give other features: weights of another version are not used. */
export const featureVersion = 3;

/** A sentence longer than this says no more. */
const mostWords = 60;
const longestWord = 24;

/** How much a group of features weighs as a whole, however many there are. */
const groupWeight = { word: 1.3, pair: 0.9, part: 1.2, concept: 1.2, both: 0.5, shape: 0.5 };

/**
 * Words, pairs of words, parts of words of three to five letters, concepts, pairs of concepts, and the shape. Each has a name
 * (`w drucker`, `n dru`), of which only its number is ever made: there are hundreds of them in a sentence.
 */
export function featuresOf(seen: Seen): Features {
  const seenPlaces: number[] = [];
  const add = (group: ReadonlySet<number>, weight: number): void => {
    const each = weight / Math.sqrt(group.size || 1);
    for (const name of group) {
      const place = placeOf(name);
      if (sums[place] === 0) seenPlaces.push(place);
      sums[place] = (sums[place] as number) + each;
    }
  };
  const said = withoutCourtesy(seen.tokens).slice(0, mostWords);
  const tokens = said.map((at) => seen.tokens[at] as Token);
  const keys = tokens.map(({ key }) => shaped(key));
  const stems = said.map((at) => shaped(seen.meant[at] ?? ''));
  const words = new Set<number>();
  for (const stem of stems) words.add(hash(stem, start.word));
  for (const key of keys) words.add(hash(key, start.key));
  add(words, groupWeight.word);
  const pairs = new Set<number>();
  for (let at = 0; at <= stems.length; at++)
    pairs.add(hash(stems[at] ?? '$', hash(' ', hash(at === 0 ? '^' : (stems[at - 1] ?? ''), start.pair))));
  add(pairs, groupWeight.pair);
  const parts = new Set<number>();
  for (const key of keys) addParts(parts, key);
  add(parts, groupWeight.part);
  const kinds = [...new Set(seen.hits.flatMap(({ concept }) => kindsOf(concept.kinds)))];
  add(new Set(kinds.map((kind) => hash(kind, start.concept))), groupWeight.concept);
  const both = new Set<number>();
  for (const [at, a] of kinds.entries())
    for (const b of kinds.slice(at + 1))
      both.add(a < b ? hash(b, hash(' ', hash(a, start.both))) : hash(a, hash(' ', hash(b, start.both))));
  add(both, groupWeight.both);
  add(new Set(shapeOf({ ...seen, tokens }, keys).map((name) => hash(name))), groupWeight.shape);
  const places = Uint32Array.from(seenPlaces).sort();
  const values = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    values[at] = sums[place] as number;
    sums[place] = 0;
  }
  return { places, values };
}

/** What adds up while a text is looked at; all zeros between two texts. Nothing waits in between. */
const sums = new Float64Array(1 << placeBits);

/** Names of the directory count as what they are, not as which: what is learned holds for every city. */
const kindsOf = (kinds: readonly string[]): readonly string[] =>
  kinds.filter((kind) => !kind.startsWith('app:') && !kind.startsWith('unit:'));

const shaped = (word: string): string => word.slice(0, longestWord).replace(/\d/g, '0');

function addParts(parts: Set<number>, key: string): void {
  const word = `<${key}>`;
  for (let from = 0; from + 3 <= word.length; from++) {
    let number = start.part;
    for (let size = 1; size <= 5 && from + size <= word.length; size++) {
      number = next(number, word.charCodeAt(from + size - 1));
      if (size >= 3) parts.add(number);
    }
  }
}

function shapeOf({ text, language, tokens }: Seen, keys: readonly string[]): readonly string[] {
  const count = tokens.length;
  const size = count <= 1 ? '1' : count <= 3 ? '3' : count <= 6 ? '6' : count <= 12 ? '12' : 'long';
  return [
    's bias',
    `s ${language}`,
    `s size ${size}`,
    ...(text.includes('?') ? ['s ?'] : []),
    ...(text.includes('!') ? ['s !'] : []),
    `s first ${keys[0] ?? ''}`,
    `s last ${keys.at(-1) ?? ''}`,
  ];
}

/** FNV-1a of a text, going on from that of what stands before it. */
function hash(text: string, before = 0x811c9dc5 | 0): number {
  let value = before;
  for (let at = 0; at < text.length; at++) value = next(value, text.charCodeAt(at));
  return value;
}

const next = (value: number, code: number): number => Math.imul(value ^ code, 0x01000193);

/** What the names of each group begin with. */
const start = {
  word: hash('w '),
  key: hash('k '),
  pair: hash('p '),
  part: hash('n '),
  concept: hash('c '),
  both: hash('b '),
};

/** A last mixing, folded to the size of the table. */
function placeOf(name: number): number {
  let value = name ^ (name >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return (value >>> 0) & ((1 << placeBits) - 1);
}
