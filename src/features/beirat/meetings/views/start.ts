import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay } from '../../board/words.ts';
import { type Candidate, candidates } from '../attendance.ts';
import type { Meeting, Presence } from '../model.ts';

/** Card `beirat/record-start`: the meeting is opened, or what was found at its beginning is corrected. */
export type StartView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly record: number;
  readonly title: string;
  readonly subtitle: string;
  readonly remark?: string | undefined;
  readonly isNew: boolean;
  readonly isOpened: boolean;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly guests: string;
  readonly chairedBy: string;
  readonly chairs: readonly { readonly title: string; readonly value: string }[];
  readonly rows: readonly { readonly party: string; readonly label: string; readonly presence: string }[];
  readonly more?: string | undefined;
};

/** What was entered, to be shown again. */
export type StartEntries = {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly guests: string;
  readonly chairedBy: string;
  readonly presence: Readonly<Record<string, Presence>>;
};

/** A card has room for so many. Others keep what the answers let expect; typing changes them. */
const mostRows = 14;

export function startReply(
  meeting: Meeting,
  context: Context,
  language: Language,
  { remark, entries }: { readonly remark?: string | undefined; readonly entries?: StartEntries } = {},
): Reply {
  const say = wordsIn(language);
  const { session, plan } = meeting;
  const all = candidates(meeting, context);
  const chairSeat = context.rules.seats.find(({ kind }) => kind === 'chair')?.id;
  const chairs = all.filter(({ seat }) => seat === chairSeat);
  const view: StartView = {
    roles: [],
    id: meeting.id,
    record: session?.draft ?? 0,
    title: session
      ? say(`Anwesenheit, Sitzung ${labelOf(meeting)}`, `Attendance, meeting ${labelOf(meeting)}`)
      : say(`Sitzung ${labelOf(meeting)} eröffnen`, `Open meeting ${labelOf(meeting)}`),
    subtitle: `${context.rules.name[language]} · ${longDay(plan.day, language)}`,
    remark,
    isNew: !session,
    isOpened: session !== undefined,
    startedAt: entries?.startedAt ?? session?.startedAt ?? plan.time,
    endedAt: entries?.endedAt ?? session?.endedAt ?? '',
    guests: entries?.guests ?? session?.guests ?? '',
    chairedBy: entries?.chairedBy ?? session?.chairedBy ?? '',
    chairs: [...chairs, ...all.filter((one) => !chairs.includes(one))]
      .slice(0, mostRows)
      .map(({ party, name }) => ({ title: shortened(name, 60), value: party })),
    rows: all.slice(0, mostRows).map((one) => ({
      party: one.party,
      label: labelFor(one, language),
      presence:
        entries?.presence[one.party] ??
        session?.attendance.find(({ party }) => party === one.party)?.presence ??
        one.presence,
    })),
    more:
      all.length > mostRows
        ? say(
            `${all.length - mostRows} weitere sind nach ihren Antworten eingetragen. Ändern: „${labelOf(meeting)} Anwesenheit NAME: anwesend“.`,
            `${all.length - mostRows} more are recorded as they answered. To change: “${labelOf(meeting)} attendance NAME: present”.`,
          )
        : undefined,
  };
  return { card: 'beirat/record-start', data: view, summary: view.title, language };
}

/** "Leitung IT-Betrieb KGRZ (Vertretung, nicht eingeladen)" */
function labelFor({ name, voting, as, isExtra }: Candidate, language: Language): string {
  const say = wordsIn(language);
  const what = [
    as === 'deputy' ? say('Vertretung', 'deputy') : '',
    voting ? '' : say('beratend', 'advisory'),
    isExtra ? say('nicht eingeladen', 'not invited') : '',
  ].filter(Boolean);
  const short = shortened(name, 80);
  return what.length > 0 ? `${short} (${what.join(', ')})` : short;
}
