import { labelOf } from '../../../core/case-number.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Language } from '../../../core/text.ts';
import { nameWithMark, quoted, shortened } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { chairCapacity, isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { type Circulation, circulationCase, isVoting } from './circulation.ts';
import { capacityOf } from './voters.ts';
import { votesIn } from './votes-view.ts';
import { circulationLine, standingLine } from './words.ts';

/** Card `beirat/circulation`: the whole circulation, for office and chair. */
export type CirculationView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly draft: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly good: boolean;
  readonly accent: boolean;
  readonly warning: boolean;
  readonly attention: boolean;
  readonly remark?: string | undefined;
  readonly wish?: string | undefined;
  readonly wording: string;
  readonly reasons?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Seat by seat: who has voted; after the end, how. */
  readonly rows: readonly string[];
  readonly history: readonly string[];
  readonly can: {
    readonly submit: boolean;
    readonly recall: boolean;
    readonly approve: boolean;
    readonly vote: boolean;
    readonly withdraw: boolean;
  };
  /** What was typed, when it must not be lost. */
  readonly typed: string;
};

export type Typed = { readonly remark?: string | undefined; readonly typed?: string | undefined };

const mostLines = 6;

export function circulationReply(
  circulation: Circulation,
  viewer: Addressee,
  context: Context,
  { remark, typed = '' }: Typed = {},
): Reply {
  const { language } = viewer;
  const { id, draft, title, wording, reasons, wish, history } = circulation;
  const view: CirculationView = {
    roles: [],
    id,
    draft,
    title,
    subtitle: `${labelOf(circulation)} · ${language === 'de' ? 'Umlaufbeschluss des Digitalen Beirats' : 'Circular resolution of the Digital Advisory Board'}`,
    state: standingLine(circulation, today(context), language),
    ...toneOf(circulation),
    remark,
    wish: wish && `${wish.byName}: ${quoted(shortened(wish.text, 600), language)}`,
    wording: shortened(wording, 2000),
    reasons: reasons && shortened(reasons, 2000),
    facts: factsOf(circulation, language),
    rows: votesIn(circulation, context, language),
    history: history.slice(-mostLines).map((entry) => circulationLine(entry, language)),
    can: possible(circulation, viewer.id, context),
    typed,
  };
  return {
    card: 'beirat/circulation',
    data: view,
    summary: `${labelOf(circulation)} ${title}: ${view.state}`,
    language,
    about: { kind: circulationCase, id },
  };
}

/** Mark and colour of the state; one of them is true. */
export const toneOf = ({ state }: Circulation) => ({
  good: state === 'adopted',
  accent: state === 'draft' || state === 'awaiting-approval' || state === 'voting',
  warning: state === 'objected' || state === 'no-quorum',
  attention: state === 'rejected' || state === 'withdrawn',
});

function possible(circulation: Circulation, party: string, context: Context): CirculationView['can'] {
  const { state } = circulation;
  const office = isOffice(party, context);
  return {
    submit: office && state === 'draft',
    recall: office && state === 'awaiting-approval',
    approve: state === 'awaiting-approval' && chairCapacity(party, context) !== undefined,
    vote: isVoting(circulation, context) && capacityOf(circulation, party, context) !== undefined,
    withdraw: office && (state === 'draft' || state === 'awaiting-approval' || state === 'voting'),
  };
}

/** What else belongs to it: time, quorum, approval, number of the resolution. */
export function factsOf(circulation: Circulation, language: Language) {
  const { until, days, quorum, approval, state } = circulation;
  const isGerman = language === 'de';
  const fact = (title: string, value: string) => ({ title, value });
  return [
    until
      ? fact(isGerman ? 'Abstimmung bis' : 'Voting until', shortDay(until, language))
      : fact(
          isGerman ? 'Abstimmung' : 'Voting',
          isGerman ? `${days} Tage ab der Freigabe` : `${days} days from the approval`,
        ),
    ...(quorum
      ? [
          fact(
            isGerman ? 'Beteiligung' : 'Participation',
            isGerman
              ? `mindestens ${quorum.needed} von ${quorum.of} Stimmberechtigten, mehr Ja als Nein`
              : `at least ${quorum.needed} of ${quorum.of} voting members, more yes than no`,
          ),
        ]
      : []),
    ...(approval
      ? [
          fact(
            isGerman ? 'Freigegeben von' : 'Approved by',
            nameWithMark(approval.byName, approval.onBehalfOf, language),
          ),
        ]
      : []),
    ...(state === 'adopted'
      ? [fact(isGerman ? 'Beschluss Nr.' : 'Resolution no.', labelOf(circulation))]
      : []),
  ];
}
