import { stem } from '../core/word.ts';
import type { Entry, Lexicon } from './lexicon.ts';

/** A German compound read from right to left: what it is (head) and what specialises it (modifiers). */
export type Compound = {
  readonly head: readonly Entry[];
  readonly modifiers: readonly (readonly Entry[])[];
  /** The part of the word that is not known, if any. */
  readonly unknown: string;
};

const links = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ens'];
const shortestPart = 3;
/** Longer than any word of an office: what is longer is no word, and the effort grows with the square. */
const longestWord = 45;
/** A head before which something unknown stands must be this long to be believed. */
const shortestLoneHead = 5;

/**
 * Splits a folded word into parts of the vocabulary: "fachverfahrensbetreuung" → fachverfahren + betreuung.
 * The best reading knows most letters; `correct` may repair one misspelt part.
 */
export function splitCompound(
  word: string,
  lexicon: Lexicon,
  correct: (part: string) => readonly Entry[] = () => [],
): Compound | undefined {
  if (word.length < 2 * shortestPart + 1 || word.length > longestWord || /[\d.']/.test(word))
    return undefined;
  let best: Compound | undefined;
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const front = word.slice(0, cut);
    const back = word.slice(cut);
    const modifiers = modifiersOf(front, lexicon, 2);
    let head = compoundable(back, lexicon);
    if (head.length === 0 && modifiers && back.length > 4) head = correct(stem(back));
    if (head.length === 0) continue;
    const known = modifiers ?? correctedModifier(front, correct);
    if (!known)
      head = back.length < shortestLoneHead ? [] : head.filter((entry) => entry.concept.compounds === 'open');
    head = head.filter((entry) => entry.concept.compounds !== 'none');
    if (head.length === 0) continue;
    const found: Compound = { head, modifiers: known ?? [], unknown: known ? '' : front };
    if (isBetter(found, best)) best = found;
  }
  return best ?? beginningOnly(word, lexicon);
}

const shortestBeginning = 5;
const shortestRest = 4;

/** "Bäckereikette", "Laufwerksmapping": what the word is remains unknown, but not what it has to do with. */
function beginningOnly(word: string, lexicon: Lexicon): Compound | undefined {
  for (let cut = word.length - shortestRest; cut >= shortestBeginning; cut--) {
    const entries = modifiersOf(word.slice(0, cut), lexicon, 0)?.[0]?.filter(({ concept }) =>
      isTelling(concept),
    );
    if (entries && entries.length > 0) return { head: [], modifiers: [entries], unknown: word.slice(cut) };
  }
  return undefined;
}

const isTelling = ({ compounds, weight, foreign }: Entry['concept']): boolean =>
  compounds === 'open' && weight >= 1.2 && !foreign;

function isBetter(found: Compound, best: Compound | undefined): boolean {
  if (!best) return true;
  if ((found.unknown === '') !== (best.unknown === '')) return found.unknown === '';
  // With equal knowledge the longer head wins; cuts run from left to right, so the first found stays.
  return false;
}

function correctedModifier(front: string, correct: (part: string) => readonly Entry[]) {
  const entries = front.length > 4 ? correct(stem(front)) : [];
  return entries.length > 0 ? [entries] : undefined;
}

function modifiersOf(front: string, lexicon: Lexicon, depth: number): (readonly Entry[])[] | undefined {
  for (const link of links) {
    if (!front.endsWith(link)) continue;
    const base = link ? front.slice(0, -link.length) : front;
    if (base.length < shortestPart) continue;
    const whole = compoundable(base, lexicon);
    if (whole.length > 0) return [whole];
  }
  if (depth === 0) return undefined;
  for (let cut = shortestPart; cut <= front.length - shortestPart; cut++) {
    const right = modifiersOf(front.slice(cut), lexicon, 0);
    if (!right) continue;
    const left = modifiersOf(front.slice(0, cut), lexicon, depth - 1);
    if (left) return [...left, ...right];
  }
  return undefined;
}

function compoundable(part: string, lexicon: Lexicon): readonly Entry[] {
  return (lexicon.words.get(stem(part)) ?? []).filter((entry) => !entry.exact && entry.concept.weight > 0);
}
