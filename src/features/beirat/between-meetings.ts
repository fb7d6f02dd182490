import type { Feature } from '../../core/feature.ts';
import type { AgendaOffers } from '../../core/ports/agenda.ts';
import type { Store } from '../../core/ports/store.ts';
import { circulationActions, circulationIntents } from './circulations/chat.ts';
import { Circulation, circulationCollection } from './circulations/circulation.ts';
import { circulationNotices } from './circulations/notices.ts';
import { circulationCases, circulationJobs, circulationOffers } from './circulations/outside.ts';
import { circulationPages } from './circulations/page.ts';
import { pollActions, pollIntents } from './date-polls/chat.ts';
import { pollCases, pollJobs, pollNotices } from './date-polls/outside.ts';
import { pollPages } from './date-polls/page.ts';
import { DatePoll, pollCollection } from './date-polls/poll.ts';
import type { PlanDesk } from './meetings/plan/planning.ts';
import { rhythmActions, rhythmIntents } from './meetings/rhythm/chat.ts';
import { Reminded, remindedCollection, rhythmJobs, rhythmNotices } from './meetings/rhythm/reminding.ts';

type Parts = Required<Pick<Feature, 'intents' | 'actions' | 'notices' | 'cases' | 'jobs' | 'pages'>>;

/** What goes on between meetings: when the next one is due, finding its date, resolving by circulation. */
export function betweenMeetings(desk: PlanDesk, store: Store): Parts {
  const polls = { ...desk, polls: store.collection(pollCollection, DatePoll) };
  const circulations = { ...desk, circulations: circulationsIn(store) };
  const rhythm = { ...desk, reminded: store.collection(remindedCollection, Reminded) };
  return {
    intents: [...rhythmIntents(rhythm), ...pollIntents(polls), ...circulationIntents(circulations)],
    actions: [...rhythmActions(rhythm), ...pollActions(polls), ...circulationActions(circulations)],
    notices: [...rhythmNotices(rhythm), ...pollNotices(polls), ...circulationNotices(circulations)],
    cases: [...pollCases(polls), ...circulationCases(circulations)],
    jobs: [...rhythmJobs(rhythm), ...pollJobs(polls), ...circulationJobs(circulations)],
    pages: [...pollPages(polls), ...circulationPages(circulations)],
  };
}

const circulationsIn = (store: Store) => store.collection(circulationCollection, Circulation);

/** What waits for a place on an agenda: what others offer, and circulations that must go to a meeting. */
export const withCirculations =
  (offers: AgendaOffers, { meetings }: Pick<PlanDesk, 'meetings'>, store: Store): AgendaOffers =>
  async () => [
    ...(await circulationOffers({ circulations: circulationsIn(store), meetings })),
    ...(await offers()),
  ];
