import { filePlace } from '../../case/files.ts';
import type { PersonPlace } from '../../case/people.ts';
import type { CaseRecord } from '../../case/record.ts';
import { dayOf, daysBefore } from '../../core/day.ts';
import type { Text } from '../../core/text.ts';
import { type Context, type FieldValues, isEnded, Request, requestCollection, type Vote } from './model.ts';

/** Days that a closed request stays in the store, where lists find it. */
export const daysInStore = 90;

/** Months for requests of a type that is not offered any more: as long as types are kept if they say nothing. */
const longestKept = 120;

const asked: Text = { de: 'ist oder war gefragt', en: 'is or was asked' };
const said: Text = { de: 'hat entschieden oder Stellung genommen', en: 'decided or gave an opinion' };
const inField: Text = { de: 'ist darin genannt', en: 'is named in it' };
const requested: Text = { de: 'hat es beantragt oder gemeldet', en: 'requested or reported it' };
const entered: Text = { de: 'für die Person wurde der Antrag gestellt', en: 'the request was made for them' };

const vote = { id: 'by', names: ['byName', 'onBehalfOf'], words: ['note'], as: said };
const tookOver: Text = { de: 'hat die Bearbeitung übernommen', en: 'took over the work' };
const question = {
  id: 'by',
  names: ['byName'],
  words: ['text'],
  erased: 'gone' as const,
  as: { de: 'hat zurückgefragt', en: 'asked a question' },
};
/** Fields name people where they were asked as such. */
const field = {
  id: '',
  where: (request: Readonly<Record<string, unknown>>, name: string) =>
    (request as unknown as Request).fieldKinds[name] === 'person',
  erased: 'gone' as const,
  as: inField,
};

/** What those are told of a request whose own it is. */
const theirs = ['title', 'type', 'unit', 'state', 'fields', 'earlier', 'createdAt', 'closedAt'];

const people: readonly PersonPlace[] = [
  { at: 'requester', id: 'id', names: ['name'], as: requested },
  { at: '', id: 'requestedBy', shown: theirs, as: requested },
  { at: 'colleague', id: 'id', names: ['name'], as: entered },
  { at: '', id: 'requestedFor', shown: theirs, as: entered },
  { at: 'waitsFor[]', id: '', erased: 'gone', as: asked },
  { at: 'comesBackTo[]', id: '', erased: 'gone', as: asked },
  { at: 'open.asked[]', id: '', erased: 'gone', as: asked },
  { at: 'open.passedTo', id: '', erased: 'gone', as: asked },
  { at: 'open.assignedTo', id: '', erased: 'gone', as: asked },
  { at: 'open.takenBy', id: '', erased: 'gone', as: tookOver },
  { at: 'open.votes[]', ...vote },
  { at: 'alongside[].asked[]', id: '', erased: 'gone', as: asked },
  { at: 'alongside[].passedTo', id: '', erased: 'gone', as: asked },
  { at: 'alongside[].assignedTo', id: '', erased: 'gone', as: asked },
  { at: 'alongside[].takenBy', id: '', erased: 'gone', as: tookOver },
  { at: 'alongside[].votes[]', ...vote },
  { at: 'alongside[].question', ...question },
  { at: 'settled[].votes[]', ...vote },
  { at: 'question', ...question },
  {
    at: 'joined[]',
    id: 'by',
    names: ['byName'],
    shown: ['at'],
    erased: 'gone',
    as: { de: 'ist auch betroffen', en: 'is affected, too' },
  },
  { at: 'joinedBy[]', id: '', erased: 'gone', as: { de: 'ist auch betroffen', en: 'is affected, too' } },
  {
    at: 'notes[]',
    id: 'by',
    names: ['byName'],
    words: ['text'],
    as: { de: 'hat einen Hinweis an alle geschrieben', en: 'wrote a note to everybody' },
  },
  filePlace,
  { at: 'fields{}', ...field },
  { at: 'originFields{}', ...field },
  { at: 'earlier[].fields{}', ...field },
];

/**
 * What counts as decided: all of it but what the store and lists keep for themselves. New fields of a request or of a
 * step must be optional, or requests of before would not fit their seals any more.
 */
export const requestCovers = ({
  id: _id,
  version: _version,
  dueAt: _dueAt,
  leaseUntil: _lease,
  history: _history,
  seal: _seal,
  changedAt: _changed,
  ...decided
}: Request): unknown => decided;

/** Fields whose values are words or people; numbers, days, choices and places stay. */
const personal: ReadonlySet<string> = new Set(['text', 'long-text', 'person', 'link']);
const noTitle = '–';

/** An erasure keeps which way a case took, when, at what cost, and takes out who it was and what they wrote. */
function wordless(request: Request): Request {
  const { question: _question, notes: _notes, files: _files, requester, colleague, ...rest } = request;
  const bare = (fields: FieldValues): Record<string, FieldValues[string]> =>
    Object.fromEntries(
      Object.entries(fields).filter(([field]) => !personal.has(request.fieldKinds[field] ?? 'text')),
    );
  return {
    ...rest,
    title: noTitle,
    requester: nameless(requester),
    ...(colleague ? { colleague: nameless(colleague) } : {}),
    fields: bare(request.fields),
    ...(request.originFields ? { originFields: bare(request.originFields) } : {}),
    earlier: request.earlier.map(({ at, fields }) => ({ at, fields: bare(fields) })),
    settled: request.settled.map((step) => ({ ...step, votes: step.votes.map(silent) })),
  };
}

const nameless = ({ unit: _unit, ...name }: Request['requester']) => name;

/** The digest goes with the words: it would still tell whether somebody guesses them right. */
const silent = ({ note: _note, onBehalfOf: _onBehalfOf, saw: _saw, ...vote }: Vote): Vote => vote;

/** What is kept of a request: 90 days in the store, then the archive; names as long as its type says. */
export const requestRecord: CaseRecord<Request, Context> = {
  collection: requestCollection,
  indexed: [
    'requestedBy',
    'requestedFor',
    'waitsFor',
    'comesBackTo',
    'origin',
    'unit',
    'joinKeys',
    'type',
    'joinedBy',
  ],
  letter: 'IT',
  noun: { de: 'Antrag', en: 'Request' },
  schema: Request,
  isOne: (id) => id.startsWith('IT-'),
  covers: requestCovers,
  people,
  owner: ({ requester }) => requester.id,
  wordless,
  isErased: ({ requester }) => requester.id === 'erased',
  retention(request, { types }) {
    if (!isEnded(request)) return {};
    const closedOn = dayOf(request.closedAt ?? request.changedAt);
    const keep = types.find(({ id }) => id === request.type)?.keep ?? longestKept;
    return {
      closedOn,
      archiveOn: daysBefore(closedOn, -(daysInStore + 1)),
      namesOn: daysBefore(monthsAfter(closedOn, keep), -1),
    };
  },
};

/** The day a number of months later, `2028-11-23`. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}
