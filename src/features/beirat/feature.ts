import { SentForm } from '../../case/create.ts';
import type { CaseFiles } from '../../case/files.ts';
import type { Feature } from '../../core/feature.ts';
import type { AgendaOffers, AgendaPlaces } from '../../core/ports/agenda.ts';
import type { Archive } from '../../core/ports/archive.ts';
import type { CalendarFile } from '../../core/ports/calendar-file.ts';
import type { Fates } from '../../core/ports/fates.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Inbox } from '../../core/ports/inbox.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Papers } from '../../core/ports/papers.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { YearFigures } from '../../core/ports/year-figures.ts';
import type { Holidays } from '../../core/working-days.ts';
import type { Body } from './board/context.ts';
import { type BoardDesk, sentFormCollection } from './board/desk.ts';
import type { Rules } from './board/rules.ts';
import { createCirculations } from './circulations/feature.ts';
import { circulationCase } from './circulations/model.ts';
import { createDatePolls } from './date-polls/feature.ts';
import { createMeetings, type KeptFiles } from './meetings/feature.ts';
import { placedOn } from './meetings/places.ts';
import type { TopicFiles } from './topics/desk.ts';
import { createTopics } from './topics/feature.ts';

export type BeiratPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly rules: () => Rules;
  /** Bodies outside of the role model, which may be asked to look at an item. */
  readonly partners?: (() => readonly Body[]) | undefined;
  readonly links: Links;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** Files of cases; without it papers are links only. */
  readonly kept?: (KeptFiles & TopicFiles) | undefined;
  /** What became of the notices of a meeting. */
  readonly fates: Fates;
  readonly offers: AgendaOffers;
  /** What other parts of the program count for the annual report. */
  readonly figures: readonly YearFigures[];
  /** The mailbox that mails come from, where it is read. */
  readonly inbox?: Inbox | undefined;
  /** Where closed cases go; without it they stay in the store. */
  readonly archive?: Archive | undefined;
};

/** Runs the Digitaler Beirat: meetings, and between them date polls and circulations. */
export type BeiratFeature = Feature & {
  /** Where an idea stands with the Beirat. */
  readonly places: AgendaPlaces;
  /** Meetings and topics as cases that have files. */
  readonly files: readonly CaseFiles[];
};

export function createBeiratFeature(ports: BeiratPorts): BeiratFeature {
  const { store, ids } = ports;
  const board: BoardDesk = {
    ...ports,
    forms: store.collection(sentFormCollection, SentForm),
    digest: ids.digest,
    newId: ids.next,
  };
  const circulations = createCirculations(board, store, ports.archive);
  const meetings = createMeetings(board, {
    ...ports,
    figures: [circulations.figures, ...ports.figures],
    async offers() {
      const placed = placedOn(await meetings.list(), circulationCase);
      return [...(await circulations.offers(placed)), ...(await topics.offers()), ...(await ports.offers())];
    },
  });
  const topics = createTopics(board, {
    ...meetings.forTopics,
    store,
    archive: ports.archive,
    kept: ports.kept,
  });
  const { planMeeting, proposedDays } = meetings;
  const polls = createDatePolls(board, { store, archive: ports.archive, planMeeting, proposedDays });
  return {
    id: 'beirat',
    topic: { de: 'Beirat', en: 'Board' },
    intents: [...meetings.intents, ...circulations.intents, ...polls.intents, ...topics.intents],
    actions: [...meetings.actions, ...circulations.actions, ...polls.actions, ...topics.actions],
    waiting: async (turn) => [
      ...(await meetings.waiting(turn)),
      ...(await circulations.waiting(turn)),
      ...(await topics.waiting(turn)),
    ],
    notices: [...meetings.notices, ...circulations.notices, ...polls.notices, ...topics.notices],
    cases: [...meetings.cases, ...circulations.cases, ...polls.cases, ...topics.cases],
    jobs: [...meetings.jobs, ...circulations.jobs, ...polls.jobs, ...topics.jobs],
    pages: [...meetings.pages, ...circulations.pages, ...polls.pages, ...topics.pages],
    search: meetings.search,
    tabs: [
      meetings.tab({
        rows: async (visit) => [
          ...(await circulations.rows(visit)),
          ...(await polls.rows(visit)),
          ...(await topics.rows(visit)),
        ],
        begins: topics.begins,
      }),
      topics.detail,
      meetings.steeringTab,
    ],
    places: meetings.places,
    files: [meetings.files, topics.files],
  };
}
