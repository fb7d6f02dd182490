import { momentIn } from '../../../../core/day.ts';
import type { Language } from '../../../../core/text.ts';
import { nameWithMark, shortened } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import type { Meeting } from '../meeting.ts';
import { outlook } from './outlook.ts';

/** What stands on the card of a meeting about its plan. */
export function factsOf(
  meeting: Meeting,
  context: Context,
  language: Language,
): readonly { readonly title: string; readonly value: string }[] {
  const { plan, approval, reason, state } = meeting;
  const words = language === 'de' ? german : english;
  const changedSince = meeting.issue > 1 || state === 'postponed' || state === 'cancelled';
  return [
    { title: words.place, value: shortened(plan.place, 120) },
    ...(plan.onlineUrl ? [{ title: words.online, value: plan.onlineUrl }] : []),
    { title: words.replyBy, value: shortDay(plan.replyBy, language) },
    ...outlook(meeting, context, language),
    ...(plan.urgency ? [{ title: words.urgency, value: shortened(plan.urgency, 250) }] : []),
    ...(approval
      ? [
          {
            title: words.approved,
            value: `${nameWithMark(approval.byName, approval.onBehalfOf, language)}, ${momentIn(language, approval.at)}`,
          },
        ]
      : []),
    ...(changedSince && reason ? [{ title: words.reason, value: shortened(reason, 250) }] : []),
  ];
}

const german = {
  place: 'Ort',
  online: 'Online',
  replyBy: 'Antwort bis',
  urgency: 'Dringlichkeit',
  approved: 'Freigegeben',
  reason: 'Grund der Änderung',
};
const english = {
  place: 'Place',
  online: 'Online',
  replyBy: 'Answer by',
  urgency: 'Urgency',
  approved: 'Approved',
  reason: 'Reason of the change',
};
