import type { Holding } from '../../case/holding.ts';
import { Budget, budgetCollection, budgetCovers } from './budgets/model.ts';
import { draftCollection, keptDays } from './form/draft.ts';
import { planCollection } from './priorities/plan.ts';

/** What is kept beside the requests, and where people stand in it. */
export const requestHoldings: readonly Holding[] = [
  {
    collection: draftCollection,
    noun: { de: 'Entwurf eines Antrags', en: 'Draft of a request' },
    people: [
      {
        at: '',
        id: 'by',
        words: ['fields', 'originFields'],
        // Nothing is left of a form that nobody is known to have filled in.
        erased: 'gone',
        as: { de: 'hat ein Formular ausgefüllt', en: 'filled in a form' },
      },
      {
        at: 'colleague',
        id: '',
        erased: 'gone',
        as: { de: 'für die Person wurde ein Formular ausgefüllt', en: 'a form was filled in for them' },
      },
      // Which fields name people is known to the type only; an id of a person is no other text.
      {
        at: 'fields{}',
        id: '',
        erased: 'gone',
        as: { de: 'ist im Formular genannt', en: 'is named in the form' },
      },
      {
        at: 'originFields{}',
        id: '',
        erased: 'gone',
        as: { de: 'ist im Formular genannt', en: 'is named in the form' },
      },
    ],
    kept: {
      de: `${keptDays} Tage nach der letzten Änderung.`,
      en: `${keptDays} days after the last change.`,
    },
    onErase: 'blank',
  },
  {
    collection: budgetCollection,
    noun: { de: 'Budget', en: 'Budget' },
    // Who moved money stands in the history only.
    people: [],
    kept: {
      de: 'Solange das Budget geführt wird: seine Historie weist nach, wer über die Mittel verfügt hat. Namen können nach Ablauf des Haushaltsjahres gelöscht werden.',
      en: 'As long as the budget is kept: its history accounts for who used the money. Names can be erased once its year is over.',
    },
    onErase: 'blank',
    chain: {
      schema: Budget,
      covers: budgetCovers,
      isOver: ({ year }: Budget, day) => year < Number(day.slice(0, 4)),
    },
  },
  {
    collection: planCollection,
    noun: { de: 'Arbeitsplan des KGRZ', en: 'Work plan of the KGRZ' },
    people: [],
    kept: {
      de: 'Der jeweils letzte Stand; Personen stehen nicht darin.',
      en: 'The latest state only; nobody stands in it.',
    },
    onErase: 'keep',
  },
];
