import { openCases } from '../../../case/cases.ts';
import type { Feature, Waiting } from '../../../core/feature.ts';
import type { AgendaOffer } from '../../../core/ports/agenda.ts';
import type { Archive } from '../../../core/ports/archive.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { TabVisit } from '../../../core/tab.ts';
import type { Turn } from '../../../core/turn.ts';
import { waits } from '../../../core/waiting.ts';
import { type BoardDesk, contextAt } from '../board/desk.ts';
import { circulationFigures } from './figures.ts';
import { circulationCase, isVoting } from './model.ts';
import { circulationNotices } from './notices.ts';
import { circulationPage } from './page.ts';
import { openForm, type StartDesk, startActions, startIntents } from './start.ts';
import { circulationRows } from './tab.ts';
import { circulationType } from './type.ts';

/** Resolves without a meeting. */
export function createCirculations(desk: BoardDesk, store: Store, archive?: Archive) {
  const circulations = openCases(
    circulationType((turn, id) => openForm(starting, turn, id)),
    {
      store,
      archive,
      directory: desk.directory,
      contextAt: (at) => contextAt(desk, at),
    },
  );
  const starting: StartDesk = { ...desk, circulations };
  const parts = {
    intents: [
      ...startIntents(starting),
      circulations.intent({
        id: 'beirat.circulation-act',
        title: { de: 'Im Umlauf abstimmen', en: 'Vote by circulation' },
        examples: {
          de: [
            'U-2026/1',
            'U-2026/1 ja',
            'U-2026/1 Enthaltung',
            'U-2026/1 freigeben',
            'U-2026/1 widersprechen: Bitte in der Sitzung',
          ],
          en: [
            'U-2026-1',
            'U-2026/1 yes',
            'U-2026/1 abstain',
            'U-2026/1 approve',
            'U-2026/1 object: Please in the meeting',
          ],
        },
      }),
    ],
    actions: [...startActions(starting), ...circulations.actions],
    notices: circulationNotices(circulations, desk),
    cases: circulations.cards,
    jobs: [circulations.job('beirat.circulations'), circulations.keeping('beirat.circulations-kept')],
    pages: [circulationPage(circulations)],
  } satisfies Partial<Feature>;
  /** What must go to a meeting: the procedure was objected to, or too few took part, and no meeting has dealt with it. */
  const offers = async (placed: ReadonlySet<string>): Promise<readonly AgendaOffer[]> => {
    const open = await circulations.collection.list();
    return open
      .filter(({ id, state }) => (state === 'objected' || state === 'no-quorum') && !placed.has(id))
      .sort((a, b) => a.changedAt.localeCompare(b.changedAt))
      .map(({ id, title, wording, reasons }) => ({
        ref: { kind: circulationCase, id },
        title,
        text: [wording, reasons].filter(Boolean).join('\n\n').slice(0, 1500),
        links: [],
      }));
  };
  /** Votings under way in which the person has not voted. */
  const waiting = async (turn: Turn): Promise<readonly Waiting[]> => {
    const viewer = circulations.viewerOf(turn).id;
    const context = circulations.contextAt(turn.at);
    const { length } = (await circulations.collection.list()).filter(
      (one) => isVoting(one, context) && one.ballots.some(({ party, vote }) => party === viewer && !vote),
    );
    return waits(
      length,
      { de: '1 Umlaufbeschluss ohne Ihre Stimme', en: '1 circular resolution without your vote' },
      (count) => ({
        de: `${count} Umlaufbeschlüsse ohne Ihre Stimme`,
        en: `${count} circular resolutions without your vote`,
      }),
      { de: 'Umlaufbeschlüsse', en: 'Circular resolutions' },
    );
  };
  const figures = circulationFigures(() => circulations.collection.list());
  return {
    ...parts,
    offers,
    waiting,
    figures,
    rows: (visit: TabVisit) => circulationRows(circulations, visit),
  };
}
