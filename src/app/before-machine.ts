import { z } from 'zod';
import { caseFields } from '../case/document.ts';
import type { Holding } from '../case/holding.ts';
import { noName } from '../case/people.ts';
import type { CaseRecord } from '../case/record.ts';
import type { World } from '../case/world.ts';
import { dayOf } from '../core/day.ts';
import { meetingCollection, ends as meetingEnds } from '../features/beirat/meetings/meeting.ts';
import { draftCollection } from '../features/ideas/form/draft.ts';
import { ideaCollection, isOver } from '../features/ideas/idea.ts';
import { subscriptionCollection } from '../features/ideas/letter/subscription.ts';
import {
  askFormCollection,
  bookRef,
  feedbackCollection,
  mentoringCollection,
  ends as mentoringEnds,
} from '../features/mentors/mentoring.ts';
import { profileCollection } from '../features/mentors/profile.ts';

/*
 * What is kept of the kinds that are not on the machine of cases yet. Each of them takes its part of this file along
 * into its own `record.ts` and `holdings.ts`; then the file is gone.
 */

/** Any document with a history. */
const Chained = z.looseObject({ ...caseFields, state: z.string().optional() });
type Doc = z.infer<typeof Chained>;
type Kind = CaseRecord<Doc, World>;

const all = ({
  id: _id,
  version: _version,
  dueAt: _due,
  leaseUntil: _lease,
  history: _history,
  seal: _seal,
  changedAt: _changed,
  ...decided
}: Doc): unknown => decided;

const kind = (
  one: Pick<Kind, 'collection' | 'letter' | 'noun' | 'people' | 'wordless' | 'owner'>,
  closedAt: (doc: Doc) => unknown,
): Kind => ({
  ...one,
  schema: Chained,
  covers: all,
  isOne: (id) => one.letter !== undefined && id.startsWith(`${one.letter}-`),
  isErased: () => false,
  retention(doc) {
    const at = closedAt(doc);
    return typeof at === 'string' ? { closedOn: dayOf(at) } : {};
  },
});

const submitted = { de: 'hat die Idee eingereicht', en: 'submitted the idea' };
export const ideaRecord: Kind = kind(
  {
    collection: ideaCollection,
    letter: 'ID',
    noun: { de: 'Idee', en: 'Idea' },
    people: [
      { at: 'submitter', id: 'id', names: ['name'], words: ['unit'], as: submitted },
      {
        at: '',
        id: 'submittedBy',
        shown: ['title', 'problem', 'benefit', 'gains', 'company', 'links', 'topic', 'unit', 'state'],
        as: submitted,
      },
      { at: 'waitsFor[]', id: '', as: { de: 'ist gefragt', en: 'is asked' }, erased: 'gone' },
      { at: 'supporters[]', id: 'id', names: ['name'], as: { de: 'unterstützt sie', en: 'supports it' } },
      {
        at: 'question',
        id: 'by',
        names: ['byName'],
        shown: ['text'],
        as: { de: 'hat zurückgefragt', en: 'asked a question' },
        erased: 'gone',
      },
      {
        at: 'scores[]',
        id: 'by',
        shown: ['marks', 'comment'],
        as: { de: 'hat bewertet', en: 'scored' },
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
    ],
  },
  (doc) => (isOver(doc as never) ? doc.closedAt : undefined),
);

export const mentoringRecord: Kind = kind(
  {
    collection: mentoringCollection,
    letter: 'M',
    noun: { de: 'Mentoring', en: 'Mentoring' },
    people: [
      {
        at: '',
        id: 'askedBy',
        shown: ['question', 'contact'],
        as: { de: 'hat um Rat gefragt', en: 'asked' },
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
    owner: ({ askedBy }) => String(askedBy),
    wordless: (doc) => ({ ...doc, question: noName, contact: noName }),
  },
  (doc) => (mentoringEnds.includes(doc.state as never) ? (doc.endedAt ?? doc.changedAt) : undefined),
);

export const profileRecord: Kind = kind(
  {
    collection: profileCollection,
    noun: { de: 'Mentorenprofil', en: 'Mentor profile' },
    people: [
      {
        at: '',
        id: 'id',
        words: ['fields', 'experience', 'languages', 'capacity', 'contact', 'pausedUntil'],
        as: { de: 'bietet Rat an', en: 'offers advice' },
        erased: 'gone',
      },
    ],
  },
  ({ goneSince }) => goneSince,
);

const named = { names: ['byName', 'onBehalfOf'] };
export const meetingRecord: Kind = kind(
  {
    collection: meetingCollection,
    letter: 'B',
    noun: { de: 'Sitzung', en: 'Meeting' },
    people: [
      { at: 'createdBy', id: '', as: { de: 'hat sie geplant', en: 'planned it' } },
      { at: 'approval', id: 'by', ...named, as: { de: 'hat freigegeben', en: 'approved' } },
      {
        at: 'wish',
        id: 'by',
        ...named,
        words: ['text'],
        erased: 'gone',
        as: { de: 'bat um eine Änderung', en: 'asked for a change' },
      },
      {
        at: 'invitees[]',
        id: 'party',
        names: ['name'],
        words: ['reply', 'earlier', 'openedAt'],
        as: { de: 'war eingeladen', en: 'was invited' },
      },
      { at: 'invitees[]', id: 'for', as: { de: 'wurde vertreten', en: 'was deputised for' } },
      {
        at: 'invitees[].reply',
        id: 'proxy',
        as: { de: 'wurde als Vertretung benannt', en: 'was named as a deputy' },
      },
      {
        at: 'invitees[].earlier',
        id: 'proxy',
        as: { de: 'wurde als Vertretung benannt', en: 'was named as a deputy' },
      },
      {
        at: 'invitees[].dispatches[]',
        id: 'notice',
        shown: ['kind', 'at', 'state', 'channel'],
        erased: 'gone',
        as: { de: 'wurde benachrichtigt', en: 'was notified' },
      },
      {
        at: 'questions[]',
        id: 'by',
        ...named,
        shown: ['text'],
        erased: 'gone',
        as: { de: 'hat gefragt', en: 'asked' },
      },
      {
        at: 'questions[].answer',
        id: 'by',
        ...named,
        shown: ['text'],
        as: { de: 'hat eine Frage beantwortet', en: 'answered a question' },
      },
      {
        at: 'session',
        id: 'chairedBy',
        names: ['chairedByName'],
        as: { de: 'hat die Sitzung geleitet', en: 'chaired the meeting' },
      },
      {
        at: 'session',
        id: 'minutesBy',
        names: ['minutesByName'],
        as: { de: 'hat die Niederschrift geführt', en: 'kept the minutes' },
      },
      {
        at: 'session.attendance[]',
        id: 'party',
        names: ['name'],
        words: ['note'],
        shown: ['presence'],
        as: { de: 'steht in der Anwesenheitsliste', en: 'is in the list of attendance' },
      },
      { at: 'session.attendance[]', id: 'for', as: { de: 'wurde vertreten', en: 'was deputised for' } },
      {
        at: 'session.conflicts[]',
        id: 'party',
        words: ['note'],
        as: { de: 'war bei einem TOP befangen', en: 'had a conflict of interest' },
      },
      {
        at: 'session.objections[]',
        id: 'by',
        ...named,
        shown: ['text'],
        as: { de: 'hat der Niederschrift widersprochen', en: 'objected to the minutes' },
      },
      {
        at: 'resolutions[].done',
        id: 'by',
        ...named,
        words: ['note'],
        as: { de: 'hat einen Beschluss als erledigt gemeldet', en: 'reported a resolution as done' },
      },
    ],
  },
  (doc) => (meetingEnds.includes(doc.state as never) ? doc.changedAt : undefined),
);

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
    people: [],
    kept: { de: 'Sechs Monate; niemand steht darin.', en: 'Six months; nobody stands in it.' },
    onErase: 'keep',
  },
];
