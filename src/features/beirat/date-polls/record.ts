import type { CaseRecord } from '../../../case/record.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Context } from '../board/context.ts';
import { DatePoll, pollCollection } from './model.ts';

/** What is kept of a date poll: all of it, for a while. Who could come when is nobody's business for long. */
export const pollRecord: CaseRecord<DatePoll, Context> = {
  collection: pollCollection,
  indexed: ['state'],
  letter: 'T',
  noun: { de: 'Terminumfrage', en: 'Date poll' },
  schema: DatePoll,
  isOne: (id) => id.startsWith('T-'),
  covers: ({ state, options, replyBy, answers, chosen, createdBy }) => ({
    state,
    options,
    replyBy,
    answers,
    chosen,
    createdBy,
  }),
  people: [
    { at: 'answers{}', id: '{}', words: ['note'], as: { de: 'hat geantwortet', en: 'answered' } },
    { at: 'createdBy', id: '', as: { de: 'hat die Umfrage begonnen', en: 'started the poll' } },
  ],
  isErased: () => false,
  retention: ({ state, replyBy, changedAt }, { rules }) =>
    state === 'open'
      ? {}
      : {
          closedOn: dayOf(changedAt),
          removeOn: daysBefore(replyBy, -Math.max(rules.keep.wordsDays, 1)),
        },
};
