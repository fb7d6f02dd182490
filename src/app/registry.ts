import { momentCollection } from '../adapters/memory/shared-memory.ts';
import type { Finding } from '../case/audit.ts';
import type { Holding } from '../case/holding.ts';
import { readingCollection } from '../case/readings.ts';
import type { CaseRecord } from '../case/record.ts';
import type { HistoryEntry } from '../core/history.ts';
import type { Language, Text } from '../core/text.ts';
import { circulationLine, circulationStateWords } from '../features/beirat/circulations/labels.ts';
import { circulationRecord } from '../features/beirat/circulations/record.ts';
import { pollLine, pollStateWords } from '../features/beirat/date-polls/labels.ts';
import { pollRecord } from '../features/beirat/date-polls/record.ts';
import { boardHoldings } from '../features/beirat/holdings.ts';
import {
  historyLine as meetingLine,
  stateWords as meetingStates,
} from '../features/beirat/meetings/labels.ts';
import { meetingRecord } from '../features/beirat/meetings/record.ts';
import { topicLine, topicStateWords } from '../features/beirat/topics/labels.ts';
import { topicRecord } from '../features/beirat/topics/record.ts';
import { changeLine } from '../features/directory/changes/labels.ts';
import { changeCollection } from '../features/directory/changes/model.ts';
import { directoryHoldings } from '../features/directory/holdings.ts';
import { plainState, proposalLine } from '../features/directory/proposals/labels.ts';
import { proposalRecord } from '../features/directory/proposals/record.ts';
import { fileHoldings } from '../features/files/holdings.ts';
import { ideaHoldings } from '../features/ideas/holdings.ts';
import { historyLine as ideaLine, stateWords as ideaStates } from '../features/ideas/labels.ts';
import { ideaRecord } from '../features/ideas/record.ts';
import { mentorHoldings } from '../features/mentors/holdings.ts';
import { historyLine as mentoringLine, stateWords as mentoringStates } from '../features/mentors/labels.ts';
import { profileRecord } from '../features/mentors/profiles/record.ts';
import { mentoringRecord } from '../features/mentors/record.ts';
import { noticeHoldings } from '../features/notices/holdings.ts';
import { extraFindings } from '../features/requests/audit.ts';
import { budgetCollection } from '../features/requests/budgets/model.ts';
import { movementLine } from '../features/requests/budgets/movements.ts';
import { requestHoldings } from '../features/requests/holdings.ts';
import { historyLine, stateOf as requestState } from '../features/requests/labels.ts';
import { requestRecord } from '../features/requests/record.ts';
import { restoreCollection } from './after-restore.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of all kinds stand in one list; each reads its own documents
export type AnyRecord = CaseRecord<any, any>;

/**
 * Everything that the store and the archive hold. What is not here is in no access, no export and no erasure; a test of
 * the house sees to it that nothing is missing.
 */
export type Registry = {
  readonly cases: readonly AnyRecord[];
  readonly holdings: readonly Holding[];
  /** What the audit looks at besides chain and seal, by collection. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly extraFindings: Readonly<Record<string, (doc: any) => readonly Finding[]>>;
  /** How an entry of a history is read, by collection; `undefined` for what only keeps the trace. */
  readonly lines: Readonly<Record<string, LineOf>>;
  /** Where a document stands, in words, by collection. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly states: Readonly<Record<string, (doc: any) => Text | undefined>>;
};

/** @param doc whose history it is: what it is called */
export type LineOf = (entry: HistoryEntry, language: Language, doc: object) => string | undefined;

/** What belongs to no feature: the numbers of cases, and the links of mails. */
const ownHoldings: readonly Holding[] = [
  {
    collection: 'counters',
    noun: { de: 'Zähler der Nummern', en: 'Counter of numbers' },
    people: [],
    kept: { de: 'Auf Dauer; Personen stehen nicht darin.', en: 'For good; nobody stands in it.' },
    onErase: 'keep',
  },
  {
    collection: 'links',
    noun: { de: 'Persönlicher Link', en: 'Personal link' },
    people: ['party', 'member', 'person', 'by'].map((id) => ({
      at: 'subject',
      id,
      as: { de: 'hat ihn bekommen oder ist darin gemeint', en: 'got it, or is meant by it' },
    })),
    kept: {
      de: '30 Tage nach seinem Ablauf; aufbewahrt ist nur der Fingerabdruck.',
      en: '30 days after it has run out; only its fingerprint is kept.',
    },
    onErase: 'remove',
  },
  {
    collection: readingCollection,
    noun: { de: 'Blick in Akten', en: 'Look at files' },
    people: [{ at: '', id: 'by', names: ['byName'], as: { de: 'hat gelesen', en: 'has read' } }],
    kept: {
      de: 'Drei Jahre: So lange lässt sich sagen, wer wessen Akten gelesen hat.',
      en: 'Three years: so long it can be told who read whose files.',
    },
    onErase: 'keep',
  },
  {
    collection: restoreCollection,
    noun: { de: 'Vermerk einer Wiederherstellung', en: 'Note of a restore' },
    people: [],
    kept: { de: 'Auf Dauer; Personen stehen nicht darin.', en: 'For good; nobody stands in it.' },
    onErase: 'keep',
  },
  {
    collection: momentCollection,
    noun: { de: 'Kurzzeitgedächtnis', en: 'Short memory' },
    people: [],
    kept: {
      de: 'Höchstens einen Tag, Bezüge auf vorige Antworten 30 Minuten; nur bei mehreren Instanzen. Unter einem Fingerabdruck: Personen stehen nicht darin.',
      en: 'A day at most, references to former answers 30 minutes; with several instances only. Under a fingerprint: nobody stands in it.',
    },
    onErase: 'keep',
  },
];

export const registry: Registry = {
  cases: [
    requestRecord,
    meetingRecord,
    circulationRecord,
    pollRecord,
    topicRecord,
    ideaRecord,
    mentoringRecord,
    profileRecord,
    proposalRecord,
  ],
  holdings: [
    ...requestHoldings,
    ...boardHoldings,
    ...ideaHoldings,
    ...mentorHoldings,
    ...directoryHoldings,
    ...noticeHoldings,
    ...fileHoldings,
    ...ownHoldings,
  ],
  extraFindings: { [requestRecord.collection]: extraFindings },
  lines: {
    [requestRecord.collection]: (entry, language, doc) =>
      historyLine(entry, language, [], doc as Parameters<typeof historyLine>[3]),
    [budgetCollection]: movementLine,
    [proposalRecord.collection]: proposalLine,
    [changeCollection]: changeLine,
    [circulationRecord.collection]: circulationLine,
    [topicRecord.collection]: topicLine,
    [meetingRecord.collection]: (entry, language) => meetingLine(entry, language),
    [ideaRecord.collection]: (entry, language) => ideaLine(entry, language, true),
    [mentoringRecord.collection]: (entry, language) => mentoringLine(entry, language),
    [profileRecord.collection]: (entry, language) => mentoringLine(entry, language),
    [pollRecord.collection]: pollLine,
  },
  states: {
    [requestRecord.collection]: (doc) => requestState(doc),
    [meetingRecord.collection]: ({ state }) => meetingStates[state as keyof typeof meetingStates],
    [circulationRecord.collection]: ({ state }) =>
      circulationStateWords[state as keyof typeof circulationStateWords],
    [pollRecord.collection]: ({ state }) => pollStateWords[state as keyof typeof pollStateWords],
    [topicRecord.collection]: ({ state }) => topicStateWords[state as keyof typeof topicStateWords],
    [ideaRecord.collection]: ({ state }) => ideaStates[state as keyof typeof ideaStates],
    [mentoringRecord.collection]: ({ state }) => mentoringStates[state as keyof typeof mentoringStates],
    [proposalRecord.collection]: plainState,
  },
};

/** What a document of a collection is called. */
export const nounOf = (collection: string): Text =>
  [...registry.cases, ...registry.holdings].find((one) => one.collection === collection)?.noun ?? {
    de: collection,
    en: collection,
  };
