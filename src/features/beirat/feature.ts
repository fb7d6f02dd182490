import { SentForm } from '../../case/create.ts';
import type { Feature } from '../../core/feature.ts';
import type { AgendaOffers, AgendaPlaces } from '../../core/ports/agenda.ts';
import type { Archive } from '../../core/ports/archive.ts';
import type { CalendarFile } from '../../core/ports/calendar-file.ts';
import type { Fates } from '../../core/ports/fates.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Papers } from '../../core/ports/papers.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Holidays } from '../../core/working-days.ts';
import { type BoardDesk, contextAt, sentFormCollection } from './board/desk.ts';
import type { Rules } from './board/rules.ts';
import { createCirculations } from './circulations/feature.ts';
import { circulationCase } from './circulations/model.ts';
import { createDatePolls } from './date-polls/feature.ts';
import { officeActions } from './meetings/chat/actions.ts';
import { officeIntents } from './meetings/chat/intents.ts';
import { forgetWords } from './meetings/forget.ts';
import { memberActions } from './meetings/invitation/actions.ts';
import { answerRoute } from './meetings/invitation/answer-page.ts';
import { memberIntents } from './meetings/invitation/intents.ts';
import { listRoutes } from './meetings/invitation/list-pages.ts';
import { memberCase } from './meetings/invitation/member-case.ts';
import { memberNotices } from './meetings/invitation/notices.ts';
import { followUp } from './meetings/ledger.ts';
import { Meeting, meetingCollection } from './meetings/meeting.ts';
import { officeCase } from './meetings/office-case.ts';
import { officeNotices } from './meetings/office-notices.ts';
import { createPlaces, placedOn } from './meetings/places.ts';
import { forgetForms, openPlan, type PlanDesk } from './meetings/plan/planning.ts';
import { recordActions } from './meetings/record/actions.ts';
import { recordIntents } from './meetings/record/intents.ts';
import { recordNotices } from './meetings/record/notices.ts';
import { recordPages } from './meetings/record/pages.ts';
import { rhythmActions, rhythmIntents } from './meetings/rhythm/chat.ts';
import { proposedDays } from './meetings/rhythm/proposed-days.ts';
import { Reminded, remindedCollection, rhythmJobs, rhythmNotices } from './meetings/rhythm/reminding.ts';
import { watchMeetings } from './meetings/watch.ts';

export type BeiratPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly rules: () => Rules;
  readonly links: Links;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** What became of the notices of a meeting. */
  readonly fates: Fates;
  readonly offers: AgendaOffers;
  /** Where closed cases go; without it they stay in the store. */
  readonly archive?: Archive | undefined;
};

/** Runs the Digitaler Beirat: plans, has approved, invites, follows the answers, records. */
export type BeiratFeature = Feature & {
  /** Where an idea stands with the Beirat. */
  readonly places: AgendaPlaces;
};

export function createBeiratFeature(ports: BeiratPorts): BeiratFeature {
  const { store, ids, fates } = ports;
  const meetings = store.collection(meetingCollection, Meeting);
  const board: BoardDesk = {
    ...ports,
    forms: store.collection(sentFormCollection, SentForm),
    digest: ids.digest,
    newId: ids.next,
  };
  const circulations = createCirculations(board, store, ports.archive);
  const desk: PlanDesk = {
    ...ports,
    ...board,
    meetings,
    offers: async () => {
      const placed = placedOn(await meetings.list(), circulationCase);
      return [...(await circulations.offers(placed)), ...(await ports.offers())];
    },
  };
  const polls = createDatePolls(board, {
    store,
    archive: ports.archive,
    planMeeting: (turn, start) => openPlan(desk, turn, start),
    proposedDays: async (context) => proposedDays(await meetings.list(), context),
  });
  const rhythm = { ...desk, reminded: store.collection(remindedCollection, Reminded) };
  const at = (moment: string) => contextAt(desk, moment);
  return {
    id: 'beirat',
    topic: { de: 'Beirat', en: 'Board' },
    intents: [
      ...officeIntents(desk),
      ...memberIntents(desk),
      ...recordIntents(desk),
      ...rhythmIntents(rhythm),
      ...circulations.intents,
      ...polls.intents,
    ],
    actions: [
      ...officeActions(desk),
      ...memberActions(desk),
      ...recordActions(desk),
      ...rhythmActions(rhythm),
      ...circulations.actions,
      ...polls.actions,
    ],
    notices: [
      ...officeNotices(desk),
      ...memberNotices(desk),
      ...recordNotices(desk),
      ...rhythmNotices(rhythm),
      ...circulations.notices,
      ...polls.notices,
    ],
    cases: [officeCase(desk), memberCase(desk), ...circulations.cases, ...polls.cases],
    jobs: [
      watchMeetings({ ...desk, contextAt: at }),
      followUp({ ...desk, fates, contextAt: at }),
      forgetForms(desk),
      forgetWords({ ...desk, contextAt: at }),
      ...rhythmJobs(rhythm),
      ...circulations.jobs,
      ...polls.jobs,
    ],
    pages: [
      answerRoute(desk),
      ...listRoutes(desk),
      ...recordPages(desk),
      ...circulations.pages,
      ...polls.pages,
    ],
    places: createPlaces(desk),
  };
}
