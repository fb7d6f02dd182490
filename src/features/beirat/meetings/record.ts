import { filePlace } from '../../../case/files.ts';
import type { CaseRecord } from '../../../case/record.ts';
import { daysBefore } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import type { Text } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { isOpen } from './attendance.ts';
import { type Dispatch, ends, type Invitee, Meeting, meetingCollection, type Reply } from './model.ts';

/*
 * What is kept of a meeting. What members wrote for its organisation is forgotten when it is long over: why somebody
 * could not come, what was asked, how somebody was reached. Who was invited, what was answered and resolved stays: it is
 * the record of the body. The history keeps its fingerprints.
 */

/** What was decided: not what was sent and opened, and not how far time has brought it. */
export const covers = ({
  state,
  secondOf,
  repeatedBy,
  plan,
  draft,
  wish,
  approval,
  issue,
  reason,
  quorum,
  noticeDays,
  invitees,
  questions,
  reviews,
  files,
  session,
  resolutions,
  createdBy,
}: Meeting): unknown => ({
  state,
  secondOf,
  ...(repeatedBy ? { repeatedBy } : {}),
  plan,
  draft,
  wish,
  approval,
  issue,
  reason,
  quorum,
  noticeDays,
  invitees: invitees.map(({ dispatches: _d, openedAt: _o, ...decided }) => decided),
  questions,
  ...(reviews ? { reviews } : {}),
  ...(files ? { files } : {}),
  session,
  resolutions,
  createdBy,
});

const text = (de: string, en: string): Text => ({ de, en });

/** Days that a meeting stays in the store, where agendas, lists and open resolutions find it: the term of a council. */
const daysInStore = 5 * 366;

/** A meeting is a record of the body: after the term of a council it lies in the archive, and nothing of it is removed. */
export const meetingRecord: CaseRecord<Meeting, Context> = {
  collection: meetingCollection,
  indexed: ['sending', 'state'],
  letter: 'B',
  noun: text('Sitzung', 'Meeting'),
  schema: Meeting,
  isOne: (id) => id.startsWith('B-'),
  covers,
  people: [
    {
      at: 'invitees[]',
      id: 'party',
      names: ['name'],
      words: ['reply', 'earlier', 'openedAt'],
      as: text('war eingeladen', 'was invited'),
    },
    { at: 'invitees[]', id: 'for', as: text('wurde vertreten', 'was represented') },
    { at: 'invitees[].reply', id: 'proxy', as: text('wurde als Vertretung benannt', 'was named as deputy') },
    {
      at: 'invitees[].earlier',
      id: 'proxy',
      as: text('wurde als Vertretung benannt', 'was named as deputy'),
    },
    {
      at: 'invitees[].dispatches[]',
      id: 'notice',
      shown: ['kind', 'at', 'state', 'channel', 'note'],
      erased: 'gone',
      as: text('hat eine Sendung bekommen', 'was sent something'),
    },
    {
      at: 'questions[]',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: text('hat gefragt', 'asked'),
    },
    {
      at: 'questions[].answer',
      id: 'by',
      names: ['byName'],
      shown: ['text'],
      as: text('hat eine Frage beantwortet', 'answered a question'),
    },
    {
      at: 'wish',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: text('bat um eine Änderung', 'asked for a change'),
    },
    { at: 'approval', id: 'by', names: ['byName', 'onBehalfOf'], as: text('hat freigegeben', 'approved') },
    { at: 'session', id: 'chairedBy', names: ['chairedByName'], as: text('hat geleitet', 'chaired') },
    {
      at: 'session',
      id: 'minutesBy',
      names: ['minutesByName'],
      as: text('führte die Niederschrift', 'kept the minutes'),
    },
    {
      at: 'session.submitted',
      id: 'by',
      names: ['byName'],
      as: text('hat die Niederschrift vorgelegt', 'submitted the minutes'),
    },
    {
      at: 'session.released',
      id: 'by',
      names: ['byName', 'onBehalfOf'],
      as: text('hat die Niederschrift freigegeben', 'released the minutes'),
    },
    {
      at: 'session.signed',
      id: 'by',
      names: ['byName'],
      as: text('hat die Unterschriften festgehalten', 'recorded the signatures'),
    },
    {
      at: 'session.wish',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: text('bat um eine Änderung der Niederschrift', 'asked for a change of the minutes'),
    },
    {
      at: 'session.attendance[]',
      id: 'party',
      names: ['name'],
      words: ['note'],
      shown: ['presence'],
      as: text('steht in der Anwesenheitsliste', 'is in the list of attendance'),
    },
    { at: 'session.attendance[]', id: 'for', as: text('wurde vertreten', 'was represented') },
    {
      at: 'session.conflicts[]',
      id: 'party',
      words: ['note'],
      as: text('war befangen', 'had a conflict of interest'),
    },
    {
      at: 'session.objections[]',
      id: 'by',
      names: ['byName'],
      shown: ['text'],
      as: text('hat Einwendungen erhoben', 'objected to the minutes'),
    },
    {
      at: 'resolutions[].answer',
      id: 'by',
      names: ['byName', 'onBehalfOf'],
      shown: ['text'],
      as: text('hat auf eine Empfehlung geantwortet', 'answered a recommendation'),
    },
    {
      at: 'resolutions[].done',
      id: 'by',
      names: ['byName'],
      words: ['note'],
      as: text('hat Vollzug gemeldet', 'reported it as done'),
    },
    filePlace,
    {
      at: 'reviews[]',
      id: 'party',
      names: ['name'],
      words: ['comment'],
      shown: ['at', 'until'],
      erased: 'gone',
      as: text('wurde um Prüfung eines Punkts gebeten', 'was asked to review an item'),
    },
    {
      at: 'declared[]',
      id: 'party',
      names: ['name'],
      words: ['note'],
      shown: ['item', 'at'],
      erased: 'gone',
      as: text('hat vorab Befangenheit mitgeteilt', 'declared a conflict of interest in advance'),
    },
    { at: 'createdBy', id: '', as: text('hat die Sitzung angelegt', 'planned the meeting') },
  ],
  isErased: () => false,
  retention(meeting, { rules }) {
    const { state, plan, resolutions } = meeting;
    if (!ends.includes(state)) return {};
    const wordsOn = daysBefore(plan.day, -(rules.keep.wordsDays + 1));
    // What is still to be done comes back on every agenda, and agendas look into the store.
    const isDone = resolutions.every((one) => !isOpen(meeting, one));
    return {
      closedOn: plan.day,
      wordsOn,
      ...(isDone ? { archiveOn: daysBefore(plan.day, -daysInStore) } : {}),
    };
  },
  withoutWords,
};

/** Acts whose words are private. */
const personal: ReadonlySet<string> = new Set(['declined', 'accepted', 'asked', 'answered', 'reached']);

/** A meeting without the words; `undefined` when they were forgotten already. */
function withoutWords(meeting: Meeting, now: string): Meeting | undefined {
  if (meeting.forgottenAt !== undefined) return undefined;
  const { declared: _, reviews: _reviews, ...kept } = meeting;
  return {
    ...kept,
    invitees: meeting.invitees.map(wordlessInvitee),
    questions: [],
    history: meeting.history.map(wordless),
    forgottenAt: now,
  };
}

function wordlessInvitee({ reply, earlier: _, ...one }: Invitee): Invitee {
  return { ...one, ...(reply ? { reply: bareReply(reply) } : {}), dispatches: one.dispatches.map(noteless) };
}

const bareReply = ({ reason: _, ...reply }: Reply): Reply => reply;
const noteless = ({ note: _, ...line }: Dispatch): Dispatch => line;

function wordless(entry: HistoryEntry): HistoryEntry {
  if (!personal.has(entry.act) || entry.note === undefined) return entry;
  const { note: _, ...rest } = entry;
  return { ...rest, erased: true };
}
