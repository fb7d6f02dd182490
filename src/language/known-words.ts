import type { Language } from '../core/text.ts';
import { fold, stem } from '../core/word.ts';

/**
 * Whether a word is one of the language that somebody writes in, whatever it means: then it is written as it is meant, and no
 * slip of another. A Bloom filter over folded stems: it never misses a word that was put in, and takes one in a hundred
 * strange ones for known.
 */
export type KnownWords = Readonly<Record<Language, Uint8Array>>;

/** Shorter words are corrected by no one, longer ones are compounds. */
const shortest = 4;
const longest = 13;
const probes = 6;
const bitsPerWord = 9.6;

/** The form under which a word is kept; `undefined` when it is too short or too long to be asked about. */
const keyOf = (word: string): string | undefined => {
  const key = stem(fold(word));
  return key.length >= shortest && key.length <= longest && /^\p{Ll}+$/u.test(key) ? key : undefined;
};

export const knowsWord = (known: KnownWords, word: string, language: Language): boolean => {
  const bits = known[language];
  const key = keyOf(word);
  return (
    key !== undefined &&
    placesOf(key, bits.length * 8).every((at) => ((bits[at >> 3] as number) >> (at & 7)) & 1)
  );
};

/** Makes the filter of a language's words; the same list gives the same bytes. */
export function filterOf(words: Iterable<string>): Uint8Array {
  const keys = new Set<string>();
  for (const word of words) {
    const key = keyOf(word);
    if (key !== undefined) keys.add(key);
  }
  const bits = new Uint8Array(Math.max(8, Math.ceil((keys.size * bitsPerWord) / 8)));
  for (const key of keys)
    for (const at of placesOf(key, bits.length * 8))
      bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
  return bits;
}

function placesOf(key: string, size: number): readonly number[] {
  const one = hash(key, 0x811c9dc5);
  const other = hash(key, 0x01234567) | 1;
  return Array.from({ length: probes }, (_, n) => ((one + Math.imul(n, other)) >>> 0) % size);
}

function hash(key: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
