import { caseSearch, type Searched } from '../../../case/case-search.ts';
import { openCases } from '../../../case/cases.ts';
import { type CaseFiles, caseFiles } from '../../../case/files.ts';
import type { LinkedFiles } from '../../../case/files-page.ts';
import { labelOf } from '../../../core/case-number.ts';
import { dayOf } from '../../../core/day.ts';
import type { Feature, Intent } from '../../../core/feature.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { AgendaOffers } from '../../../core/ports/agenda.ts';
import type { Archive } from '../../../core/ports/archive.ts';
import type { CalendarFile } from '../../../core/ports/calendar-file.ts';
import type { Fates } from '../../../core/ports/fates.ts';
import type { Files } from '../../../core/ports/files.ts';
import type { Ids } from '../../../core/ports/ids.ts';
import type { Inbox } from '../../../core/ports/inbox.ts';
import type { Papers } from '../../../core/ports/papers.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { YearFigures } from '../../../core/ports/year-figures.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Context } from '../board/context.ts';
import { type BoardDesk, contextAt } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { bookedBy } from './against.ts';
import { agendaActions } from './agenda-form.ts';
import { annualActions, annualIntent, annualRoutes } from './annual/door.ts';
import { cameCards } from './came.ts';
import type { MeetingDesk, Meetings } from './desk.ts';
import { filesFor, mayAddPapers } from './item-files.ts';
import { stateWords } from './labels.ts';
import { followUp } from './ledger.ts';
import { listActions, listIntents } from './lists.ts';
import { readMailbox } from './mailbox.ts';
import { ends, type Meeting } from './model.ts';
import { memberNotices } from './notices/member.ts';
import { officeNotices } from './notices/office.ts';
import { recommendationNotices } from './notices/recommendation.ts';
import { recordNotices } from './notices/record.ts';
import { reviewNotices } from './notices/review.ts';
import { openings } from './openings.ts';
import { ordinaryIntents } from './ordinary.ts';
import { answerRoute } from './pages/answer.ts';
import { fileRoutes } from './pages/files.ts';
import { listRoutes } from './pages/list.ts';
import { recordPages } from './pages/minutes.ts';
import { recommendationPage } from './pages/recommendation.ts';
import { reviewPage } from './pages/review.ts';
import { createPlaces } from './places.ts';
import { recommendationActions, showPart, waitingRecommendations } from './recommendation-cards.ts';
import { reportedAt, reportNote } from './recommendations.ts';
import { steeringTab } from './recommended-table.ts';
import { recordActions } from './record-cards.ts';
import { isPrepared } from './reviews.ts';
import {
  Reminded,
  remindedCollection,
  rhythmActions,
  rhythmIntents,
  rhythmJobs,
  rhythmNotices,
} from './rhythm/reminding.ts';
import { proposedDays } from './rhythm/rhythm.ts';
import { termJob, termNotice } from './rhythm/terms.ts';
import { forgetForms, openPlan, type Start, startActions, startIntent } from './start.ts';
import { boardTab, type Others } from './tab.ts';
import { forTopics } from './take.ts';
import { meetingType } from './type.ts';
import { unanswered } from './views/list.ts';

/** How files are kept, shown and read. */
export type KeptFiles = {
  readonly limits: FileLimits;
  /** The files of a case, for whoever sees it; `what` is what was typed behind the word. */
  readonly list: (turn: Turn, id: string, what?: string) => Promise<Reply>;
  /** The same for whoever comes by a personal link. */
  readonly linked: LinkedFiles;
  readonly contents: Pick<Files, 'read'>;
};

export type MeetingPorts = {
  readonly store: Store;
  readonly archive?: Archive | undefined;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** Files of cases; without it papers are links only. */
  readonly kept?: KeptFiles | undefined;
  /** What other parts of the program count for the annual report. */
  readonly figures: readonly YearFigures[];
  /** What became of the notices of a meeting. */
  readonly fates: Fates;
  /** What waits for a place on an agenda. */
  readonly offers: AgendaOffers;
  readonly ids: Ids;
  /** The mailbox that mails come from, where it is read. */
  readonly inbox?: Inbox | undefined;
};

/** Plans meetings, has them approved, invites to them, follows the answers, records them. */
export function createMeetings(board: BoardDesk, ports: MeetingPorts) {
  const { store, fates } = ports;
  const meetings: Meetings = openCases(
    meetingType({
      came: cameCards(() => desk),
      openings: openings(() => desk, ports.kept?.list),
      limits: ports.kept?.limits,
      booked: async () => bookedBy(await meetings.collection.list()),
      report: async (meeting, { now }) =>
        reportNote(reportedAt(await meetings.collection.list(), meeting), dayOf(now)),
      part: (turn, id, part) => showPart(desk, turn, resolutionNumber(id, part)),
    }),
    {
      store,
      archive: ports.archive,
      directory: board.directory,
      contextAt: (at) => contextAt(board, at),
    },
  );
  const desk: MeetingDesk = {
    ...board,
    ...ports,
    meetings,
    contents: ports.kept?.contents,
    readsMailbox: ports.inbox !== undefined,
  };
  const annual = { ...desk, figures: ports.figures };
  const rhythm = { ...desk, reminded: store.collection(remindedCollection, Reminded) };
  const list = () => meetings.collection.list();
  return {
    waiting: async (turn: Turn) => [
      ...(await unanswered(desk, turn)),
      ...(await waitingRecommendations(desk, turn)),
    ],
    intents: [
      startIntent(desk),
      ...listIntents(desk),
      annualIntent(annual),
      ...ordinaryIntents(desk),
      meetings.intent(numbered),
      ...rhythmIntents(rhythm),
    ],
    actions: [
      ...startActions(desk),
      ...agendaActions(desk),
      ...listActions(desk),
      ...recordActions(desk),
      ...recommendationActions(desk),
      ...annualActions(annual),
      ...meetings.actions,
      ...rhythmActions(rhythm),
    ],
    notices: [
      ...officeNotices(meetings),
      ...memberNotices(desk),
      ...recordNotices(desk),
      ...recommendationNotices(desk),
      ...reviewNotices(desk),
      ...rhythmNotices(rhythm),
      termNotice(rhythm),
    ],
    cases: meetings.cards,
    jobs: [
      meetings.job('beirat.meetings'),
      followUp({ meetings, fates }),
      forgetForms(desk),
      meetings.keeping('beirat.forget'),
      ...rhythmJobs(rhythm),
      termJob(rhythm),
      ...(ports.inbox ? [readMailbox(desk, { inbox: ports.inbox, ids: ports.ids })] : []),
    ],
    pages: [
      answerRoute(desk),
      ...listRoutes(desk),
      ...recordPages(desk),
      ...fileRoutes(desk),
      recommendationPage(desk),
      reviewPage(desk),
      ...annualRoutes(annual),
    ],
    list,
    files: filesOfMeetings(meetings),
    search: caseSearch(meetings, searchedAs),
    tab: (others: Others) => boardTab(desk, others),
    steeringTab: steeringTab(desk),
    places: createPlaces({ meetings: { list } }),
    forTopics: forTopics(desk),
    planMeeting: (turn: Turn, start: Start) => openPlan(desk, turn, start),
    proposedDays: async (context: Context) => proposedDays(await list(), context),
  } satisfies Partial<Feature> & Record<string, unknown>;
}

/** Files come with meetings that are still to come, from the office; others have those of their items. */
const filesOfMeetings = (meetings: Meetings): CaseFiles =>
  caseFiles(meetings, {
    seen: filesFor,
    mayAdd: mayAddPapers,
    async mine(party, at) {
      if (!isOffice(party, meetings.contextAt(at))) return [];
      return (await meetings.collection.list())
        .filter((one) => isPrepared(one) || one.state === 'invited')
        .map(({ id, plan }) => ({ id, title: shortDay(plan.day, 'de') }));
    },
  });

/** `B-2026/1-03` of `B-2026-1` and `03`. */
const resolutionNumber = (id: string, part: string): string => `${labelOf({ id })}-${part}`;

/** Everybody in a chat may read when a meeting is; its agenda is for those who are invited. */
const searchedAs: Searched<Meeting, Context> = {
  line: ({ plan, state }, { language }) => ({
    title: `${language === 'de' ? 'Sitzung am' : 'Meeting on'} ${shortDay(plan.day, language)}, ${plan.time}`,
    state: stateWords[state][language],
  }),
  isOpenFor: ({ state, invitees }, party) =>
    !ends.includes(state) && invitees.some((one) => one.party === party),
};

/** Everything that is typed behind the number of a meeting. */
const numbered: Pick<Intent, 'id' | 'title' | 'examples'> = {
  id: 'beirat.meeting',
  title: { de: 'Eine Sitzung nach ihrer Nummer', en: 'A meeting by its number' },
  examples: {
    de: [
      'B-2026/1',
      'B-2026/1 zusagen',
      'B-2026/1 absagen: Dienstreise',
      'B-2026/1 Frage: Gibt es eine Vorlage?',
      'B-2026/1 online zusagen',
      'B-2026/1 Vertretung: Leitung IT-Betrieb KGRZ',
      'B-2026/1 meine Einladung',
      'B-2026/1 alles lesen',
      'B-2026/1 Liste',
      'B-2026/1 Unterlagen',
      'B-2026/1 Gäste TOP 4: Fachfirma',
      'B-2026/1 Anlage TOP 4: Vorlage.pdf',
      'B-2026/1 Dateien',
      'B-2026/1 Prüfung TOP 4: Amt 61 bis 03.12.2026',
      'B-2026/1 keine Prüfung TOP 4: Amt 61',
      'B-2026/1 Stellungnahme TOP 4: Keine Einwände',
      'B-2026/1 Prüfungen',
      'B-2026/1 vorlegen',
      'B-2026/1 freigeben',
      'B-2026/1 Änderung: Bitte TOP 3 streichen',
      'B-2026/1 einladen',
      'B-2026/1 verlegen auf 17.12.2026 14:00: Terminkollision',
      'B-2026/1 Sitzung absagen: keine Themen',
      'B-2026/1 Entwurf verwerfen: keine Themen',
      'B-2026/1 Niederschrift',
      'B-2026/1 eröffnen 14:05',
      'B-2026/1 Anwesenheit Fachperson Wirtschaft: online',
      'B-2026/1 befangen TOP 4: Fachperson Wirtschaft',
      'B-2026/1 Dringlichkeit TOP 4 5:0:0',
      'B-2026/1 Notiz TOP 3: Der Bericht wird zur Kenntnis genommen',
      'B-2026/1 Beschluss TOP 4 5:1:0: Der Beirat empfiehlt den Antrag; zuständig: Amt 80; bis: 31.01.2027',
      'B-2026/1 Beschluss TOP 4 5:0:0: Eine Datenplattform wird empfohlen; an: Stadtvorstand',
      'B-2026/1 Ende 16:10',
      'B-2026/1 Niederschrift senden',
      'B-2026/1 Niederschrift unterschrieben',
      'B-2026/1 Einwendung: Zu TOP 3 fehlt mein Hinweis',
      'B-2026/1 Einwendung 1 beantworten: Ergänzt',
      'B-2026/1 abschließen',
      'B-2026/1-03 erledigt: Bericht liegt vor',
      'B-2026/1-03 berichtigen 5:0:1: Neuer Wortlaut',
      'B-2026/1-03 aufgegriffen: Wird 2027 geplant',
      'B-2026/1-03 abgelehnt, weil die Mittel fehlen',
    ],
    en: [
      'B-2026-1',
      'B-2026/1 accept',
      'B-2026/1 decline: Business trip',
      'B-2026/1 question: Is there a paper?',
      'B-2026/1 accept online',
      'B-2026/1 deputy: Leitung IT-Betrieb KGRZ',
      'B-2026/1 my invitation',
      'B-2026/1 read all',
      'B-2026/1 list',
      'B-2026/1 papers',
      'B-2026/1 guests item 4: Fachfirma',
      'B-2026/1 paper item 4: Vorlage.pdf',
      'B-2026/1 files',
      'B-2026/1 review item 4: Amt 61 by 03.12.2026',
      'B-2026/1 no review item 4: Amt 61',
      'B-2026/1 comment item 4: No objections',
      'B-2026/1 reviews',
      'B-2026/1 submit',
      'B-2026/1 approve',
      'B-2026/1 change request: Please remove item 3',
      'B-2026/1 invite',
      'B-2026/1 move to 17.12.2026 14:00: Clash of dates',
      'B-2026/1 cancel meeting: no topics',
      'B-2026/1 discard draft: no topics',
      'B-2026/1 minutes',
      'B-2026/1 open 14:05',
      'B-2026/1 attendance Fachperson Wirtschaft: online',
      'B-2026/1 conflict item 4: Fachperson Wirtschaft',
      'B-2026/1 urgency item 4 5:0:0',
      'B-2026/1 note item 3: The report is noted',
      'B-2026/1 resolution item 4 5:1:0: The board recommends it; owner: Amt 80; due: 31.01.2027',
      'B-2026/1 resolution item 4 5:0:0: A data platform is recommended; to: Executive Board',
      'B-2026/1 end 16:10',
      'B-2026/1 send minutes',
      'B-2026/1 minutes signed',
      'B-2026/1 objection: My remark on item 3 is missing',
      'B-2026/1 objection 1 answer: Added',
      'B-2026/1 close',
      'B-2026/1-03 done: The report is there',
      'B-2026/1-03 correct 5:0:1: New wording',
      'B-2026/1-03 taken up: Planned for 2027',
      'B-2026/1-03 rejected, because there are no funds',
    ],
  },
};
