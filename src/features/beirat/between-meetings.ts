import type { Feature } from '../../core/feature.ts';
import type { AgendaOffers } from '../../core/ports/agenda.ts';
import type { Store } from '../../core/ports/store.ts';
import { circulationActions, circulationIntents } from './circulations/chat.ts';
import { Circulation, circulationCollection } from './circulations/circulation.ts';
import { circulationNotices } from './circulations/notices.ts';
import { circulationCases, circulationJobs, circulationOffers } from './circulations/outside.ts';
import { circulationPages } from './circulations/page.ts';
import {
  Reminded,
  remindedCollection,
  rhythmActions,
  rhythmIntents,
  rhythmJobs,
  rhythmNotices,
} from './meetings/rhythm/reminding.ts';
import type { PlanDesk } from './meetings/start.ts';

type Parts = Required<Pick<Feature, 'intents' | 'actions' | 'notices' | 'cases' | 'jobs' | 'pages'>>;

/** What goes on between meetings: when the next one is due, finding its date, resolving by circulation. */
export function betweenMeetings(desk: PlanDesk, store: Store): Parts {
  const circulations = { ...desk, circulations: circulationsIn(store) };
  const rhythm = { ...desk, reminded: store.collection(remindedCollection, Reminded) };
  return {
    intents: [...rhythmIntents(rhythm), ...circulationIntents(circulations)],
    actions: [...rhythmActions(rhythm), ...circulationActions(circulations)],
    notices: [...rhythmNotices(rhythm), ...circulationNotices(circulations)],
    cases: [...circulationCases(circulations)],
    jobs: [...rhythmJobs(rhythm), ...circulationJobs(circulations)],
    pages: [...circulationPages(circulations)],
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
