import { editDistance } from './edit-distance.ts';
import { sound } from './words.ts';

/** Finds the known word that a misspelt one stands for. */
export type Speller = (stem: string) => string | undefined;

const shortest = 4;
const longest = 40;
/** From this length on two slips are believed. */
const longEnoughForTwo = 7;
const bucketLetters = 4;

/**
 * Prepares correction of typing errors against a vocabulary of stems. Words that sound alike come first, then
 * those one edit away, found through shared one-letter deletions, then in longer words those two edits away,
 * found through equal beginnings or ends: the effort does not grow with the vocabulary. Of equally near words
 * the one that comes first in `stems` is meant.
 */
export function createSpeller(stems: Iterable<string>): Speller {
  const bySound = new Map<string, string>();
  const rank = new Map<string, number>();
  const byDeletion = new Map<string, string[]>();
  const byEnds = new Map<string, string[]>();
  for (const stem of stems) {
    if (stem.length < shortest - 1 || /\d/.test(stem)) continue;
    const heard = sound(stem);
    if (bySound.has(heard)) continue;
    rank.set(heard, bySound.size);
    bySound.set(heard, stem);
    if (stem.length < shortest) continue;
    for (const key of deletions(heard)) put(byDeletion, key, heard);
    if (heard.length >= longEnoughForTwo - 1) for (const key of ends(heard)) put(byEnds, key, heard);
  }
  return (stem) => {
    if (stem.length < shortest || stem.length > longest || /\d/.test(stem)) return undefined;
    const heard = sound(stem);
    const same = bySound.get(heard);
    if (same !== undefined && (stem.length > shortest || same.length < shortest || sameLetters(stem, same)))
      return same;
    const near =
      nearest(heard, deletions(heard), byDeletion, 1, rank) ??
      (heard.length < longEnoughForTwo ? undefined : nearest(heard, ends(heard), byEnds, 2, rank));
    return near === undefined ? undefined : bySound.get(near);
  };
}

function put(index: Map<string, string[]>, key: string, heard: string): void {
  const list = index.get(key);
  if (list) list.push(heard);
  else index.set(key, [heard]);
}

function nearest(
  heard: string,
  keys: readonly string[],
  index: ReadonlyMap<string, readonly string[]>,
  allowed: number,
  rank: ReadonlyMap<string, number>,
): string | undefined {
  if (heard.length < shortest) return undefined;
  const comesFirst = (a: string, b = ''): boolean => (rank.get(a) ?? 0) < (rank.get(b) ?? 0);
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const key of keys) {
    for (const candidate of index.get(key) ?? []) {
      if (
        candidate === heard ||
        Math.abs(candidate.length - heard.length) > allowed ||
        !beginsAlike(heard, candidate)
      )
        continue;
      if (isShort(heard, candidate) && !sameLetters(heard, candidate)) continue;
      const distance = editDistance(heard, candidate);
      if (distance < bestDistance || (distance === bestDistance && comesFirst(candidate, best))) {
        best = candidate;
        bestDistance = distance;
      }
    }
  }
  return best;
}

/** The first letter is mostly right; else it was swapped, doubled or left out: "Rducker", "utlook". */
const beginsAlike = (a: string, b: string): boolean =>
  a[0] === b[0] || (a.length > 4 && (a.slice(1, 3).includes(b[0] as string) || a[0] === b[1]));

/** Four letters; or five, unless one was left out: "Sever" is a server, "gewonnen" is not "Gewan". */
const isShort = (a: string, b: string): boolean => a.length < 5 || (a.length === 5 && b.length <= 5);

/** In very short words only swapped letters count as a typing error: KRGZ is KGRZ, but Haus is not Maus. */
const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

const ends = (word: string): readonly string[] => [
  `^${word.slice(0, bucketLetters)}`,
  `${word.slice(-bucketLetters)}$`,
];

function deletions(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}
