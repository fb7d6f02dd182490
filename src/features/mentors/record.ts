import { withoutNote } from '../../case/erasure.ts';
import { nobody } from '../../case/people.ts';
import type { CaseRecord } from '../../case/record.ts';
import type { World } from '../../case/world.ts';
import { dayOf } from '../../core/day.ts';
import { ends, Mentoring, mentoringCollection } from './model.ts';
import { dayAfter, rhythm } from './rhythm.ts';

/** Stands where words stood. */
const noWords = '–';

/** What is kept of a mentoring: the words for half a year after its end, that there was one for a year. */
export const mentoringRecord: CaseRecord<Mentoring, World> = {
  collection: mentoringCollection,
  indexed: ['askedBy', 'askedOf'],
  letter: 'M',
  noun: { de: 'Mentoring', en: 'Mentoring' },
  schema: Mentoring,
  isOne: (id) => id.startsWith('M-'),
  covers: ({
    askedBy,
    askedOf,
    asker,
    mentor,
    question,
    contact,
    language,
    state,
    acceptedAt,
    feedbackGiven,
    endedAt,
  }) => ({
    askedBy,
    askedOf,
    asker,
    mentor,
    question,
    contact,
    language,
    state,
    acceptedAt,
    feedbackGiven,
    endedAt,
  }),
  people: [
    {
      at: '',
      id: 'askedBy',
      shown: ['question', 'contact'],
      as: { de: 'hat um Rat gefragt', en: 'asked for advice' },
    },
    {
      at: 'asker',
      id: 'id',
      names: ['name'],
      words: ['unit'],
      as: { de: 'steht als fragende Person da', en: 'is named as the asker' },
    },
    { at: 'askedOf', id: '', as: { de: 'wurde um Rat gefragt', en: 'was asked for advice' } },
    {
      at: 'mentor',
      id: 'id',
      names: ['name'],
      words: ['unit'],
      as: { de: 'steht als Mentorin oder Mentor da', en: 'is named as the mentor' },
    },
  ],
  owner: ({ askedBy }) => askedBy,
  wordless: (mentoring) => ({ ...mentoring, question: noWords, contact: noWords }),
  isErased: ({ askedBy, askedOf }) => askedBy === nobody && askedOf === nobody,
  retention({ state, endedAt, changedAt }) {
    if (!ends.includes(state)) return {};
    const end = endedAt ?? changedAt;
    return {
      closedOn: dayOf(end),
      wordsOn: dayAfter(end, rhythm.erase),
      removeOn: dayAfter(end, rhythm.remove),
    };
  },
  withoutWords: (mentoring, now) =>
    mentoring.erasedAt === undefined
      ? {
          ...mentoring,
          question: noWords,
          contact: noWords,
          history: mentoring.history.map(withoutNote),
          erasedAt: now,
        }
      : undefined,
};
