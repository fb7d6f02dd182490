import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { standingLine, voteWords } from '../labels.ts';
import { ballotCase, ballotId, type Circulation, decidedStates, isVoting } from '../model.ts';
import { capacityOf } from '../voters.ts';
import { factsOf, type Tone, toneOf } from './office.ts';
import { votesIn } from './votes.ts';

/** Card `beirat/circulation-vote`: a circulation as one member votes on it and sees how it ended. */
export type BallotView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly tone: Tone;
  readonly remark?: string | undefined;
  /** What this member has voted, or for whom the vote is. */
  readonly mine: readonly string[];
  readonly wording: string;
  readonly reasons?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly canVote: boolean;
  readonly typed: string;
  /** Who voted how, after the end. */
  readonly rows: readonly string[];
};

export function ballotReply(
  circulation: Circulation,
  viewer: Addressee,
  context: Context,
  { remark, typed = '', can }: Showing,
): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const { id, title, wording, reasons, state } = circulation;
  const view: BallotView = {
    roles: [],
    id,
    title,
    subtitle: `${labelOf(circulation)} · ${t('Umlaufbeschluss des Digitalen Beirats', 'Circular resolution of the Digital Advisory Board')}`,
    state: standingLine(circulation, today(context), language),
    tone: toneOf(circulation),
    remark,
    mine: ownLines(circulation, viewer.id, context, language),
    wording: shortened(wording, 2500),
    reasons: reasons && shortened(reasons, 2500),
    facts: factsOf(circulation, context, language),
    canVote: can('vote'),
    typed,
    rows: decidedStates.includes(state) ? votesIn(circulation, context, language) : [],
  };
  return {
    card: 'beirat/circulation-vote',
    data: view,
    summary: `${labelOf(circulation)} ${title}: ${view.state}`,
    language,
    about: { kind: ballotCase, id: ballotId(id, viewer.id) },
  };
}

/** What this member has voted, for whom, and what becomes of it. */
export function ownLines(
  circulation: Circulation,
  party: string,
  context: Context,
  language: Language,
): readonly string[] {
  if (!isVoting(circulation, context)) return [];
  const capacity = capacityOf(circulation, party, context);
  if (!capacity) return [];
  const { voter, onBehalfOf } = capacity;
  const { vote } = voter.ballot;
  const t = wordsIn(language);
  return [
    ...(onBehalfOf
      ? [t(`Sie stimmen i. V. für ${onBehalfOf} ab.`, `You vote for ${onBehalfOf}, who is away.`)]
      : []),
    ...(vote
      ? [
          vote.by === party
            ? t(
                `Ihre Stimme: ${voteWords[vote.vote].de}. Sie können sie bis zum Ende ändern.`,
                `Your vote: ${voteWords[vote.vote].en}. You can change it until the end.`,
              )
            : t(`Für diesen Sitz hat ${vote.byName} abgestimmt.`, `${vote.byName} has voted for this seat.`),
        ]
      : []),
    t(
      'Nach dem Ende sehen alle Mitglieder, wer wie gestimmt hat; bis dahin niemand.',
      'After the end all members see who voted how; until then nobody does.',
    ),
  ];
}
