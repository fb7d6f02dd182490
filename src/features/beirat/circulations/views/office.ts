import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, nameWithMark, quoted, shortened, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import { circulationLine, standingLine } from '../labels.ts';
import { type Circulation, circulationCase, lastDayOf } from '../model.ts';
import { votesIn } from './votes.ts';

/** Card `beirat/circulation`: the whole circulation, for office and chair. */
export type CirculationView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly draft: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly tone: Tone;
  readonly remark?: string | undefined;
  readonly wish?: string | undefined;
  readonly wording: string;
  readonly reasons?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Seat by seat: who has voted; after the end, how. */
  readonly rows: readonly string[];
  readonly history: readonly string[];
  readonly can: {
    readonly edit: boolean;
    readonly submit: boolean;
    readonly recall: boolean;
    readonly approve: boolean;
    readonly vote: boolean;
    readonly withdraw: boolean;
  };
  /** What was typed, when it must not be lost. */
  readonly typed: string;
};

const mostLines = 6;

export function circulationReply(
  circulation: Circulation,
  viewer: Addressee,
  context: Context,
  { remark, typed = '', can }: Showing,
): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const { id, draft, title, wording, reasons, wish, history } = circulation;
  const view: CirculationView = {
    roles: [],
    id,
    draft,
    title,
    subtitle: `${labelOf(circulation)} · ${t('Umlaufbeschluss des Digitalen Beirats', 'Circular resolution of the Digital Advisory Board')}`,
    state: standingLine(circulation, today(context), language),
    tone: toneOf(circulation),
    remark,
    wish: wish && `${wish.byName}: ${quoted(shortened(wish.text, 600), language)}`,
    wording: shortened(wording, 2000),
    reasons: reasons && shortened(reasons, 2000),
    facts: factsOf(circulation, context, language),
    rows: votesIn(circulation, context, language),
    history: history.slice(-mostLines).map((entry) => circulationLine(entry, language)),
    can: {
      edit: can('edit'),
      submit: can('submit'),
      recall: can('recall'),
      approve: can('approve'),
      vote: can('vote'),
      withdraw: can('withdraw'),
    },
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

/** Mark and colour of the state. */
export type Tone = 'good' | 'accent' | 'warning' | 'attention';

export function toneOf({ state }: Circulation): Tone {
  if (state === 'adopted') return 'good';
  if (state === 'objected' || state === 'no-quorum') return 'warning';
  return state === 'rejected' || state === 'withdrawn' ? 'attention' : 'accent';
}

/** What else belongs to it: time, quorum, approval, number of the resolution. */
export function factsOf(circulation: Circulation, context: Context, language: Language) {
  const { until, days, quorum, approval, state } = circulation;
  const t = wordsIn(language);
  const fact = (title: string, value: string) => ({ title, value });
  return [
    until
      ? fact(t('Abstimmung bis', 'Voting until'), shortDay(until, language))
      : fact(
          t('Abstimmung', 'Voting'),
          t(
            `${days} Tage ab der Freigabe; heute freigegeben bis ${shortDay(lastDayOf(circulation, context), 'de')}`,
            `${days} days from the approval; approved today until ${shortDay(lastDayOf(circulation, context), 'en')}`,
          ),
        ),
    ...(quorum
      ? [
          fact(
            t('Beteiligung', 'Participation'),
            t(
              `mindestens ${quorum.needed} von ${quorum.of} Stimmberechtigten, mehr Ja als Nein`,
              `at least ${quorum.needed} of ${quorum.of} voting members, more yes than no`,
            ),
          ),
        ]
      : []),
    ...(approval
      ? [
          fact(
            t('Freigegeben von', 'Approved by'),
            nameWithMark(approval.byName, approval.onBehalfOf, language),
          ),
        ]
      : []),
    ...(state === 'adopted' ? [fact(t('Beschluss Nr.', 'Resolution no.'), labelOf(circulation))] : []),
  ];
}
