import { SentForm } from '../../case/create.ts';
import type { Feature } from '../../core/feature.ts';
import type { AgendaOffers, AgendaPlaces } from '../../core/ports/agenda.ts';
import type { CalendarFile } from '../../core/ports/calendar-file.ts';
import type { Fates } from '../../core/ports/fates.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Papers } from '../../core/ports/papers.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Holidays } from '../../core/working-days.ts';
import { betweenMeetings, withCirculations } from './between-meetings.ts';
import { contextAt, sentFormCollection } from './board/desk.ts';
import type { Rules } from './board/rules.ts';
import { createDatePolls } from './date-polls/feature.ts';
import { officeActions } from './meetings/chat/actions.ts';
import { officeIntents } from './meetings/chat/intents.ts';
import { watchMeetings } from './meetings/deadlines.ts';
import { memberActions } from './meetings/invitation/actions.ts';
import { memberIntents } from './meetings/invitation/intents.ts';
import { memberCase } from './meetings/invitation/member-case.ts';
import { followUp } from './meetings/ledger.ts';
import { Meeting, meetingCollection } from './meetings/model.ts';
import { memberNotices } from './meetings/notices/member.ts';
import { officeNotices } from './meetings/notices/office.ts';
import { recordNotices } from './meetings/notices/record.ts';
import { officeCase } from './meetings/office-case.ts';
import { answerRoute } from './meetings/pages/answer.ts';
import { listRoutes } from './meetings/pages/list.ts';
import { recordPages } from './meetings/pages/minutes.ts';
import { createPlaces } from './meetings/places.ts';
import { recordActions } from './meetings/record/actions.ts';
import { recordIntents } from './meetings/record/intents.ts';
import { forgetWords } from './meetings/retention.ts';
import { proposedDays } from './meetings/rhythm/rhythm.ts';
import { forgetForms, openPlan, type PlanDesk } from './meetings/start.ts';

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
};

/** Runs the Digitaler Beirat: plans, has approved, invites, follows the answers, records. */
export type BeiratFeature = Feature & {
  /** Where an idea stands with the Beirat. */
  readonly places: AgendaPlaces;
};

export function createBeiratFeature(ports: BeiratPorts): BeiratFeature {
  const { store, ids, fates } = ports;
  const meetings = store.collection(meetingCollection, Meeting);
  const desk: PlanDesk = {
    ...ports,
    offers: withCirculations(ports.offers, { meetings }, store),
    forms: store.collection(sentFormCollection, SentForm),
    meetings,
    digest: ids.digest,
    newId: ids.next,
  };
  const between = betweenMeetings(desk, store);
  const polls = createDatePolls(desk, {
    store,
    planMeeting: (turn, start) => openPlan(desk, turn, start),
    proposedDays: async (context) => proposedDays(await meetings.list(), context),
  });
  const at = (moment: string) => contextAt(desk, moment);
  return {
    id: 'beirat',
    topic: { de: 'Beirat', en: 'Board' },
    intents: [
      ...officeIntents(desk),
      ...memberIntents(desk),
      ...recordIntents(desk),
      ...between.intents,
      ...polls.intents,
    ],
    actions: [
      ...officeActions(desk),
      ...memberActions(desk),
      ...recordActions(desk),
      ...between.actions,
      ...polls.actions,
    ],
    notices: [
      ...officeNotices(desk),
      ...memberNotices(desk),
      ...recordNotices(desk),
      ...between.notices,
      ...polls.notices,
    ],
    cases: [officeCase(desk), memberCase(desk), ...between.cases, ...polls.cases],
    jobs: [
      watchMeetings({ ...desk, contextAt: at }),
      followUp({ ...desk, fates, contextAt: at }),
      forgetForms(desk),
      forgetWords({ ...desk, contextAt: at }),
      ...between.jobs,
      ...polls.jobs,
    ],
    pages: [answerRoute(desk), ...listRoutes(desk), ...recordPages(desk), ...between.pages, ...polls.pages],
    places: createPlaces(desk),
  };
}
