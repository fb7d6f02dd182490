import { isTyped } from '../../../core/command.ts';
import type { RequestType } from '../types/model.ts';

/**
 * Whether a sentence wants something to be got or done ("Ich brauche einen Laptop"), as against a question who is
 * responsible. Only sentences count that say so; whoever asks, or needs help or a contact, gets an answer instead.
 */
export function isWish(text: string): boolean {
  const plain = text.normalize('NFC').toLowerCase().replace(/[’`]/g, "'");
  if (plain.includes('?') || asks.test(plain) || wantsAnswer.test(plain)) return false;
  return wants.test(plain);
}

const word = (...words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'u');

/** Words that make a sentence a question, also without a question mark. */
const asks = word(
  'wer',
  'wen',
  'wem',
  'wessen',
  'wo',
  'wohin',
  'woher',
  'wie',
  'was',
  'wann',
  'warum',
  'welche[rsnm]?',
  'ob',
  'zuständig\\w*',
  'zustaendig\\w*',
  'ansprechpartner\\w*',
  'ansprechstelle',
  'who',
  'whom',
  'whose',
  'where',
  'how',
  'what',
  'when',
  'why',
  'which',
  'whether',
  'responsible',
  'in charge',
);

/** Help, advice and contacts are answered, not applied for. */
const wantsAnswer = word(
  'hilfe',
  'help',
  'auskunft',
  'information\\w*',
  'info',
  'rat',
  'beratung',
  'kontakt',
  'mentor\\w*',
  'unterstützung',
  'advice',
  'contact',
  'support',
  'somebody',
  'someone',
  'jemand\\w*',
  'wissen',
  'know',
);

const wants = word(
  '(?:ich|wir|unser amt|mein amt|unsere abteilung)[^.!]*(?:brauchen?|braucht|benötigen?|benötigt|benoetigen?|hätten? gerne?|haetten? gerne?|möchten?|moechten?|wollen|will|wünschen?|beantragen?)',
  '(?:brauchen?|benötigen?|benoetigen?|möchten?|moechten?|beantragen?) (?:ich|wir)',
  'bitte[^.!]*(?:bestellen|beschaffen|besorgen|bereitstellen|einrichten|kaufen)',
  'antrag (?:auf|für|fuer|zur|zum)',
  "(?:i|we|our office|my office|our team)[^.!]*(?:need|needs|require|requires|want|wants|would like|'d like)",
  '(?:please )(?:order|buy|get|provide|procure|set up)',
  '(?:apply for|request for|requesting)',
);

/**
 * The form that a wish needs: that of the thing it names, whatever the answering role would do with it; else the one
 * that usually follows the answer. `undefined` when there is none.
 */
export function typeFor(
  { text, type }: { readonly text: string; readonly type: string },
  types: readonly RequestType[],
): string | undefined {
  const known = types.find(({ id }) => id === type);
  // Something that is broken is not bought anew because its name is one of the things that can be bought.
  if (!known || known.route.every(({ duty }) => duty === 'do')) return known?.id;
  const named = types.find(({ words }) =>
    words.some((thing) => word(`${thing.toLowerCase()}\\p{L}{0,2}`).test(text.toLowerCase())),
  );
  return (named ?? known).id;
}

/** The type whose own title somebody typed: "Störung melden". */
export const typeTitled = (text: string, types: readonly RequestType[]): string | undefined =>
  types.find(({ name }) => isTyped(text, [name.de, name.en]))?.id;

/** What can be bought or granted alike: which of the two it is follows from the thing, not from the verb. */
const byThing = new Set(['workplace', 'procurement']);

/** The type of a wish that was understood; `undefined` when there is no such form. */
export const wishedType = (
  wish: { readonly text: string; readonly type: string },
  types: readonly RequestType[],
): string | undefined =>
  byThing.has(wish.type) ? typeFor(wish, types) : types.find(({ id }) => id === wish.type)?.id;
