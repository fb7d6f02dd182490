import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Language } from '../../../../core/text.ts';
import { quoted, shortened } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { forecastOf } from '../../board/quorum.ts';
import { longDay } from '../../board/words.ts';
import { difference } from '../decide/complete.ts';
import { silent } from '../decide/follow.ts';
import { type Meeting, meetingCase } from '../meeting.ts';
import { historyLine, stateWords, timesOf } from '../words.ts';
import { itemDetail } from './agenda-view.ts';
import { factsOf } from './meeting-facts.ts';
import { type Can, possible } from './possible.ts';
import { type Row, rowsOf } from './rows.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/meeting`: a meeting as the office and the chair see it, with what they can do now. */
export type MeetingView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly draft: number;
  readonly issue: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  /** One of them is true: mark and colour of the state. */
  readonly accent: boolean;
  readonly good: boolean;
  readonly warning: boolean;
  readonly attention: boolean;
  readonly remark?: string | undefined;
  /** What the chair asked to be changed. */
  readonly wish?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** What stands in the way, or must be heeded; each a sentence. */
  readonly cautions: readonly string[];
  readonly items: readonly { readonly text: string; readonly detail: string }[];
  /** Once answers come in they are what counts; the agenda opens on demand. */
  readonly showsAgenda: boolean;
  /** "Zugesagt 3 von 7, beschlussfähig ab 4" and what it means. */
  readonly forecast?:
    | { readonly text: string; readonly isGood: boolean; readonly isBad: boolean; readonly isOpen: boolean }
    | undefined;
  readonly rows: readonly Row[];
  readonly more?: string | undefined;
  /** Open questions of members. */
  readonly questions: readonly string[];
  readonly openQuestions: readonly Choice[];
  readonly can: Can;
  readonly typed: string;
  readonly history: readonly string[];
};

export type Showing = {
  readonly context: Context;
  readonly remark?: string | undefined;
  /** What was typed into a field, when it must not be lost. */
  readonly typed?: string | undefined;
};

const mostItems = 20;
/** Once answers come in, they need the room: characters that the whole agenda may take then. */
const roomForItems = 600;
const mostQuestions = 3;
const mostHistory = 4;

/** The card of a meeting for the office or the chair. */
export function meetingReply(meeting: Meeting, viewer: Addressee, showing: Showing): Reply {
  const { language } = viewer;
  const view = meetingView(meeting, viewer, showing);
  return {
    card: 'beirat/meeting',
    data: view,
    summary: `${view.title}: ${view.state}`,
    language,
    about: { kind: meetingCase, id: meeting.id },
  };
}

export function meetingView(
  meeting: Meeting,
  viewer: Addressee,
  { context, remark, typed = '' }: Showing,
): MeetingView {
  const { language } = viewer;
  const can = possible(meeting, viewer.id, context);
  const { rows, more } = rowsOf(meeting, language);
  const open = meeting.questions.filter(({ answer }) => !answer);
  return {
    roles: [],
    id: meeting.id,
    draft: meeting.draft,
    issue: meeting.issue,
    title: titleOf(meeting, context, language),
    subtitle: `${labelOf(meeting)} · ${longDay(meeting.plan.day, language)} · ${timesOf(meeting, language)}`,
    state: stateOf(meeting, language),
    ...toneOf(meeting),
    remark: remark && shortened(remark, 500),
    wish: meeting.wish && `${meeting.wish.byName}: ${quoted(meeting.wish.text, language)}`,
    facts: factsOf(meeting, context, language),
    cautions: cautionsOf(meeting, context, language),
    items: itemsOf(meeting, language),
    showsAgenda: meeting.issue === 0,
    forecast: forecastText(meeting, language),
    rows,
    more,
    questions: open
      .slice(0, mostQuestions)
      .map(
        ({ n, byName, text }) => `${n}. ${shortened(byName, 60)}: ${quoted(shortened(text, 200), language)}`,
      ),
    openQuestions: can.answer
      ? open
          .slice(0, 20)
          .map(({ n, byName }) => ({ title: `${n}. ${shortened(byName, 60)}`, value: String(n) }))
      : [],
    can,
    typed,
    history: meeting.history
      .slice(-mostHistory)
      .reverse()
      .map((entry) => historyLine(entry, language)),
  };
}

/** "Sitzung des Digitalen Beirats" with what is special about it. */
export function titleOf(meeting: Meeting, { rules }: Context, language: Language): string {
  const second = meeting.secondOf !== undefined;
  return language === 'de'
    ? `${second ? 'Zweite Sitzung' : 'Sitzung'} · ${rules.name.de}`
    : `${second ? 'Second meeting' : 'Meeting'} · ${rules.name.en}`;
}

function itemsOf({ plan, issue }: Meeting, language: Language): MeetingView['items'] {
  let room = issue === 0 ? Number.POSITIVE_INFINITY : roomForItems;
  const shown = plan.items.slice(0, mostItems).flatMap((item, at) => {
    const text = `${at + 1}. ${shortened(item.title, 70)}`;
    const detail = shortened(itemDetail(item, language), 60);
    room -= text.length + detail.length;
    return room < 0 ? [] : [{ text, detail }];
  });
  const left = plan.items.length - shown.length;
  if (left === 0) return shown;
  const rest =
    language === 'de'
      ? { text: `… und ${left} weitere`, detail: 'Die Vorschau und die Einladung zeigen mehr.' }
      : { text: `… and ${left} more`, detail: 'The preview and the invitation show more.' };
  return [...shown, rest];
}

function stateOf(meeting: Meeting, language: Language): string {
  const words = stateWords[meeting.state][language];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function toneOf({ state }: Meeting) {
  const good = state === 'approved' || state === 'minuted';
  const warning = state === 'postponed' || state === 'awaiting-approval';
  const attention = state === 'cancelled';
  return { good, warning, attention, accent: !good && !warning && !attention };
}

/** What the office should see to. */
function cautionsOf(meeting: Meeting, context: Context, language: Language): readonly string[] {
  if (meeting.state !== 'invited') return [];
  const { joined, left } = difference(meeting, context);
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ');
  return [
    ...(joined.length > 0
      ? [
          language === 'de'
            ? `Seit der Einladung neu im Beirat: ${names(joined)}.`
            : `New in the board since the invitation: ${names(joined)}.`,
        ]
      : []),
    ...(left.length > 0
      ? [
          language === 'de'
            ? `Nicht mehr auf diesem Sitz oder als dessen Vertretung: ${names(left)}.`
            : `No longer on this seat or deputising for it: ${names(left)}.`,
        ]
      : []),
  ];
}

function forecastText(meeting: Meeting, language: Language): MeetingView['forecast'] {
  if (!meeting.quorum || meeting.state !== 'invited') return undefined;
  const { coming, of, needed, isCertain, isLost } = forecastOf(meeting.invitees, meeting.quorum);
  const missing = silent(meeting).length;
  const text =
    language === 'de'
      ? `${coming} von ${of} stimmberechtigten Sitzen zugesagt, beschlussfähig ab ${needed}. ${isCertain ? '✓ Beschlussfähig.' : isLost ? '✕ So nicht mehr beschlussfähig.' : 'Noch offen.'}${missing > 0 ? ` Ohne Antwort: ${missing}.` : ''}`
      : `${coming} of ${of} voting seats accepted, quorum from ${needed}. ${isCertain ? '✓ Quorum expected.' : isLost ? '✕ No quorum possible.' : 'Still open.'}${missing > 0 ? ` Without an answer: ${missing}.` : ''}`;
  return { text, isGood: isCertain, isBad: isLost, isOpen: !isCertain && !isLost };
}
