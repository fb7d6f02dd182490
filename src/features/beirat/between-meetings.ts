import type { Feature } from '../../core/feature.ts';
import type { AgendaOffer } from '../../core/ports/agenda.ts';
import type { Store } from '../../core/ports/store.ts';
import type { BoardDesk } from './board/desk.ts';
import { circulationActions, circulationIntents } from './circulations/chat.ts';
import { Circulation, circulationCollection } from './circulations/circulation.ts';
import { circulationNotices } from './circulations/notices.ts';
import { circulationCases, circulationJobs, circulationOffers } from './circulations/outside.ts';
import { circulationPages } from './circulations/page.ts';

/** Resolves without a meeting. */
export function createCirculations(desk: BoardDesk, store: Store) {
  const circulations = { ...desk, circulations: store.collection(circulationCollection, Circulation) };
  const parts = {
    intents: circulationIntents(circulations),
    actions: circulationActions(circulations),
    notices: circulationNotices(circulations),
    cases: circulationCases(circulations),
    jobs: circulationJobs(circulations),
    pages: circulationPages(circulations),
  } satisfies Partial<Feature>;
  /** What must go to a meeting. */
  const offers = (placed: ReadonlySet<string>): Promise<readonly AgendaOffer[]> =>
    circulationOffers(circulations, placed);
  return { ...parts, offers };
}
