import { z } from 'zod';
import type { Action } from '../../../../core/feature.ts';
import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { ActionTurn, Turn } from '../../../../core/turn.ts';
import { isDay } from '../../board/day-time.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { requireOffice } from '../../board/rights.ts';
import { emptyItem, withItem } from '../agenda.ts';
import type { Act } from '../decide/act.ts';
import { actOn, visibleMeeting } from '../desk.ts';
import type { Meeting } from '../model.ts';
import { noMeetingNamed } from '../refusals.ts';
import { proposedDays } from '../rhythm/rhythm.ts';
import type { PlanDesk } from '../start.ts';
import { changeReply } from '../views/change.ts';
import { memberReply } from '../views/member.ts';
import { cardOf } from './show.ts';

const text = z.string().max(2000).trim().catch('');
const Pressed = z.object({
  id: z.string().max(40),
  issue: z.coerce.number().int().catch(0),
  day: text,
  time: text,
  place: text,
  onlineUrl: text,
  itemTitle: text,
  reason: text,
  urgency: text,
  party: text,
  note: text,
  answer: z.enum(['in-person', 'online', 'no']).catch('in-person'),
});
type Pressed = z.infer<typeof Pressed>;

/** The buttons of the card of changes. */
const changes: Readonly<Record<string, (pressed: Pressed, meeting: Meeting) => Act>> = {
  'beirat.move': ({ issue, day, time, reason, urgency }) => ({
    kind: 'move',
    issue,
    day,
    time: time.slice(0, 5),
    reason,
    ...(urgency ? { urgency } : {}),
  }),
  'beirat.relocate': ({ issue, place, onlineUrl, reason }) => ({
    kind: 'relocate',
    issue,
    place,
    onlineUrl,
    reason,
  }),
  'beirat.amend': ({ issue, itemTitle, reason }, { plan }) => ({
    kind: 'amend',
    issue,
    items: withItem(plan.items, { ...emptyItem, title: itemTitle }, `item-later-${issue}`),
    reason,
  }),
  'beirat.postpone': ({ issue, reason }) => ({ kind: 'postpone', issue, reason }),
  'beirat.cancel': ({ reason }) => ({ kind: 'cancel', reason }),
};

/** The buttons of the card of one member. */
const repairs: Readonly<Record<string, (pressed: Pressed) => Act>> = {
  'beirat.resend': ({ party }) => ({ kind: 'resend', party }),
  'beirat.reached': ({ party, note }) => ({ kind: 'reached', party, note }),
  'beirat.reply-for': ({ party, answer, note, issue }) => ({
    kind: 'reply',
    issue,
    answer,
    for: party,
    via: 'teams',
    ...(note ? { reason: note } : {}),
  }),
};

/** What the office presses after the invitations went out. */
export function changeActions(desk: PlanDesk): readonly Action[] {
  return [
    { verb: 'beirat.change', handle: (turn) => openChange(desk, turn, read(turn).id) },
    ...Object.entries(changes).map(([verb, act]) => ({
      verb,
      handle: (turn: ActionTurn) => change(desk, turn, act),
    })),
    {
      verb: 'beirat.member',
      handle: async (turn) => {
        const { id, party } = read(turn);
        const reply = await openMember(desk, turn, id, party);
        // Choosing another member redraws the card, opening it is a new message.
        return party ? { ...reply, inPlace: true } : reply;
      },
    },
    ...Object.entries(repairs).map(([verb, act]) => ({
      verb,
      handle: (turn: ActionTurn) => repair(desk, turn, act),
    })),
  ];
}

export async function openChange(desk: PlanDesk, turn: Turn, id: string): Promise<Reply> {
  const meeting = await ofOffice(desk, turn, id);
  const days = proposedDays(await desk.meetings.list(), contextAt(desk, turn.at));
  return changeReply(meeting, turn.language, { days });
}

export async function openMember(desk: PlanDesk, turn: Turn, id: string, party?: string): Promise<Reply> {
  return memberReply(await ofOffice(desk, turn, id), turn.language, { party: party || undefined });
}

async function ofOffice(desk: PlanDesk, turn: Turn, id: string): Promise<Meeting> {
  const by = viewerOf(turn, desk);
  requireOffice(by, contextAt(desk, turn.at));
  return visibleMeeting(desk, id, by.id, turn.at);
}

async function change(
  desk: PlanDesk,
  turn: ActionTurn,
  act: (pressed: Pressed, meeting: Meeting) => Act,
): Promise<Reply> {
  const pressed = read(turn);
  const before = await ofOffice(desk, turn, pressed.id);
  const { day, time, place, onlineUrl, itemTitle, reason, urgency } = pressed;
  const entries = { day, time, place, onlineUrl, itemTitle, reason, urgency };
  const again = (remark: string): Reply => ({
    ...changeReply(before, turn.language, { ...entries, remark }),
    inPlace: true,
  });
  const problem = problemIn(turn.verb, pressed);
  if (problem) return again(problem[turn.language]);
  try {
    const { meeting } = await actOn(desk, viewerOf(turn, desk), pressed.id, act(pressed, before), turn.at);
    return { ...cardOf(desk, turn, meeting), inPlace: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again(error.text[turn.language]);
  }
}

function problemIn(verb: string, { day, time, onlineUrl, itemTitle }: Pressed) {
  if (verb === 'beirat.move' && !(isDay(day) && /^([01]\d|2[0-3]):[0-5]\d/.test(time)))
    return {
      de: 'Wählen Sie Tag und Uhrzeit des neuen Termins.',
      en: 'Choose day and time of the new date.',
    };
  if (verb === 'beirat.relocate' && onlineUrl && !/^https:\/\/\S+$/.test(onlineUrl))
    return { de: 'Der Online-Zugang beginnt mit https://', en: 'The online access begins with https://' };
  if (verb === 'beirat.amend' && !itemTitle)
    return { de: 'Geben Sie dem neuen Punkt einen Titel.', en: 'Give the new item a title.' };
  return undefined;
}

async function repair(desk: PlanDesk, turn: ActionTurn, act: (pressed: Pressed) => Act): Promise<Reply> {
  const pressed = read(turn);
  const before = await ofOffice(desk, turn, pressed.id);
  const { party, note } = pressed;
  try {
    const { meeting } = await actOn(desk, viewerOf(turn, desk), pressed.id, act(pressed), turn.at);
    return { ...memberReply(meeting, turn.language, { party }), inPlace: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const remark = error.text[turn.language];
    return { ...memberReply(before, turn.language, { party, note, remark }), inPlace: true };
  }
}

function read(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw noMeetingNamed();
}
