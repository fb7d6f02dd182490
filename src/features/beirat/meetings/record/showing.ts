import { dayIn } from '../../../../core/day.ts';
import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Turn } from '../../../../core/turn.ts';
import { today } from '../../board/context.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { isInBeirat, isOffice } from '../../board/members.ts';
import { requireOffice } from '../../board/rights.ts';
import { actOn, type Desk, visibleMeeting } from '../desk.ts';
import { atOnce, minutesLinks, readerOf } from '../links.ts';
import type { Meeting } from '../model.ts';
import { type Held, isHeld } from '../model.ts';
import { invitationOf, requireState } from '../policy.ts';
import { minutesNotSent, notYet, onlyInBeirat, onlyPersonal } from '../refusals.ts';
import { entriesOf, itemReply } from '../views/item.ts';
import { minutesLinksReply, minutesReply } from '../views/minutes.ts';
import { recordReply } from '../views/record.ts';
import { openResolutions, resolutionsReply } from '../views/resolutions.ts';
import { startReply } from '../views/start.ts';
import type { RecordAct } from './act.ts';

/** What a card is shown with after an act: why it was refused, or that nothing has changed. */
export type After = {
  readonly remark?: string | undefined;
  readonly isRefused?: boolean | undefined;
  /** What was typed and must not be lost. */
  readonly typed?: string | undefined;
};
/** Draws the card after an act. */
export type Draw = (meeting: Meeting, after: After) => Reply;

/** The record for the office; before it was opened the form that opens it. Members get the minutes. */
export async function showRecord(desk: Desk, turn: Turn, id: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  if (!isOffice(viewer.id, contextAt(desk, turn.at))) return showMinutes(desk, turn, id);
  return recordCard(desk, turn, meeting);
}

export function recordCard(desk: Desk, turn: Turn, meeting: Meeting, after: After = {}): Reply {
  const context = contextAt(desk, turn.at);
  if (isHeld(meeting)) return recordReply(meeting, context, turn.language, after);
  requireState(meeting, 'invited');
  const { day } = meeting.plan;
  if (today(context) < day) throw notYet(dayIn('de', day), dayIn('en', day));
  return startReply(meeting, context, turn.language, after);
}

/** The form with the attendance. */
export async function showStart(desk: Desk, turn: Turn, id: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  requireOffice(viewer, contextAt(desk, turn.at));
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  requireState(meeting, 'invited', 'held');
  return meeting.session
    ? startReply(meeting, contextAt(desk, turn.at), turn.language)
    : recordCard(desk, turn, meeting);
}

/** One item of the record. @param number of a resolution that is to be put into the form */
export async function showItem(
  desk: Desk,
  turn: Turn,
  id: string,
  item: string,
  number = '',
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  requireOffice(viewer, contextAt(desk, turn.at));
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  if (!isHeld(meeting)) return recordCard(desk, turn, meeting);
  const loaded = meeting.resolutions.find((one) => one.number === number && one.item === item);
  return itemReply(meeting, item, turn.language, loaded ? { entries: entriesOf(loaded) } : {});
}

/** The minutes as a member gets them. @throws {Refusal} as long as they are a draft */
export async function showMinutes(
  desk: Desk,
  turn: Turn,
  id: string,
  after: After = {},
  typed = '',
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  if (!isHeld(meeting) || !meeting.session.sentAt || !invitationOf(meeting, viewer.id, context))
    throw minutesNotSent();
  return minutesReply(meeting, viewer.id, context, turn.language, { ...after, typed });
}

/** Fresh personal links to the minutes; never where others read along. */
export async function showLinks(desk: Desk, turn: Turn, id: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  if (turn.scope !== 'personal') throw onlyPersonal();
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  const reader = await readerOf(desk, meeting.id, viewer.id, turn.at);
  if (!reader) throw minutesNotSent();
  const links = await minutesLinks(desk, meeting.id, viewer, turn.at, atOnce);
  return minutesLinksReply(reader.meeting, links, atOnce, turn.language);
}

/** What is resolved and open, for everybody in the Beirat. */
export async function showResolutions(
  desk: Desk,
  turn: Turn,
  more: { readonly remark?: string; readonly typed?: string; readonly choice?: string } = {},
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const office = isOffice(viewer.id, context);
  if (!office && !isInBeirat(viewer.id, context)) throw onlyInBeirat();
  const open = openResolutions(await desk.meetings.list());
  return resolutionsReply(open, turn.language, { day: today(context), isOffice: office, ...more });
}

/**
 * Does something to the record and shows what it is now. What the office cannot do is said on the card; nobody else gets
 * to see the record.
 * @throws {Refusal} for everybody else
 */
export async function recording(
  desk: Desk,
  turn: Turn,
  id: string,
  act: RecordAct,
  draw: Draw = (meeting, after) => recordCard(desk, turn, meeting, after),
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  try {
    const { meeting, hasEffect } = await actOn(desk, viewer, id, act, turn.at);
    return draw(meeting, hasEffect ? {} : { remark: unchanged[turn.language] });
  } catch (error) {
    const isOurs = error instanceof Refusal && error.code !== 'no-such-meeting';
    if (!isOurs || !isOffice(viewer.id, contextAt(desk, turn.at))) throw error;
    const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
    return draw(meeting, { remark: error.text[turn.language], isRefused: true });
  }
}

/** Draws a card that only a meeting that is held has; otherwise what there is instead. */
export const whenHeld =
  (desk: Desk, turn: Turn, draw: (meeting: Held, after: After) => Reply): Draw =>
  (meeting, after) =>
    isHeld(meeting) ? draw(meeting, after) : recordCard(desk, turn, meeting, after);

export const unchanged = {
  de: 'Daran hat sich nichts geändert: Das war schon geschehen, oder die Karte war nicht mehr aktuell. So steht es jetzt.',
  en: 'Nothing has changed: this had happened already, or the card was out of date. This is how it stands now.',
};
