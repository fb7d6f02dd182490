import type { Holding } from '../../case/holding.ts';
import { askFormCollection, bookRef, feedbackCollection } from './model.ts';

/** What is kept about mentors besides mentorings and profiles. */
export const mentorHoldings: readonly Holding[] = [
  {
    collection: bookRef.collection,
    noun: { de: 'Buch der offenen Mentorings', en: 'Book of open mentorings' },
    people: [
      { at: 'open[]', id: 'asker', as: { de: 'hat eine Anfrage offen', en: 'has an open question' } },
      { at: 'open[]', id: 'mentor', as: { de: 'ist gefragt', en: 'is asked' } },
    ],
    kept: {
      de: 'Solange das Mentoring offen ist; danach bleibt nur die letzte Nummer des Jahres.',
      en: 'As long as the mentoring is open; then only the last number of the year is left.',
    },
    // The place stays taken until the mentoring comes to its end.
    onErase: 'keep',
  },
  {
    collection: askFormCollection,
    noun: { de: 'Abgeschicktes Formular einer Anfrage', en: 'Sent form of a question' },
    people: [{ at: '', id: 'by', as: { de: 'hat es abgeschickt', en: 'sent it' } }],
    kept: { de: '30 Tage.', en: '30 days.' },
    onErase: 'remove',
  },
  {
    collection: feedbackCollection,
    noun: { de: 'Rückmeldung zu einem Mentoring', en: 'Feedback about a mentoring' },
    // Nobody stands in it, on purpose.
    people: [],
    kept: { de: 'Sechs Monate.', en: 'Six months.' },
    onErase: 'remove',
  },
];
