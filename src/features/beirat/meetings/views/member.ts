import { labelOf } from '../../../../core/case-number.ts';
import { momentIn } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { answerWords, bounced, dispatchState, dispatchWords } from '../labels.ts';
import { isUnsettled } from '../ledger.ts';
import type { Invitee, Meeting } from '../model.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/member`: what the office does for one member: look at the ledger, write an answer down, repair. */
export type MemberView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly issue: number;
  readonly title: string;
  readonly remark?: string | undefined;
  readonly choices: readonly Choice[];
  readonly party: string;
  readonly answer: string;
  readonly ledger: readonly string[];
  readonly canRepair: boolean;
  readonly canReply: boolean;
  readonly note: string;
};

const mostLines = 12;
/** A card has room for some kilobytes; the others are named in a typed line. */
const mostChoices = 40;

export function memberReply(
  meeting: Meeting,
  language: Language,
  {
    party,
    remark,
    note = '',
  }: {
    readonly party?: string | undefined;
    readonly remark?: string | undefined;
    readonly note?: string | undefined;
  } = {},
): Reply {
  const one = chosen(meeting, party);
  const title = wordsIn(language)(`Mitglieder · ${labelOf(meeting)}`, `Members · ${labelOf(meeting)}`);
  const view: MemberView = {
    roles: [],
    id: meeting.id,
    issue: meeting.issue,
    title,
    remark,
    choices: offered(meeting, one).map((invitee) => ({
      title: shortened(nameOf(invitee, meeting, language), 80),
      value: invitee.party,
    })),
    party: one?.party ?? '',
    answer: one ? answerOf(one, language) : '',
    ledger: one ? ledgerLines(one, language) : [],
    canRepair: one?.dispatches.some(isUnsettled) ?? false,
    canReply: meeting.state === 'invited' && one !== undefined && !one.releasedAt,
    note,
  };
  return { card: 'beirat/member', data: view, summary: title, language };
}

/** Those with something to see to first; the chosen one is always among them. */
function offered({ invitees }: Meeting, one: Invitee | undefined): readonly Invitee[] {
  const sorted = [...invitees].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, mostChoices);
  return one && !sorted.includes(one) ? [one, ...sorted.slice(1)] : sorted;
}

/** The one that was chosen, else the first with something to clear up, else the first. */
const chosen = ({ invitees }: Meeting, party: string | undefined): Invitee | undefined =>
  invitees.find((one) => one.party === party) ??
  invitees.find(({ dispatches }) => dispatches.some(isUnsettled)) ??
  invitees[0];

/** "25.11.2026, 09:05 · Einladung ✓ in Teams zugestellt" */
export const ledgerLines = ({ dispatches, openedAt }: Invitee, language: Language): readonly string[] => [
  ...dispatches.slice(-mostLines).map((line) => {
    const note = line.note
      ? ` (${line.note})`
      : line.reasons && !line.reasons.includes(bounced)
        ? ` (${line.reasons.join(', ')})`
        : '';
    return `${momentIn(language, line.since ?? line.at)} · ${dispatchWords[line.kind][language]} ${dispatchState(line, language)}${note}`;
  }),
  ...(openedAt ? [`${momentIn(language, openedAt)} · ${wordsIn(language)('geöffnet', 'opened')}`] : []),
];

/** One member on the card of the office: what was answered, what became of what was sent. */
export type Row = {
  readonly mark: string;
  readonly name: string;
  readonly text: string;
  /** Something must be cleared up. */
  readonly isBad: boolean;
  readonly isFine: boolean;
};

const mostRows = 10;
/** Characters that all rows may take together: a card has room for some kilobytes. */
const roomForRows = 950;

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
    more: wordsIn(language)(
      `… und ${left} weitere in der Liste („Liste“)`,
      `… and ${left} more in the list (“List”)`,
    ),
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
  const vote = one.voting ? '' : wordsIn(language)(', beratend', ', advisory');
  return `${one.name}${vote}${member ? wordsIn(language)(`, vertritt ${member}`, `, deputises for ${member}`) : ''}`;
}

/** "kommt", "sagt ab: „Dienstreise“", "noch keine Antwort" */
export function answerOf({ reply, earlier, releasedAt }: Invitee, language: Language): string {
  const t = wordsIn(language);
  if (releasedAt) return t('nicht mehr eingeladen', 'no longer invited');
  if (!reply) {
    const before =
      earlier &&
      `${t(', zum früheren Termin', ', to the earlier date')}: ${answerWords[earlier.answer][language]}`;
    return `${t('noch keine Antwort', 'no answer yet')}${before ?? ''}`;
  }
  const reason = reply.reason ? `: ${t('„', '“')}${shortened(reply.reason, 80)}${t('“', '”')}` : '';
  const via =
    reply.via === 'office' ? t(' (der Geschäftsführung mitgeteilt)', ' (told to the board’s office)') : '';
  return `${answerWords[reply.answer][language]}${reason}${via}`;
}

/** What became of the newest thing that was sent. */
export function sendingOf({ dispatches, openedAt }: Invitee, language: Language): string {
  const last = dispatches.findLast(isUnsettled) ?? dispatches.at(-1);
  if (!last) return '';
  const opened = openedAt && !isUnsettled(last) ? wordsIn(language)(', geöffnet', ', opened') : '';
  return `${dispatchWords[last.kind][language]} ${dispatchState(last, language)}${opened}`;
}
