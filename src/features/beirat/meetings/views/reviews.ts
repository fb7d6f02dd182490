import { labelOf } from '../../../../core/case-number.ts';
import { dayIn, momentIn } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { isOffice } from '../../board/members.ts';
import { longDay } from '../../board/words.ts';
import type { Meeting } from '../model.ts';
import { isKeeper } from '../policy.ts';
import type { Review } from '../preparation.ts';
import { isPrepared, reviewsFor, reviewsOf, usualReviewDay } from '../reviews.ts';
import { detailWithin } from './agenda.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/reviews`: an item for whoever was asked to look at it, and what was said for office and chair. */
export type ReviewsView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly remark?: string | undefined;
  readonly problem?: string | undefined;
  readonly empty?: string | undefined;
  /** Items that the viewer was asked about. */
  readonly items: readonly {
    readonly text: string;
    readonly detail: string;
    readonly about?: string | undefined;
    readonly links: readonly { readonly title: string; readonly url: string }[];
    readonly until: string;
  }[];
  /** Whether some of these items have papers that are files. */
  readonly files: boolean;
  /** What the viewer can still comment on. */
  readonly mine: readonly Choice[];
  readonly choice: string;
  readonly note: string;
  /** Everything, for office and chair. */
  readonly rows: readonly {
    readonly who: string;
    readonly state: string;
    readonly text?: string | undefined;
  }[];
  readonly asks: boolean;
  readonly agenda: readonly Choice[];
  readonly asked: string;
  readonly who: string;
  readonly until: string;
  readonly open: readonly Choice[];
  readonly review: string;
  /** The meeting, for whoever may open it. */
  readonly meeting: boolean;
  /** Something may still change. */
  readonly refreshes: boolean;
  /** Nothing is left to be done here. */
  readonly isOver: boolean;
};

export type ReviewsMore = {
  readonly remark?: string | undefined;
  readonly problem?: string | undefined;
  /** What was typed into the forms. */
  readonly item?: string | undefined;
  readonly asked?: string | undefined;
  readonly note?: string | undefined;
  readonly who?: string | undefined;
  readonly until?: string | undefined;
};

/** Beside the own items; each may be long. */
const mostRows = 12;

/** Only what concerns the viewer: a reviewer sees the items that they were asked about and their own words. */
export function reviewsReply(
  meeting: Meeting,
  party: string,
  context: Context,
  language: Language,
  { remark, problem, item = '', asked = '', note, who = '', until }: ReviewsMore = {},
): Reply {
  const t = wordsIn(language);
  const { items } = meeting.plan;
  const own = reviewsFor(meeting, party);
  const keeps = isKeeper(meeting, party, context);
  const isOpen = isPrepared(meeting);
  const asks = isOpen && isOffice(party, context) && context.rules.reviews !== undefined;
  const all = keeps ? reviewsOf(meeting) : [];
  const numberOf = (one: Review) => items.findIndex(({ id }) => id === one.item) + 1;
  const top = (one: Review) => `${t('TOP', 'Item')} ${numberOf(one)}`;
  const chosen = own.find((one) => one.item === item) ?? own.find(({ comment }) => !comment) ?? own[0];
  const view: ReviewsView = {
    roles: [],
    id: meeting.id,
    title: t('Prüfung vor dem Versand', 'Review before the invitations'),
    subtitle: `${labelOf(meeting)} · ${longDay(meeting.plan.day, language)}`,
    remark,
    problem,
    empty:
      own.length === 0 && all.length === 0
        ? t('Noch ist niemand um eine Prüfung gebeten.', 'Nobody has been asked for a review yet.')
        : undefined,
    items: own.flatMap((one) => {
      const known = items.find(({ id }) => id === one.item);
      if (!known) return [];
      return [
        {
          text: `${top(one)}: ${shortened(known.title, 150)}`,
          detail: detailWithin(160, known, language),
          about: known.text && shortened(known.text, own.length > 1 ? 600 : 1500),
          links: known.links.slice(0, 5).map(({ title, url }) => ({ title: shortened(title, 60), url })),
          until: stateOf(one, meeting, today(context), language),
        },
      ];
    }),
    files: own.some((one) => items.some(({ id, files = [] }) => id === one.item && files.length > 0)),
    mine: isOpen ? own.map((one) => ({ title: top(one), value: one.item })) : [],
    choice: chosen?.item ?? '',
    note: note ?? chosen?.comment?.text ?? '',
    rows: all.slice(0, mostRows).map((one) => ({
      who: `${top(one)} · ${shortened(one.name, 100)}`,
      state: stateOf(one, meeting, today(context), language),
      text: one.comment && quoted(shortened(one.comment.text, 500), language),
    })),
    asks,
    agenda: asks
      ? items.map(({ id, title }, at) => ({ title: `${at + 1}. ${shortened(title, 60)}`, value: id }))
      : [],
    asked: items.some(({ id }) => id === asked) ? asked : (items[0]?.id ?? ''),
    who,
    until: until ?? usualReviewDay(meeting, context),
    open: asks
      ? all
          .filter(({ comment }) => !comment)
          .map((one) => ({ title: `${top(one)} · ${shortened(one.name, 60)}`, value: String(one.n) }))
      : [],
    review: String(all.find(({ comment }) => !comment)?.n ?? ''),
    meeting: keeps,
    refreshes: isOpen,
    isOver: !isOpen && !keeps,
  };
  return { card: 'beirat/reviews', data: view, summary: `${view.title}: ${view.subtitle}`, language };
}

/** "erbeten bis 03.12.2026"; "kam am …"; a day that is over is said so as long as it matters. */
function stateOf({ comment, until }: Review, meeting: Meeting, day: string, language: Language): string {
  const t = wordsIn(language);
  if (comment)
    return t(
      `✓ Stellungnahme vom ${momentIn('de', comment.at)}`,
      `✓ comment of ${momentIn('en', comment.at)}`,
    );
  if (!isPrepared(meeting)) return t('– ohne Stellungnahme', '– no comment');
  return until < day
    ? t(`! erbeten bis ${dayIn('de', until)}`, `! asked for by ${dayIn('en', until)}`)
    : t(`○ erbeten bis ${dayIn('de', until)}`, `○ asked for by ${dayIn('en', until)}`);
}
