import { moodOf, withoutReason } from '../core/mood.ts';
import type { Language } from '../core/text.ts';
import type { AnyAct, Data, Opening, Typed } from './case-type.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/** An act that typed words begin. */
export type Begun<D extends CaseDocument, C extends World> = {
  readonly act: AnyAct<D, C>;
  readonly language?: Language | undefined;
  /** Reads the input from the words. `undefined` when something follows that the act cannot carry. */
  readonly read: (doc: D, context: C) => Data | undefined | Promise<Data | undefined>;
  /** What follows the words of the act, a reason after a colon apart. */
  readonly follows: string;
};

/** A verb, and what follows it after a colon, a comma or a blank. @param words alternatives as in a pattern */
export const verbOf = (words: string): RegExp =>
  new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])[.!?]*(?:[\\s:,–-]+(?<rest>.+))?$`, 'isu');

const trimmed = (rest: string | undefined): string => rest?.trim().replace(/^[.!?\s]+$/, '') ?? '';

/** Which act the words begin; the first that takes them. */
export function begunAct<D extends CaseDocument, C extends World>(
  acts: readonly AnyAct<D, C>[],
  words: string,
): Begun<D, C> | undefined {
  for (const act of acts)
    for (const typed of act.typed) {
      const begun = begunBy(act, typed, words);
      if (begun) return begun;
    }
  return undefined;
}

function begunBy<D extends CaseDocument, C extends World>(
  act: AnyAct<D, C>,
  typed: Typed<D, C>,
  words: string,
): Begun<D, C> | undefined {
  if ('claims' in typed)
    return typed.claims(words)
      ? {
          act,
          language: typed.language?.(words),
          read: (doc, context) => typed.read(words, doc, context),
          follows: '',
        }
      : undefined;
  for (const language of ['de', 'en'] as const) {
    const found = verbOf(typed[language]).exec(words);
    if (!found) continue;
    const rest = trimmed(found.groups?.rest);
    const read = async (doc: D, context: C): Promise<Data | undefined> => {
      const said = typed.read ? await typed.read(rest, doc, context) : restOf(typed.rest, rest);
      return said && { ...typed.means, ...said };
    };
    const follows = /[:]/.test(words.slice(0, words.length - rest.length)) ? '' : withoutReason(rest);
    return { act, language, read, follows };
  }
  return undefined;
}

const restOf = (field: string | undefined, rest: string): Data | undefined =>
  field ? (rest ? { [field]: rest } : {}) : rest ? undefined : {};

/** Which form the words open. */
export const begunOpening = (
  openings: readonly Opening[],
  words: string,
): { readonly opening: Opening; readonly language: Language } | undefined => {
  const bare = words.replace(/[\s.!?]+$/, '');
  for (const opening of openings)
    for (const language of ['de', 'en'] as const)
      if (new RegExp(`^(?:${opening[language]})$`, 'isu').test(bare)) return { opening, language };
  return undefined;
};

/** Whether typed words order the act. Words of the act itself may negate ("nicht befangen"), what follows may not. */
export function isOrdered<D extends CaseDocument, C extends World>(
  words: string,
  { act, follows }: Begun<D, C>,
): boolean {
  if (act.asks) return true;
  return moodOf(withoutReason(words)) !== 'question' && moodOf(follows) === 'statement';
}
