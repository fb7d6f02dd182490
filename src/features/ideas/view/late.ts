import { momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import type { Language } from '../../../core/text.ts';
import type { Idea } from '../idea.ts';
import { sentenceOf } from './words.ts';

/**
 * What to say to somebody whose click came too late: what happened to the state that the card was drawn for.
 * `undefined` when the click was for the present state: then it was a repetition.
 */
export function lateRemark(
  { history, visit: now }: Pick<Idea, 'history' | 'visit'>,
  visit: number | undefined,
  language: Language,
): string | undefined {
  if (visit === undefined || visit === now) return undefined;
  const since = history.findLast(
    (entry: HistoryEntry) => entry.facts?.visit === visit && entry.act !== 'scored',
  );
  if (!since) return movedOn[language];
  const when = momentIn(language, since.at);
  return language === 'de'
    ? `Inzwischen ist etwas geschehen (${when}): ${sentenceOf(since, language)}`
    : `Something has happened meanwhile (${when}): ${sentenceOf(since, language)}`;
}

const movedOn = {
  de: 'Die Idee ist inzwischen weiter. Hier sehen Sie, wo sie jetzt steht.',
  en: 'The idea has moved on meanwhile. This is where it stands now.',
};
