import { z } from 'zod';
import { AlreadyExists, type Change, type Collection, type New } from '../../core/ports/store.ts';
import type { Language, Text } from '../../core/text.ts';
import { tokenise } from '../../language/words.ts';
import type { Partner } from './partners.ts';

/** A question that the role model does not answer, counted; nobody is named. */
export const Gap = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** As first asked, without addresses, long numbers, and names after a form of address. */
  question: z.string(),
  language: z.enum(['de', 'en']),
  count: z.number(),
  /** Days, `2026-11-24`: a time of day could tell who asked. */
  first: z.string(),
  last: z.string(),
  /** Somebody asked for it to be looked at. */
  passedOn: z.boolean(),
});
export type Gap = z.infer<typeof Gap>;

const longestQuestion = 300;
/** Gaps nobody asked about for so long are deleted (data minimisation). */
export const keptDays = 365;

/** How often there was no answer on a topic. No words, no names, no time of day. */
export const GapCount = z.strictObject({
  /** `not-regulated`, `not-understood`, `partner:personalrat` */
  id: z.string(),
  version: z.number(),
  count: z.number(),
  last: z.string(),
});
export type GapCount = z.infer<typeof GapCount>;

/** Counts a question without an answer. @param day `2026-11-24` */
export async function countGap(counts: Collection<GapCount>, topic: string, day: string): Promise<void> {
  try {
    if (!(await counts.get(topic))) return void (await counts.add({ id: topic, count: 1, last: day }));
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  await counts.change(topic, (known) => ({ doc: { ...known, count: known.count + 1, last: day } }));
}

/** What a topic is called on the list. */
export function topicName(id: string, partners: readonly Partner[]): Text {
  const partner = partners.find((known) => `partner:${known.id}` === id);
  return partner?.name ?? (id === 'not-understood' ? notUnderstood : notRegulated);
}

const notRegulated: Text = { de: 'Regelt das Rollenmodell nicht', en: 'Not covered by the role model' };
const notUnderstood: Text = { de: 'Nicht verstanden', en: 'Not understood' };

/** What makes two questions the same: their words, however they are spelt. */
export const gapKey = (text: string): string =>
  tokenise(text)
    .map((token) => token.key)
    .join(' ');

export function newGap(id: string, text: string, language: Language, day: string): New<Gap> {
  return {
    id,
    question: withoutPersonalData(text),
    language,
    count: 1,
    first: day,
    last: day,
    passedOn: false,
  };
}

export const askedAgain = (gap: Gap, day: string): Change<Gap> => ({
  doc: { ...gap, count: gap.count + 1, last: day },
});

/** Passing on twice changes nothing. */
export const passedOn = (gap: Gap): Change<Gap> | undefined =>
  gap.passedOn ? undefined : { doc: { ...gap, passedOn: true } };

/** Letters of a name: "Muster-Beispiel", "O'Neill". */
const letters = String.raw`\p{L}[\p{L}'’-]*`;
const secondName = String.raw`(?:\s+(?=\p{Lu})${letters})?`;
const title = String.raw`(?<!\p{L})([Hh]errn?|[Ff]rau|Mrs?\.?|Ms\.?|[Dd]r\.|[Pp]rof\.)`;
const between = String.raw`(?:\s+(?:[Dd]r\.|[Pp]rof\.|von|van|de|der|zu))*\s+`;
/** "Gibt es eine Frau im Stadtvorstand?" names nobody. */
const noName = String.raw`(?!(?:über|unter|im|in|am|an|auf|aus|bei|für|mit|ohne|und|oder|die|das|den|dem|ein|eine|ist|hat|kann|will|soll)(?!\p{L}))`;
const titled = new RegExp(`${title}${between}${noName}${letters}${secondName}`, 'gu');
const mention = new RegExp(String.raw`(?<!\S)@${letters}${secondName}`, 'gu');

/** Removes what may point to a person: addresses, long numbers, mentions, names after a form of address. */
export function withoutPersonalData(text: string): string {
  return text
    .replace(/\S+@\S+/g, '…')
    .replace(/\+?\d[\d ./()-]{5,}\d/g, '…')
    .replace(titled, '$1 …')
    .replace(mention, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestQuestion)
    .toWellFormed();
}

/** Passed on first, then the most frequent, then the latest. */
export const byUrgency = (a: Gap, b: Gap): number =>
  Number(b.passedOn) - Number(a.passedOn) ||
  b.count - a.count ||
  b.last.localeCompare(a.last) ||
  a.id.localeCompare(b.id);
