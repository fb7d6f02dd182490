import { labelOf } from '../../../../core/case-number.ts';
import type { Waiting } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import { wordsIn } from '../../../../core/text.ts';
import type { Turn } from '../../../../core/turn.ts';
import { waits } from '../../../../core/waiting.ts';
import { today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { isOffice } from '../../board/members.ts';
import { shortDay } from '../../board/words.ts';
import type { MeetingDesk } from '../desk.ts';
import { answerWords, stateWords } from '../labels.ts';
import type { Meeting } from '../model.ts';
import { isInvolved } from '../policy.ts';

/** Card `beirat/meetings`: the meetings that concern somebody. */
export type MeetingsView = {
  readonly roles: readonly [];
  readonly title: string;
  /** What there is to say to the question that led here. */
  readonly remark?: string | undefined;
  readonly empty?: string | undefined;
  readonly canPlan: boolean;
  /** Where the rules of procedure provide for it. */
  readonly canCirculate: boolean;
  readonly items: readonly { readonly id: string; readonly title: string; readonly text: string }[];
};

const most = 8;

/** What comes first, then what was last. */
export async function meetingsReply(desk: MeetingDesk, turn: Turn): Promise<Reply> {
  const { language } = turn;
  const viewer = desk.meetings.viewerOf(turn);
  const context = contextAt(desk, turn.at);
  const mine = (await desk.meetings.collection.list()).filter((meeting) =>
    isInvolved(meeting, viewer.id, context),
  );
  const sorted = mine.sort(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || b.plan.day.localeCompare(a.plan.day),
  );
  const title = wordsIn(language)(
    'Sitzungen des Digitalen Beirats',
    'Meetings of the Digital Advisory Board',
  );
  const canPlan = isOffice(viewer.id, context);
  const view: MeetingsView = {
    roles: [],
    title,
    remark: undefined,
    empty: mine.length === 0 ? nothing(canPlan, language) : undefined,
    canPlan,
    canCirculate: canPlan && context.rules.circulation.allowed !== 'never',
    items: sorted.slice(0, most).map((meeting) => ({
      id: meeting.id,
      title: `${labelOf(meeting)} · ${shortDay(meeting.plan.day, language)}, ${meeting.plan.time}`,
      text: lineOf(meeting, viewer.id, language),
    })),
  };
  return { card: 'beirat/meetings', data: view, summary: `${title}: ${mine.length}`, language };
}

/** Invitations to meetings to come that the person has not answered. */
export async function unanswered(desk: MeetingDesk, turn: Turn): Promise<readonly Waiting[]> {
  const viewer = desk.meetings.viewerOf(turn).id;
  const now = today(contextAt(desk, turn.at));
  const { length } = (await desk.meetings.collection.list()).filter(
    ({ state, plan, invitees }) =>
      state === 'invited' &&
      plan.day >= now &&
      invitees.some(({ party, reply, releasedAt }) => party === viewer && !reply && !releasedAt),
  );
  return waits(
    length,
    { de: '1 Einladung ist noch ohne Ihre Antwort', en: '1 invitation has no answer of yours yet' },
    (count) => ({
      de: `${count} Einladungen sind noch ohne Ihre Antwort`,
      en: `${count} invitations have no answer of yours yet`,
    }),
    { de: 'Meine Sitzungen', en: 'My meetings' },
  );
}

const isOver = ({ state }: Meeting): boolean => state === 'minuted' || state === 'cancelled';

function lineOf(meeting: Meeting, party: string, language: Turn['language']): string {
  const state = stateWords[meeting.state][language];
  const one = meeting.invitees.find((invitee) => invitee.party === party);
  if (!one?.reply || meeting.state !== 'invited') return state;
  const mine = wordsIn(language)('Ihre Antwort', 'your answer');
  return `${state} · ${mine}: ${answerWords[one.reply.answer][language]}`;
}

const nothing = (canPlan: boolean, language: Turn['language']): string =>
  canPlan
    ? wordsIn(language)(
        'Es ist noch keine Sitzung geplant. „Neue Sitzung“ beginnt eine.',
        'No meeting has been planned yet. “New meeting” starts one.',
      )
    : wordsIn(language)(
        'Zu keiner Sitzung des Digitalen Beirats sind Sie eingeladen. Fragen beantwortet die Geschäftsführung, der Digitallotse Wirtschaft.',
        'You are not invited to any meeting of the Digital Advisory Board. The board’s office, the Digitallotse Wirtschaft, will answer your questions.',
      );
