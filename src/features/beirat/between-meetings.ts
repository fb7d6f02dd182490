import type { Feature } from '../../core/feature.ts';
import type { AgendaOffers } from '../../core/ports/agenda.ts';
import type { Store } from '../../core/ports/store.ts';
import { circulationActions, circulationIntents } from './circulation/chat.ts';
import { Circulation, circulationCollection } from './circulation/circulation.ts';
import { circulationNotices } from './circulation/notices.ts';
import { circulationCases, circulationJobs, circulationOffers } from './circulation/outside.ts';
import { circulationPages } from './circulation/page.ts';
import type { PlanDesk } from './plan/planning.ts';
import { pollActions, pollIntents } from './poll/chat.ts';
import { pollCases, pollJobs, pollNotices } from './poll/outside.ts';
import { pollPages } from './poll/page.ts';
import { DatePoll, pollCollection } from './poll/poll.ts';
import { rhythmActions, rhythmIntents } from './rhythm/chat.ts';
import { Reminded, remindedCollection, rhythmJobs, rhythmNotices } from './rhythm/reminding.ts';

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
