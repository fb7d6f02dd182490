import type { Language } from '../core/text.ts';
import type { Concept, Entry, Lexicon } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import type { Token } from './words.ts';

/** How a word was recognised; anything but `exact` counts a little less. */
export type How = 'exact' | 'compound' | 'modifier' | 'beginning' | 'guess' | 'typo' | 'derived';

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

/** A token whose typing error, if any, is repaired. */
export type Word = Token & { readonly typo: boolean };

/** What reading a text needs at every word. */
export type Context = {
  readonly words: readonly Word[];
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly spell: Speller;
};

const certainty: Record<How, number> = {
  exact: 1,
  compound: 0.95,
  modifier: 0.8,
  beginning: 0.6,
  guess: 0.85,
  typo: 0.85,
  derived: 1,
};

/** A concept at a place of the text, weighted by how sure its recognition is. */
export function toHit(entry: Entry, how: How, from: number, to: number, text: string, part = ''): Hit {
  const weight = entry.concept.weight * certainty[how];
  return { concept: entry.concept, weight, how, text, span: `${from}${part}`, from, to };
}
