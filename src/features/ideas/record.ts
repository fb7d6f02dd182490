import type { Written } from '../../case/decision.ts';
import { filePlace } from '../../case/files.ts';
import { nobody, noName } from '../../case/people.ts';
import type { CaseRecord } from '../../case/record.ts';
import { dayOf, daysBefore } from '../../core/day.ts';
import type { Context } from './context.ts';
import { ideaDueAt } from './deadlines.ts';
import { briefCase, Idea, ideaCase, ideaCollection, isOver } from './model.ts';

/** Days after its end that an idea keeps the names of those who had to do with it: two years. */
export const keptDays = 730;

/** Days after its end that it stays in the store, where lists and the search for similar ones find it: five years. */
const daysInStore = 5 * 366;

/**
 * What was proposed, who said what about it, and what came of it. Who supports it is no decision and leaves no trace;
 * where it stands with the Beirat and with requests is told by these, and decided there.
 */
const covers = ({ scores, revealedAt, ...idea }: Idea): unknown => {
  const { state, title, problem, benefit, gains, topic, unit, scope, company, links } = idea;
  const { submitter, submittedBy, merged, duplicateOf, question, offeredAt, presents } = idea;
  const { evaluation, closedAt, files } = idea;
  return {
    ...{ state, title, problem, benefit, gains, topic, unit, scope, company, links },
    ...{ submitter, submittedBy, merged, duplicateOf, question, offeredAt, presents, evaluation, closedAt },
    revealedAt,
    ...(files ? { files } : {}),
    // A digest of blind scores without their salt could be tried out for who said what, long after they lost their names.
    scores: scores.filter(({ salt }) => revealedAt !== undefined || salt !== undefined),
  };
};

/** What is kept of an idea: all of it for good, as it is there for everybody to read; people for two years. */
export const ideaRecord: CaseRecord<Idea, Context> = {
  collection: ideaCollection,
  indexed: ['state', 'submittedBy', 'waitsFor'],
  letter: 'ID',
  noun: { de: 'Idee', en: 'Idea' },
  schema: Idea,
  isOne: (id) => id.startsWith('ID-'),
  covers,
  people: [
    {
      at: 'submitter',
      id: 'id',
      names: ['name'],
      words: ['unit'],
      as: { de: 'hat die Idee eingereicht', en: 'submitted the idea' },
    },
    {
      at: '',
      id: 'submittedBy',
      shown: ['title', 'problem', 'benefit', 'gains', 'company', 'links', 'topic', 'unit', 'state'],
      as: { de: 'hat die Idee eingereicht', en: 'submitted the idea' },
    },
    { at: 'waitsFor[]', id: '', as: { de: 'ist gefragt', en: 'is asked' }, erased: 'gone' },
    { at: 'supporters[]', id: 'id', names: ['name'], as: { de: 'unterstützt sie', en: 'supports it' } },
    {
      at: 'merged[]',
      id: 'submittedBy',
      names: ['submitter'],
      as: { de: 'hatte dieselbe Idee', en: 'had the same idea' },
    },
    {
      at: 'question',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: { de: 'hat zurückgefragt', en: 'asked a question' },
    },
    {
      at: 'scores[]',
      id: 'by',
      // Scores that may be seen are nobody's.
      where: ({ revealedAt }) => revealedAt === undefined,
      words: ['marks', 'comment'],
      as: { de: 'hat blind bewertet', en: 'scored blind' },
      erased: 'gone',
    },
    {
      at: 'evaluation',
      id: 'by',
      names: ['byName'],
      words: ['onBehalfOf'],
      shown: ['outcome', 'way'],
      as: { de: 'hat das Ergebnis festgehalten', en: 'recorded the result' },
    },
    filePlace,
  ],
  isErased: ({ submittedBy }) => submittedBy === nobody,
  // Names of former versions stand without an id beside them.
  wordless: ({ question: _question, company: _company, files: _files, ...idea }) => ({
    ...idea,
    merged: idea.merged.map((one) => ({ ...one, submitter: noName })),
  }),
  retention({ state, closedAt }) {
    if (!isOver({ state }) || closedAt === undefined) return {};
    const closedOn = dayOf(closedAt);
    return {
      closedOn,
      namesOn: daysBefore(closedOn, -(keptDays + 1)),
      archiveOn: daysBefore(closedOn, -daysInStore),
    };
  },
};

/** What is needed to write one beside another document. */
export const writingIdeas = (context: Context): Written<Idea> => ({
  feature: 'ideas',
  covers,
  cardsOf: ({ id }) => [ideaCase, briefCase].map((kind) => ({ kind, id })),
  dueAt: (idea) => ideaDueAt(idea, context),
});
