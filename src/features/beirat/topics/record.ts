import { filePlace } from '../../../case/files.ts';
import { nobody } from '../../../case/people.ts';
import type { CaseRecord } from '../../../case/record.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Context } from '../board/context.ts';
import { Topic, topicCollection } from './model.ts';

/** Days after the end in the store, and days that names and words of what came to nothing are kept. */
const daysInStore = 400;
const namesDays = 730;

/** A proposed topic is preparation: what becomes of it is in the records of the meeting. */
export const topicRecord: CaseRecord<Topic, Context> = {
  collection: topicCollection,
  indexed: ['state', 'by'],
  letter: 'TV',
  noun: { de: 'Themenvorschlag', en: 'Topic proposal' },
  schema: Topic,
  isOne: (id) => id.startsWith('TV-'),
  covers: ({ state, title, text, as, by, byName, presents, meeting, answer, demand, files }) => ({
    ...{ state, title, text, as, by, byName, presents, meeting, answer },
    ...(files ? { files } : {}),
    ...(demand ? { demand: { by: demand.by, reached: demand.reached, convened: demand.convened } } : {}),
  }),
  people: [
    {
      at: '',
      id: 'by',
      names: ['byName'],
      words: ['title', 'text'],
      as: { de: 'hat das Thema vorgeschlagen', en: 'proposed the topic' },
    },
    {
      at: 'demand.by[]',
      id: 'party',
      names: ['name'],
      shown: ['seat', 'at'],
      as: { de: 'hat eine Sitzung dazu verlangt', en: 'demanded a meeting about it' },
    },
    {
      at: 'answer',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: { de: 'hat geantwortet', en: 'answered' },
    },
    filePlace,
  ],
  isErased: ({ by }) => by === nobody,
  retention({ state, changedAt }) {
    if (state === 'open') return {};
    const closedOn = dayOf(changedAt);
    return {
      closedOn,
      archiveOn: daysBefore(closedOn, -daysInStore),
      namesOn: daysBefore(closedOn, -namesDays),
    };
  },
};
