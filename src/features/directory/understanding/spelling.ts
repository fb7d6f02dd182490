import { sound } from './words.ts';

/** Finds the known word that a misspelt one stands for. */
export type Speller = (stem: string) => string | undefined;

const shortest = 4;

/**
 * Prepares correction of typing errors against a vocabulary of stems. Words that sound alike come first, then
 * those one edit away (two in longer words), found through shared one-letter deletions, so that the effort does
 * not grow with the vocabulary. The first letter must be right.
 */
export function createSpeller(stems: Iterable<string>): Speller {
  const bySound = new Map<string, string>();
  const byDeletion = new Map<string, Set<string>>();
  for (const stem of stems) {
    if (stem.length < shortest || /\d/.test(stem)) continue;
    const heard = sound(stem);
    if (!bySound.has(heard)) bySound.set(heard, stem);
    for (const key of deletions(heard)) {
      const set = byDeletion.get(key);
      if (set) set.add(heard);
      else byDeletion.set(key, new Set([heard]));
    }
  }
  return (stem) => {
    if (stem.length < shortest || /\d/.test(stem)) return undefined;
    const heard = sound(stem);
    const same = bySound.get(heard);
    if (same !== undefined && (stem.length > shortest || sameLetters(stem, same))) return same;
    const near = nearest(heard, byDeletion);
    return near === undefined ? undefined : bySound.get(near);
  };
}

function nearest(heard: string, byDeletion: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const allowed = heard.length < 4 ? 0 : heard.length < 9 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const key of deletions(heard)) {
    for (const candidate of byDeletion.get(key) ?? []) {
      if (candidate[0] !== heard[0] || (heard.length < 5 && !sameLetters(heard, candidate))) continue;
      const distance = editDistance(heard, candidate);
      if (distance < bestDistance || (distance === bestDistance && best !== undefined && candidate < best)) {
        best = candidate;
        bestDistance = distance;
      }
    }
  }
  return bestDistance <= allowed ? best : undefined;
}

/** In very short words only swapped letters count as a typing error: KRGZ is KGRZ, but Haus is not Maus. */
const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

function deletions(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}

/** Edit distance with neighbouring letters swapped counting once (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] as number) + 1);
      }
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
