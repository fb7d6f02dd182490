import type { Reply } from '../../../../core/reply.ts';
import type { Turn } from '../../../../core/turn.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { type Desk, visibleMeeting } from '../desk.ts';
import { previewReply } from '../views/invitation.ts';

/** The invitation exactly as members will see it. */
export async function previewOf(desk: Desk, turn: Turn, id: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  return previewReply(meeting, contextAt(desk, turn.at), turn.language);
}
