import type { Cases } from '../../../../case/cases.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { shortened, wordsIn } from '../../../../core/text.ts';
import type { Turn } from '../../../../core/turn.ts';
import { type Context, today } from '../../board/context.ts';
import { isOffice } from '../../board/members.ts';
import { standingLine } from '../labels.ts';
import type { Circulation } from '../model.ts';
import { circulationSeenAs } from '../policy.ts';

/** Card `beirat/circulation-list`: what somebody may see, what waits first. */
export type CirculationListView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly empty?: string | undefined;
  readonly items: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly more?: string | undefined;
  readonly canDraft: boolean;
};

/** As many as fit on a card. */
const most = 12;

export async function circulationsReply(
  { collection, contextAt, viewerOf }: Cases<Circulation, Context>,
  turn: Turn,
): Promise<Reply> {
  const context = contextAt(turn.at);
  const viewer = viewerOf(turn);
  const { language } = viewer;
  const t = wordsIn(language);
  const theirs = (await collection.list())
    .filter((circulation) => circulationSeenAs(circulation, viewer.id, context))
    .sort(byUrgency);
  const title = t(
    'Umlaufbeschlüsse des Digitalen Beirats',
    'Circular resolutions of the Digital Advisory Board',
  );
  const empty = t('Zurzeit gibt es keinen, der Sie betrifft.', 'There is none that concerns you at present.');
  const left = theirs.length - most;
  const more = t(
    `Es gibt ${left} ältere; Sie öffnen sie mit ihrer Nummer.`,
    `There are ${left} older ones; open them by their number.`,
  );
  const view: CirculationListView = {
    roles: [],
    title,
    empty: theirs.length === 0 ? empty : undefined,
    items: theirs.slice(0, most).map((circulation) => ({
      id: circulation.id,
      title: `${labelOf(circulation)} · ${circulation.title}`,
      text: shortened(standingLine(circulation, today(context), language), 200),
    })),
    more: left > 0 ? more : undefined,
    canDraft: isOffice(viewer.id, context) && context.rules.circulation.allowed !== 'never',
  };
  return { card: 'beirat/circulation-list', data: view, summary: title, language };
}

/** Under way before ended, voting first; then the newest. */
const byUrgency = (a: Circulation, b: Circulation): number =>
  rank(b) - rank(a) || b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);

const rank = ({ state }: Circulation): number =>
  state === 'voting' ? 2 : state === 'awaiting-approval' || state === 'draft' ? 1 : 0;
