import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
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
  readonly reason: string;
  readonly urgency: string;
};

export type ChangeEntries = Partial<
  Pick<ChangeView, 'day' | 'time' | 'place' | 'onlineUrl' | 'itemTitle' | 'reason' | 'urgency'>
>;

export function changeReply(
  meeting: Meeting,
  language: Language,
  {
    remark,
    anyway,
    seen = '',
    days = [],
    ...entries
  }: ChangeEntries & {
    readonly remark?: string | undefined;
    readonly days?: readonly string[];
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
    remark,
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
    reason: '',
    urgency: '',
    ...entries,
  };
  return { card: 'beirat/change', data: view, summary: title, language };
}
