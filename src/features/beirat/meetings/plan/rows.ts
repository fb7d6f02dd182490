import type { Language } from '../../../../core/text.ts';
import { shortened } from '../../../../core/text.ts';
import { isUnsettled } from '../decide/follow.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';
import { answerWords, dispatchState, dispatchWords } from '../words.ts';

/** One member on the card of the office: what was answered, what became of what was sent. */
export type Row = {
  readonly mark: string;
  readonly name: string;
  readonly text: string;
  /** Something must be cleared up. */
  readonly isBad: boolean;
  readonly isFine: boolean;
};

const mostRows = 14;
/** Characters that all rows may take together: a card has room for some kilobytes. */
const roomForRows = 1150;

/** What must be cleared up first, then who has not answered, then the answers. */
export function rowsOf(
  meeting: Meeting,
  language: Language,
): { readonly rows: readonly Row[]; readonly more?: string } {
  const shown = meeting.invitees.filter((one) => !one.releasedAt || one.dispatches.some(isUnsettled));
  const sorted = [...shown].sort((a, b) => rankOf(a) - rankOf(b));
  let room = roomForRows;
  const rows = sorted.slice(0, mostRows).flatMap((one) => {
    const row = rowOf(one, meeting, language);
    room -= row.name.length + row.text.length;
    return room < 0 ? [] : [row];
  });
  const left = sorted.length - rows.length;
  if (left <= 0) return { rows };
  return {
    rows,
    more:
      language === 'de'
        ? `… und ${left} weitere in der Liste („Liste“)`
        : `… and ${left} more in the list (“List”)`,
  };
}

/** What must be cleared up is 0, who has not answered 1, the others 2. */
export const rankOf = (one: Invitee): number => (one.dispatches.some(isUnsettled) ? 0 : one.reply ? 2 : 1);

function rowOf(one: Invitee, meeting: Meeting, language: Language): Row {
  const isBad = one.dispatches.some(isUnsettled);
  return {
    mark: isBad ? '!' : markOf(one),
    name: shortened(nameOf(one, meeting, language), 80),
    text: [answerOf(one, language), sendingOf(one, language)].filter(Boolean).join(' · '),
    isBad,
    isFine: !isBad,
  };
}

const markOf = ({ reply }: Invitee): string => (!reply ? '…' : reply.answer === 'no' ? '✕' : '✓');

/** "Fachperson Wirtschaft, beratend" or "Leitung IT-Betrieb KGRZ, vertritt Werkleitung KGRZ" */
export function nameOf(one: Invitee, { invitees }: Pick<Meeting, 'invitees'>, language: Language): string {
  const member = one.for && invitees.find(({ party }) => party === one.for)?.name;
  const vote = one.voting ? '' : language === 'de' ? ', beratend' : ', advisory';
  return `${one.name}${vote}${member ? (language === 'de' ? `, vertritt ${member}` : `, deputises for ${member}`) : ''}`;
}

/** "kommt", "sagt ab: „Dienstreise“", "noch keine Antwort" */
export function answerOf({ reply, earlier, releasedAt }: Invitee, language: Language): string {
  const isGerman = language === 'de';
  if (releasedAt) return isGerman ? 'nicht mehr eingeladen' : 'no longer invited';
  if (!reply) {
    const before =
      earlier &&
      `${isGerman ? ', zum früheren Termin' : ', to the earlier date'}: ${answerWords[earlier.answer][language]}`;
    return `${isGerman ? 'noch keine Antwort' : 'no answer yet'}${before ?? ''}`;
  }
  const reason = reply.reason
    ? `: ${isGerman ? '„' : '“'}${shortened(reply.reason, 80)}${isGerman ? '“' : '”'}`
    : '';
  const via =
    reply.via === 'office'
      ? isGerman
        ? ' (der Geschäftsführung mitgeteilt)'
        : ' (told to the management)'
      : '';
  return `${answerWords[reply.answer][language]}${reason}${via}`;
}

/** What became of the newest thing that was sent. */
export function sendingOf({ dispatches, openedAt }: Invitee, language: Language): string {
  const last = dispatches.findLast(isUnsettled) ?? dispatches.at(-1);
  if (!last) return '';
  const opened = openedAt && !isUnsettled(last) ? (language === 'de' ? ', geöffnet' : ', opened') : '';
  return `${dispatchWords[last.kind][language]} ${dispatchState(last, language)}${opened}`;
}
