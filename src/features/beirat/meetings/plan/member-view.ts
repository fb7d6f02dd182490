import { labelOf } from '../../../../core/case-number.ts';
import { momentIn } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Language } from '../../../../core/text.ts';
import { shortened } from '../../../../core/text.ts';
import { isUnsettled } from '../decide/follow.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';
import { dispatchState, dispatchWords } from '../words.ts';
import { answerOf, nameOf, rankOf } from './rows.ts';

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
  const title = language === 'de' ? `Mitglieder · ${labelOf(meeting)}` : `Members · ${labelOf(meeting)}`;
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
    const note = line.note ? ` (${line.note})` : line.reasons ? ` (${line.reasons.join(', ')})` : '';
    return `${momentIn(language, line.since ?? line.at)} · ${dispatchWords[line.kind][language]} ${dispatchState(line, language)}${note}`;
  }),
  ...(openedAt ? [`${momentIn(language, openedAt)} · ${language === 'de' ? 'geöffnet' : 'opened'}`] : []),
];
