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

/** Words, pairs of words, parts of words of three to five letters, concepts, pairs of concepts, and the shape. */
export function featuresOf(seen: Seen): Features {
  const seenPlaces: number[] = [];
  const add = (group: readonly string[], weight: number): void => {
    const each = weight / Math.sqrt(group.length || 1);
    for (const name of group) {
      const place = hash(name);
      if (sums[place] === 0) seenPlaces.push(place);
      sums[place] = (sums[place] as number) + each;
    }
  };
  const said = withoutCourtesy(seen.tokens).slice(0, mostWords);
  const tokens = said.map((at) => seen.tokens[at] as Token);
  const keys = tokens.map(({ key }) => shaped(key));
  const stems = said.map((at) => shaped(seen.meant[at] ?? ''));
  add(
    [...unique(stems.map((stem) => `w ${stem}`)), ...unique(keys.map((key) => `k ${key}`))],
    groupWeight.word,
  );
  add(unique(['^', ...stems].map((stem, at) => `p ${stem} ${stems[at] ?? '$'}`)), groupWeight.pair);
  add(unique(keys.flatMap(partsOf)), groupWeight.part);
  const concepts = unique(seen.hits.flatMap(({ concept }) => kindsOf(concept.kinds)));
  add(
    concepts.map((concept) => `c ${concept}`),
    groupWeight.concept,
  );
  add(
    concepts.flatMap((a, at) => concepts.slice(at + 1).map((b) => (a < b ? `b ${a} ${b}` : `b ${b} ${a}`))),
    groupWeight.both,
  );
  add(shapeOf({ ...seen, tokens }, keys), groupWeight.shape);
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

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function partsOf(key: string): readonly string[] {
  const word = `<${key}>`;
  const parts: string[] = [];
  for (let size = 3; size <= 5; size++)
    for (let from = 0; from + size <= word.length; from++) parts.push(`n ${word.slice(from, from + size)}`);
  return parts;
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

/** FNV-1a with a last mixing, folded to the size of the table. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    value ^= name.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return (value >>> 0) & ((1 << placeBits) - 1);
}
