import type { Feature } from '../../core/feature.ts';
import type { Store } from '../../core/ports/store.ts';
import type { PlanDesk } from './plan/planning.ts';
import { pollActions, pollIntents } from './poll/chat.ts';
import { pollCases, pollJobs, pollNotices } from './poll/outside.ts';
import { pollPages } from './poll/page.ts';
import { DatePoll, pollCollection } from './poll/poll.ts';

type Parts = Required<Pick<Feature, 'intents' | 'actions' | 'notices' | 'cases' | 'jobs' | 'pages'>>;

/** What goes on between meetings: finding a date. */
export function betweenMeetings(desk: PlanDesk, store: Store): Parts {
  const polls = { ...desk, polls: store.collection(pollCollection, DatePoll) };
  return {
    intents: [...pollIntents(polls)],
    actions: [...pollActions(polls)],
    notices: [...pollNotices(polls)],
    cases: [...pollCases(polls)],
    jobs: [...pollJobs(polls)],
    pages: [...pollPages(polls)],
  };
}
