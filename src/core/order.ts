import { labelOf, type NamedCase, namedCase } from './case-number.ts';
import { type Mood, moodOf, withoutReason } from './mood.ts';

/** What somebody wrote about a numbered case. */
export type Order = Pick<NamedCase, 'id' | 'letter' | 'part'> & {
  /** The number as people read it. */
  readonly label: string;
  /** What shall be done, to be compared with the words of acts; empty when the text only names the case. */
  readonly words: string;
  /** The same with the courtesy before it, where the number stands first: "Sitzung absagen" is more than "absagen". */
  readonly written: string;
  /** Of the whole text, reasons behind a colon left out. */
  readonly mood: Mood;
};

/** Words that order nothing: courtesy, articles, what kind of case it is. Before its number also "Nr."; behind it "no" is an answer. */
const courtesyBefore = courtesyWith('|nr|nummer|no|number');
const courtesyBehind = courtesyWith('');

function courtesyWith(more: string): RegExp {
  const words =
    'hallo|hi|hey|moin|guten (?:tag|morgen)|lieber?|lotse|bitte|pls|please|kindly|ich (?:möchte|will|würde gern)|i (?:want|would like) to|mal|doch|den|die|das|dem|der|zu|zum|zur|for|the|to|antrag|vorgang|ticket|idee|sitzung|umlauf|umfrage|terminumfrage|mentoring|request|idea|meeting|poll|case';
  return new RegExp(`^(?:(?:${words}${more})[\\s,.!:]+)+`, 'iu');
}

const thanks =
  /[\s,.!–-]+(?:bitte|danke(?: schön| sehr)?|vielen dank|dankeschön|thanks|thank you|thx|please|vg|lg|mfg|viele grüße|liebe grüße|gruß)(?:[\s,.!:)]+[^?:]{0,40})?$/iu;

const thankless = (words: string): string => (/:/.test(words) ? words : words.replace(thanks, '').trim());
const bare = (words: string, courtesy: RegExp): string => thankless(`${words} `.replace(courtesy, '').trim());

/**
 * Reads what shall be done with the case that a text names, wherever the number stands: "IT-2026-3 zustimmen",
 * "Bitte IT-2026-3 zustimmen", "zustimmen IT-2026-3: geprüft". A sentence with the number in its middle says something
 * about the case and orders nothing: it shows it.
 * @returns `undefined` when the text names no case
 */
export function orderIn(text: string): Order | undefined {
  const named = namedCase(text);
  if (!named) return undefined;
  const { id, letter, part } = named;
  const label = labelOf(named) + (part ? `-${part}` : '');
  const before = bare(named.before, courtesyBefore);
  const behind = bare(named.behind, courtesyBehind);
  const mood = moodOf(withoutReason(`${before} ${behind}`));
  const reason = /^\s*[)\]"“”]*\s*:/u.test(textBehind(text, named)) ? `: ${named.behind}` : undefined;
  const words = before === '' ? behind : behind === '' || reason ? `${before}${reason ?? ''}` : '';
  const written = before === '' ? thankless(named.behind) : words;
  return { id, letter, ...(part ? { part } : {}), label, words, written, mood };
}

const textBehind = (text: string, { behind, before }: NamedCase): string => {
  const end = behind === '' ? text.length : text.lastIndexOf(behind);
  return text.slice(before.length, end).replace(/^[\s\S]*\d/u, '');
};
