import { type ErrorsAt, errorsAt, pleaseCheck, type Wrong } from '../../../../core/at-field.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import type { Rules } from '../../board/rules.ts';
import { shortDay } from '../../board/words.ts';
import { timesOf } from '../labels.ts';
import type { Meeting } from '../model.ts';

/** Card `beirat/change`: another date or place, a supplement to the agenda, postponement, cancellation. */
export type ChangeView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly issue: number;
  readonly title: string;
  readonly now: string;
  readonly remark?: string | undefined;
  readonly errors: ErrorsAt<'reason'>;
  /** The act that something speaks against, and what, as codes: to do it all the same. */
  readonly anyway?: 'move' | 'relocate' | undefined;
  readonly seen: string;
  readonly proposals?: string | undefined;
  /** A postponed meeting can only get a new date or be cancelled. */
  readonly isInvited: boolean;
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly onlineUrl: string;
  readonly itemTitle: string;
  /** Items that guests may be invited to, and what was chosen and typed. */
  readonly items: readonly { readonly title: string; readonly value: string }[];
  readonly item: string;
  readonly note: string;
  readonly reason: string;
  readonly urgency: string;
};

export type ChangeEntries = Partial<
  Pick<
    ChangeView,
    'day' | 'time' | 'place' | 'onlineUrl' | 'itemTitle' | 'item' | 'note' | 'reason' | 'urgency'
  >
>;

export function changeReply(
  meeting: Meeting,
  language: Language,
  {
    remark,
    wrong = [],
    anyway,
    seen = '',
    days = [],
    guests = 'never',
    ...entries
  }: ChangeEntries & {
    readonly remark?: string | undefined;
    readonly wrong?: readonly Wrong<'reason'>[];
    readonly days?: readonly string[];
    readonly guests?: Rules['guests'];
    readonly anyway?: ChangeView['anyway'];
    readonly seen?: string;
  } = {},
): Reply {
  const { plan, state } = meeting;
  const title = wordsIn(language)(`Sitzung ${labelOf(meeting)} ändern`, `Change meeting ${labelOf(meeting)}`);
  const view: ChangeView = {
    roles: [],
    id: meeting.id,
    issue: meeting.issue,
    title,
    now: `${shortDay(plan.day, language)}, ${timesOf(meeting, language)} · ${plan.place}`,
    remark: remark ?? (wrong.length > 0 ? pleaseCheck[language] : undefined),
    errors: errorsAt(['reason'], wrong, language),
    anyway,
    seen,
    proposals:
      days.length > 0
        ? `${wordsIn(language)('Es würde passen', 'These would fit')}: ${days.map((day) => shortDay(day, language)).join(' · ')}`
        : undefined,
    isInvited: state === 'invited',
    day: '',
    time: plan.time,
    place: plan.place,
    onlineUrl: plan.onlineUrl ?? '',
    itemTitle: '',
    items: state === 'invited' ? guestItems(meeting, guests, language) : [],
    item: '',
    note: '',
    reason: '',
    urgency: '',
    ...entries,
  };
  return { card: 'beirat/change', data: view, summary: title, language };
}

/** Whoever is a guest already stands behind the title: what is written replaces them. */
const guestItems = ({ plan }: Meeting, rule: Rules['guests'], language: Language): ChangeView['items'] =>
  rule === 'never'
    ? []
    : plan.items.flatMap((item, at) => {
        if (rule === 'public' && !item.public) return [];
        const there = item.guests?.length
          ? ` (${wordsIn(language)('zu Gast', 'guests')}: ${shortened(item.guests.join(', '), 40)})`
          : '';
        return [{ title: `${at + 1}. ${shortened(item.title, 50)}${there}`, value: item.id }];
      });
