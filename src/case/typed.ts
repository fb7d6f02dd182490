import { moodOf, withoutReason } from '../core/mood.ts';
import type { Order } from '../core/order.ts';
import type { Language } from '../core/text.ts';
import type { AnyAct, CaseType, Data, Opening, Typed } from './case-type.ts';
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
  /** What follows stands behind a comma or a dash: a clause of its own. */
  readonly isClause: boolean;
};

/** A verb, and what follows it after a colon, a comma or a blank. @param words alternatives as in a pattern */
export const verbOf = (words: string): RegExp =>
  new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])[.!?]*(?:[\\s:,–-]+(?<rest>.+))?$`, 'isu');

const trimmed = (rest: string | undefined): string => rest?.trim().replace(/^[.!?\s]+$/, '') ?? '';

/** Which act the words begin; the first that takes them. @param part number of a part of the case that they are about */
export function begunAct<D extends CaseDocument, C extends World>(
  acts: readonly AnyAct<D, C>[],
  words: string,
  part?: string,
): Begun<D, C> | undefined {
  for (const act of acts)
    for (const typed of act.typed) {
      if ((typed.ofPart === true) !== (part !== undefined)) continue;
      const begun = begunBy(act, typed, words, part ?? '');
      if (begun) return begun;
    }
  return undefined;
}

function begunBy<D extends CaseDocument, C extends World>(
  act: AnyAct<D, C>,
  typed: Typed<D, C>,
  words: string,
  part: string,
): Begun<D, C> | undefined {
  if ('claims' in typed)
    return typed.claims(words)
      ? {
          act,
          language: typed.language?.(words),
          read: (doc, context) => typed.read(words, doc, context, part),
          follows: '',
          isClause: false,
        }
      : undefined;
  for (const language of ['de', 'en'] as const) {
    const found = verbOf(typed[language]).exec(words);
    if (!found) continue;
    const rest = trimmed(found.groups?.rest);
    const read = async (doc: D, context: C): Promise<Data | undefined> => {
      const said = typed.read ? await typed.read(rest, doc, context, part) : restOf(typed.rest, rest);
      return said && { ...typed.means, ...said };
    };
    const begins = words.slice(0, words.length - rest.length);
    const follows = /[:]/.test(begins) ? '' : withoutReason(rest);
    return { act, language, read, follows, isClause: /[,–-]\s*$/.test(begins) };
  }
  return undefined;
}

const restOf = (field: string | undefined, rest: string): Data | undefined =>
  field ? (rest ? { [field]: rest } : {}) : rest ? undefined : {};

/** Which form the words open, and what they say for it. */
export const begunOpening = (
  openings: readonly Opening[],
  words: string,
): { readonly opening: Opening; readonly language: Language; readonly data: Data } | undefined => {
  const bare = words.replace(/[\s.!?]+$/, '');
  for (const opening of openings)
    for (const language of ['de', 'en'] as const) {
      const data = restOf(opening.rest, trimmed(verbOf(opening[language]).exec(bare)?.groups?.rest));
      if (data && verbOf(opening[language]).test(bare)) return { opening, language, data };
    }
  return undefined;
};

/** What an order begins, those words with the courtesy first: "Sitzung absagen" before "absagen". */
export function begunIn<D extends CaseDocument, C extends World>(
  { acts, openings = [] }: Pick<CaseType<D, C>, 'acts' | 'openings'>,
  { written, words, part }: Pick<Order, 'written' | 'words' | 'part'>,
) {
  for (const said of new Set([written, words])) {
    const opening = part ? undefined : begunOpening(openings, said);
    const begun = opening ? undefined : begunAct(acts, said, part);
    if (opening || begun) return { opening, begun, said };
  }
  return {};
}

/** Whether typed words order the act. Words of the act itself may negate ("nicht befangen"), what follows may not. */
export function isOrdered<D extends CaseDocument, C extends World>(
  words: string,
  { act, follows, isClause }: Begun<D, C>,
): boolean {
  if (act.asks) return true;
  if (moodOf(withoutReason(words)) === 'question') return false;
  const mood = moodOf(follows);
  if (mood !== 'negation' || !act.reasons) return mood === 'statement';
  // "absagen, ich kann nicht" gives a reason; "absagen kann ich nicht" and "absagen, aber noch nicht" take it back.
  const [first = ''] = isClause ? [] : follows.split(/[,;.–]/);
  return !takenBack.test(follows) && moodOf(first) === 'statement';
}

const takenBack =
  /^(?:(?:aber|doch|bitte|jetzt|noch|but|please|just)\s+)*(?:nicht|nie|niemals|not|never|don't|do not)(?=[\s,.!;]|$)/iu;
