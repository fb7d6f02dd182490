import { command } from '../../core/command.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { fromIn } from '../../core/paging.ts';
import type { Collection } from '../../core/ports/store.ts';
import { isGranted } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Feedback } from './feedback.ts';
import type { Gap, GapCount } from './gaps.ts';
import type { Directory } from './model.ts';
import { gapsView } from './other-views.ts';
import type { Partner } from './partners.ts';

/** What the list of open questions is made of. */
export type GapsPorts = {
  readonly directory: () => Directory;
  readonly partners: () => readonly Partner[];
  readonly gaps: Collection<Gap>;
  readonly counts: Collection<GapCount>;
  readonly feedback: Collection<Feedback>;
  /** @throws {Refusal} unless 10.50 or its deputy asks */
  readonly keeper: (turn: Turn) => unknown;
};

export const gapsIntent = (ports: GapsPorts): Intent => ({
  id: 'directory.gaps',
  title: { de: 'Offene Fragen (nur für 10.50)', en: 'Open questions (only for 10.50)' },
  examples: { de: ['Lücken', 'offene Fragen'], en: ['gaps', 'open questions'] },
  usefulTo: (turn) => isGranted(() => ports.keeper(turn)),
  match: command('lücken', 'luecken', 'offene fragen', 'lückenliste', 'gaps', 'open questions', 'gap list'),
  handle: (turn) => gapsReply(ports, turn, 0),
});

/** The other pages of the list. */
export const gapsAction = (ports: GapsPorts): Action => ({
  verb: 'directory.gaps',
  handle: async (turn) => ({
    ...(await gapsReply(ports, turn, fromIn(turn.data))),
    inPlace: true,
  }),
});

async function gapsReply(ports: GapsPorts, turn: Turn, from: number): Promise<Reply> {
  const { directory, partners, gaps, counts, feedback, keeper } = ports;
  const { language } = turn;
  keeper(turn);
  const view = gapsView(
    { gaps: await gaps.list(), from },
    await counts.list(),
    await feedback.list(),
    { roles: directory().roles, partners: partners() },
    language,
  );
  return { card: 'directory/gaps', data: view, summary: openQuestions(view.total)[language], language };
}

const openQuestions = (count: number): Text =>
  count === 1
    ? { de: '1 offene Frage', en: '1 open question' }
    : { de: `${count} offene Fragen`, en: `${count} open questions` };
