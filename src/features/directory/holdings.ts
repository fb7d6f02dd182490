import type { Holding } from '../../case/holding.ts';
import type { Text } from '../../core/text.ts';
import { keptDays } from './gaps.ts';

export const gapCollection = 'gaps';
export const gapCountCollection = 'gap-counts';
export const feedbackCollection = 'feedback';

const kept: Text = {
  de: `${keptDays} Tage nach dem letzten Mal; das prüft Lotse täglich.`,
  en: `${keptDays} days after the last time; Lotse looks every day.`,
};

/** What is kept of questions. Nobody stands in it, on purpose; it cannot be found or erased by person. */
export const directoryHoldings: readonly Holding[] = [
  {
    collection: gapCollection,
    noun: { de: 'Offene Frage', en: 'Open question' },
    people: [],
    kept,
    onErase: 'keep',
  },
  {
    collection: gapCountCollection,
    noun: { de: 'Zählung offener Fragen', en: 'Count of open questions' },
    people: [],
    kept,
    onErase: 'keep',
  },
  {
    collection: feedbackCollection,
    noun: { de: 'Rückmeldung zu einer Antwort', en: 'Feedback about an answer' },
    people: [],
    kept,
    onErase: 'keep',
  },
];
