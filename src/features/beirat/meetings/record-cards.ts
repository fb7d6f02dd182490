import { z } from 'zod';
import { dayIn } from '../../../core/day.ts';
import type { Action } from '../../../core/feature.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import { type Context, today } from '../board/context.ts';
import { contextAt } from '../board/desk.ts';
import { isInBeirat, isOffice } from '../board/members.ts';
import { type MeetingDesk, ofOffice, visibleTo } from './desk.ts';
import { atOnce, minutesLinks, readerOf } from './links.ts';
import { isHeld, type Meeting } from './model.ts';
import { requireState } from './policy.ts';
import { minutesNotSent, noSuchResolution, notYet, onlyInBeirat } from './refusals.ts';
import { entriesOf, itemReply } from './views/item.ts';
import { minutesLinksReply, minutesReply } from './views/minutes.ts';
import { type Remarks, recordReply } from './views/record.ts';
import {
  foundReply,
  foundResolutions,
  openResolutions,
  resolutionsFor,
  resolutionsReply,
} from './views/resolutions.ts';
import { startReply } from './views/start.ts';

/** The record for the office; before it was opened the form that opens it. Members get the minutes. */
export async function showRecord(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const meeting = await visibleTo(desk, turn, id);
  if (!isOffice(desk.meetings.viewerOf(turn).id, context)) return showMinutes(desk, turn, id);
  return recordCard(desk, turn, meeting, context);
}

export function recordCard(
  { meetings }: Pick<MeetingDesk, 'meetings'>,
  turn: Turn,
  meeting: Meeting,
  context: Context,
  remarks: Remarks = {},
): Reply {
  const { language } = turn;
  const viewer = meetings.viewerOf(turn);
  if (isHeld(meeting))
    return recordReply(meeting, context, language, {
      ...remarks,
      can: meetings.can(meeting, viewer, context),
      why: meetings.why(meeting, viewer, context),
    });
  requireState(meeting, 'invited');
  const { day } = meeting.plan;
  if (today(context) < day) throw notYet(dayIn('de', day), dayIn('en', day));
  return startReply(meeting, context, language, remarks);
}

/** The form with the attendance. */
async function showStart(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const meeting = await ofOffice(desk, turn, id);
  const context = contextAt(desk, turn.at);
  requireState(meeting, 'invited', 'held');
  return meeting.session
    ? startReply(meeting, context, turn.language)
    : recordCard(desk, turn, meeting, context);
}

/** One item of the record. @param number of a resolution that is to be put into the form */
async function showItem(
  desk: MeetingDesk,
  turn: Turn,
  id: string,
  { item, number }: { readonly item: string; readonly number: string },
): Promise<Reply> {
  const meeting = await ofOffice(desk, turn, id);
  if (!isHeld(meeting)) return recordCard(desk, turn, meeting, contextAt(desk, turn.at));
  const loaded = meeting.resolutions.find((one) => one.number === number && one.item === item);
  return itemReply(
    meeting,
    item,
    contextAt(desk, turn.at),
    turn.language,
    loaded ? { entries: entriesOf(loaded) } : {},
  );
}

/** The minutes as a member gets them. @throws {Refusal} as long as they are a draft */
export async function showMinutes(
  desk: MeetingDesk,
  turn: Turn,
  id: string,
  remarks: Remarks = {},
): Promise<Reply> {
  const viewer = desk.meetings.viewerOf(turn);
  const context = contextAt(desk, turn.at);
  const meeting = await visibleTo(desk, turn, id);
  if (!isHeld(meeting) || !readerOf(meeting, viewer.id, context)) throw minutesNotSent();
  return minutesReply(meeting, viewer.id, context, turn.language, remarks);
}

/** Fresh personal links to the minutes. */
async function showLinks(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const viewer = desk.meetings.viewerOf(turn);
  const reader = readerOf(await visibleTo(desk, turn, id), viewer.id, contextAt(desk, turn.at));
  if (!reader) throw minutesNotSent();
  const links = await minutesLinks(desk, reader.meeting.id, viewer, turn.at, atOnce);
  return minutesLinksReply(reader.meeting, links, atOnce, turn.language);
}

/** What is resolved and open, for everybody in the Beirat. */
export async function showResolutions(
  desk: MeetingDesk,
  turn: Turn,
  more: { readonly remark?: string; readonly choice?: string } = {},
): Promise<Reply> {
  const viewer = desk.meetings.viewerOf(turn);
  const context = contextAt(desk, turn.at);
  const office = isOffice(viewer.id, context);
  if (!office && !isInBeirat(viewer.id, context)) throw onlyInBeirat();
  const meetings = resolutionsFor(await desk.meetings.collection.list(), viewer.id, context);
  const open = openResolutions(meetings);
  return resolutionsReply(open, turn.language, { day: today(context), isOffice: office, ...more });
}

/** All that was ever resolved, and how it stands. @param words that it must hold */
export async function findResolutions(desk: MeetingDesk, turn: Turn, words: string): Promise<Reply> {
  const viewer = desk.meetings.viewerOf(turn);
  const context = contextAt(desk, turn.at);
  if (!isOffice(viewer.id, context) && !isInBeirat(viewer.id, context)) throw onlyInBeirat();
  const meetings = resolutionsFor(await desk.meetings.collection.list(), viewer.id, context);
  return foundReply(foundResolutions(meetings, words, turn.language, today(context)), words, turn.language);
}

const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: text,
  item: text,
  number: text,
  note: text,
  /** Pressed on a card of the record itself, which is to be replaced. */
  here: z.boolean().catch(false),
  /** The chosen resolution is to be put into the form. */
  load: z.boolean().catch(false),
});

/** Whether the card that was pressed is to be replaced. */
export const isHere = (turn: Turn): boolean => turn.kind === 'action' && Pressed.parse(turn.data).here;

/** What is called up on the cards of the record; what is done with it are acts. */
export const recordActions = (desk: MeetingDesk): readonly Action[] => [
  {
    verb: 'beirat.record-start',
    handle: async (turn) => inPlace(await showStart(desk, turn, Pressed.parse(turn.data).id)),
  },
  {
    verb: 'beirat.record-item',
    async handle(turn) {
      const { id, item, load, number } = Pressed.parse(turn.data);
      return inPlace(await showItem(desk, turn, id, { item, number: load ? number : '' }));
    },
  },
  {
    verb: 'beirat.minutes',
    async handle(turn) {
      const reply = await showMinutes(desk, turn, Pressed.parse(turn.data).id);
      return isHere(turn) ? inPlace(reply) : reply;
    },
  },
  { verb: 'beirat.minutes-links', handle: (turn) => showLinks(desk, turn, Pressed.parse(turn.data).id) },
  { verb: 'beirat.resolutions', handle: async (turn) => inPlace(await showResolutions(desk, turn)) },
  { verb: 'beirat.resolution-done', handle: async (turn) => inPlace(await reportDone(desk, turn)) },
];

/** A resolution names its meeting. */
async function reportDone({ meetings }: MeetingDesk, turn: ActionTurn): Promise<Reply> {
  const { number, note } = Pressed.parse(turn.data);
  const [, year, n] = /^B-(\d{4})\/(\d{1,6})-\d{2,3}$/.exec(number) ?? [];
  if (!year) throw noSuchResolution(number);
  return meetings.actAndShow(turn, `B-${year}-${n}`, 'resolution-done', { number, note });
}
