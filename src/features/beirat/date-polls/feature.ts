import { openCases } from '../../../case/cases.ts';
import type { Feature } from '../../../core/feature.ts';
import type { Archive } from '../../../core/ports/archive.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { TabVisit } from '../../../core/tab.ts';
import { type BoardDesk, contextAt } from '../board/desk.ts';
import type { PlanMeeting } from './acts/take.ts';
import { pollNotices } from './notices.ts';
import { pollPage } from './page.ts';
import { type ProposedDays, startActions, startIntent } from './start.ts';
import { pollRows } from './tab.ts';
import { pollType } from './type.ts';

export type DatePollPorts = {
  readonly store: Store;
  readonly archive?: Archive | undefined;
  /** Goes on to the meeting that a date was found for. */
  readonly planMeeting: PlanMeeting;
  readonly proposedDays: ProposedDays;
};

/** Finds dates with the members of the Beirat. */
export function createDatePolls(
  desk: BoardDesk,
  { store, archive, planMeeting, proposedDays }: DatePollPorts,
) {
  const polls = openCases(pollType(planMeeting), {
    store,
    archive,
    directory: desk.directory,
    contextAt: (at) => contextAt(desk, at),
  });
  const starting = { ...desk, polls, proposedDays };
  return {
    intents: [
      startIntent(starting),
      polls.intent({
        id: 'beirat.poll-answer',
        title: { de: 'Auf eine Terminumfrage antworten', en: 'Answer a date poll' },
        examples: {
          de: [
            'T-2026/1',
            'T-2026/1 ja, nein, zur Not',
            'T-2026/1 nehmen 2',
            'T-2026/1 verlängern',
            'T-2026/1 beenden',
          ],
          en: [
            'T-2026-1',
            'T-2026/1 yes, no, if need be',
            'T-2026/1 take 2',
            'T-2026/1 extend',
            'T-2026/1 close',
          ],
        },
      }),
    ],
    actions: [...startActions(starting), ...polls.actions],
    notices: pollNotices(polls, desk),
    cases: polls.cards,
    jobs: [polls.job('beirat.polls'), polls.keeping('beirat.polls-kept')],
    pages: [pollPage(polls)],
    rows: (visit: TabVisit) => pollRows(polls, visit),
  } satisfies Partial<Feature> & Record<string, unknown>;
}
