import { momentIn } from '../../../../core/day.ts';
import type { Language } from '../../../../core/text.ts';
import { quoted, shortened } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import { freeDeputies } from '../decide/deputies.ts';
import { hasBegun } from '../decide/member.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';

export type Choice = { readonly title: string; readonly value: string };

/** Where a member stands with a meeting: the own answer so far, or what is asked for. */
export function answerLine(meeting: Meeting, one: Invitee, language: Language): string {
  const words = language === 'de' ? german : english;
  if (one.releasedAt) return one.as === 'deputy' ? words.released : words.left;
  if (meeting.state === 'cancelled') return words.cancelled;
  if (meeting.state === 'postponed') return words.postponed;
  if (!one.reply) {
    if (meeting.state !== 'invited') return words.over;
    return one.earlier
      ? words.again(shortDay(meeting.plan.replyBy, language))
      : words.please(shortDay(meeting.plan.replyBy, language));
  }
  const { answer, at, reason } = one.reply;
  const why = reason ? `: ${quoted(shortened(reason, 160), language)}` : '';
  return `${words[answer]} (${momentIn(language, at)})${why}${deputyLine(meeting, one, language)}`;
}

/** Who comes instead. */
function deputyLine({ invitees }: Meeting, one: Invitee, language: Language): string {
  if (one.reply?.answer !== 'no') return '';
  const words = language === 'de' ? german : english;
  const deputy = invitees.find(
    (other) =>
      other.for === (one.for ?? one.party) &&
      !other.releasedAt &&
      other.party !== one.party &&
      other.reply?.answer !== 'no',
  );
  if (!deputy) return `. ${words.nobody}`;
  return `. ${words.deputy(deputy.name)}`;
}

const german = {
  released: 'Sie müssen nicht mehr vertreten',
  left: 'Die Einladung gilt für Sie nicht mehr',
  cancelled: 'Die Sitzung fällt aus',
  postponed: 'Verschoben, ein neuer Termin folgt',
  over: 'Die Sitzung hat stattgefunden',
  please: (day: string) => `Bitte antworten Sie bis ${day}`,
  again: (day: string) => `Neuer Termin: Bitte antworten Sie neu, bis ${day}`,
  'in-person': 'Sie haben zugesagt, vor Ort',
  online: 'Sie haben zugesagt, online',
  no: 'Sie haben abgesagt',
  deputy: (name: string) => `Als Vertretung ist eingeladen: ${name}`,
  nobody: 'Eine Vertretung ist nicht eingeladen',
};
const english: typeof german = {
  released: 'You need not deputise any more',
  left: 'The invitation no longer applies to you',
  cancelled: 'The meeting is cancelled',
  postponed: 'Postponed, a new date will follow',
  over: 'The meeting has taken place',
  please: (day) => `Please answer by ${day}`,
  again: (day) => `New date: please answer again, by ${day}`,
  'in-person': 'You have accepted, in person',
  online: 'You have accepted, online',
  no: 'You have declined',
  deputy: (name) => `Invited as deputy: ${name}`,
  nobody: 'No deputy is invited',
};

/** Mark and colour that go with {@link answerLine}. */
export function toneOf({ state }: Meeting, { reply, releasedAt }: Invitee) {
  const attention = state === 'cancelled' && !releasedAt;
  const good = !attention && !releasedAt && reply !== undefined && reply.answer !== 'no';
  const accent = state === 'invited' && !releasedAt && !reply;
  return { attention, good, accent, warning: !attention && !good && !accent };
}

/** What a member can do now. */
export function openTo(meeting: Meeting, one: Invitee, context: Context) {
  const canReply = meeting.state === 'invited' && !one.releasedAt && !hasBegun(meeting, context);
  return {
    canReply,
    canJoinOnline: canReply && meeting.plan.onlineUrl !== undefined,
    canAsk: !one.releasedAt && ['invited', 'postponed', 'held'].includes(meeting.state),
    canOpen: !one.releasedAt && meeting.state === 'invited',
    canReadMinutes: meeting.session?.sentAt !== undefined,
    deputies: canReply ? choicesOf(meeting, one, context) : [],
  };
}

const choicesOf = (meeting: Meeting, one: Invitee, context: Context): readonly Choice[] =>
  freeDeputies(meeting, one, context).map(({ person }) => ({ title: person.name, value: person.id }));
