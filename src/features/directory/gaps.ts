import { z } from 'zod';
import type { Change, New } from '../../core/ports/store.ts';
import type { Language } from '../../core/text.ts';
import { tokenise } from '../../language/words.ts';

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
