import { dayIn, momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, nameWithMark, quoted, shortened, type Text } from '../../../core/text.ts';

/** Words that meetings, circulations and date polls share. */

/** "Donnerstag, 10. Dezember 2026" */
export const longDay = (day: string, language: Language): string =>
  longDays[language].format(Date.parse(`${day}T12:00:00Z`));

const longDays: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }),
};

/** "Do., 10.12.2026" */
export const shortDay = (day: string, language: Language): string =>
  `${weekdays[language].format(Date.parse(`${day}T12:00:00Z`))} ${dayIn(language, day)}`;

const weekdays: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
};

/** An entry in the words of a part of the Beirat. @param acts what its acts are called @param most characters of the note */
export function entryText(
  entry: HistoryEntry,
  acts: Readonly<Record<string, Text>>,
  language: Language,
  most = 140,
): string {
  const act = (acts[entry.act] ?? { de: entry.act, en: entry.act })[language];
  const who = nameWithMark(entry.byName, entry.onBehalfOf, language);
  const name = typeof entry.facts?.name === 'string' ? ` (${entry.facts.name})` : '';
  const note = entry.note ? `: ${quoted(shortened(entry.note, most), language)}` : '';
  return `${who} ${act}${name}${note}`;
}

/** The same with its moment. */
export const entryLine = (...given: Parameters<typeof entryText>): string => {
  const [entry, , language] = given;
  return `${momentIn(language, entry.at)} · ${entryText(...given)}`;
};
