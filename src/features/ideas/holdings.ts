import type { Holding } from '../../case/holding.ts';
import { draftCollection } from './form/draft.ts';
import { subscriptionCollection } from './letter/subscription.ts';

/** What is kept of people about ideas, besides the ideas. */
export const ideaHoldings: readonly Holding[] = [
  {
    collection: draftCollection,
    noun: { de: 'Entwurf einer Idee', en: 'Draft of an idea' },
    people: [
      {
        at: '',
        id: 'by',
        words: ['title', 'problem', 'benefit', 'gains', 'company', 'links'],
        as: { de: 'hat den Entwurf geschrieben', en: 'wrote the draft' },
      },
    ],
    kept: {
      de: '30 Tage nach der letzten Änderung, auch wenn daraus eine Idee geworden ist.',
      en: '30 days after the last change, also when it has become an idea.',
    },
    onErase: 'remove',
  },
  {
    collection: subscriptionCollection,
    noun: { de: 'Ideenbrief', en: 'Idea letter' },
    people: [
      { at: '', id: 'id', words: ['topics', 'unit'], as: { de: 'hat ihn bestellt', en: 'subscribed to it' } },
    ],
    kept: {
      de: 'Bis die Person ihn ändert oder gelöscht wird; abbestellt bleibt die Wahl der Themen.',
      en: 'Until changed, or the person is erased; the choice of topics outlasts the letter.',
    },
    onErase: 'remove',
  },
];
