import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Turn } from '../../../../core/turn.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import type { Act } from '../decide/act.ts';
import { actOn, type Desk, visibleMeeting } from '../desk.ts';
import type { Meeting } from '../model.ts';
import { seeing } from '../policy.ts';
import { invitationReply } from '../views/invitation.ts';
import { meetingReply } from '../views/office.ts';

type More = { readonly remark?: string | undefined; readonly typed?: string | undefined };

/** A meeting as whoever asks may see it: the office and the chair all of it, members their invitation. */
export async function showMeeting(desk: Desk, turn: Turn, id: string, more: More = {}): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  return cardOf(desk, turn, await visibleMeeting(desk, id, viewer.id, turn.at), more);
}

export function cardOf(desk: Desk, turn: Turn, meeting: Meeting, more: More = {}): Reply {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const [first] = seeing(meeting, viewer.id, context);
  return first?.as === 'member'
    ? invitationReply(meeting, first.invitee, viewer, context, { remark: more.remark })
    : meetingReply(meeting, viewer, { context, ...more });
}

/**
 * Does something with a meeting and shows what it is now. Whatever cannot be done is said on that card, with what was
 * typed still in it.
 * @throws {Refusal} when there is no such meeting for this person
 */
export async function actAndShow(desk: Desk, turn: Turn, id: string, act: Act, typed = ''): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  try {
    const { meeting, hasEffect } = await actOn(desk, viewer, id, act, turn.at);
    return cardOf(desk, turn, meeting, hasEffect ? {} : { remark: unchanged[turn.language] });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'no-such-meeting') throw error;
    return showMeeting(desk, turn, id, { remark: error.text[turn.language], typed });
  }
}

const unchanged = {
  de: 'Daran hat sich nichts geändert: Das war schon geschehen, oder die Karte war nicht mehr aktuell. So steht es jetzt.',
  en: 'Nothing has changed: this had happened already, or the card was out of date. This is how it stands now.',
};
