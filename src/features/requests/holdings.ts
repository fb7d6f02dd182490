import type { Holding } from '../../case/record.ts';
import { budgetCollection } from './budgets/model.ts';
import { draftCollection, keptDays } from './form/draft.ts';
import { planCollection } from './priorities/plan.ts';

/** What is kept beside the requests, and where people stand in it: for access, erasure and the list of what is kept. */
export const holdings: readonly Holding[] = [
  {
    collection: draftCollection,
    people: [
      {
        at: '',
        id: 'by',
        words: ['fields'],
        // Nothing is left of a form that nobody is known to have filled in.
        erased: 'gone',
        as: { de: 'hat ein Formular ausgefüllt', en: 'filled in a form' },
      },
      // Which fields name people is known to the type only; an id of a person is no other text.
      {
        at: 'fields{}',
        id: '',
        erased: 'gone',
        as: { de: 'ist im Formular genannt', en: 'is named in the form' },
      },
    ],
    keptFor: {
      de: `${keptDays} Tage nach der letzten Änderung`,
      en: `${keptDays} days after the last change`,
    },
  },
  {
    collection: budgetCollection,
    // Who moved money stands in the history only.
    people: [],
    keptFor: {
      de: 'solange das Budget geführt wird; die Historie weist die Bewirtschaftung nach',
      en: 'as long as the budget is kept; its history accounts for the money',
    },
  },
  {
    collection: planCollection,
    people: [],
    keptFor: {
      de: 'der jeweils letzte Stand; Personen stehen nicht darin',
      en: 'the latest state only; nobody stands in it',
    },
  },
];
