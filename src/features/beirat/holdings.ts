import type { Holding } from '../../case/holding.ts';
import { sentFormCollection } from './board/desk.ts';
import { remindedCollection } from './meetings/rhythm/reminding.ts';

/** What is kept about the Beirat besides its meetings, circulations and date polls. */
export const boardHoldings: readonly Holding[] = [
  {
    collection: sentFormCollection,
    noun: { de: 'Abgeschicktes Formular', en: 'Sent form' },
    people: [{ at: '', id: 'by', as: { de: 'hat es abgeschickt', en: 'sent it' } }],
    kept: { de: '30 Tage.', en: '30 days.' },
    onErase: 'remove',
  },
  {
    collection: remindedCollection,
    noun: {
      de: 'Erinnerung an Rhythmus und Amtszeiten',
      en: 'Reminder of the rhythm of meetings and of terms',
    },
    people: [],
    kept: { de: 'Auf Dauer; Personen stehen nicht darin.', en: 'For good; nobody stands in it.' },
    onErase: 'keep',
  },
];
