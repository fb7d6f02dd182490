import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { contextAt, type Desk, viewerOf } from '../desk.ts';
import { isOffice, onlyOffice } from '../rights.ts';
import { feedbackReply, listReply } from '../view/lists.ts';

/** Mentorings in which somebody asks or is asked. */
export async function showMine(desk: Desk, turn: Turn): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const asking = await desk.mentorings.list({ where: { askedBy: viewer.id } });
  const asked = await desk.mentorings.list({ where: { askedOf: viewer.id } });
  return listReply([...asking, ...asked], viewer, 'mine', turn.language);
}

/** @throws {Refusal} when somebody else than the Digitallotse asks */
function forOffice(desk: Desk, turn: Turn): void {
  if (!isOffice(viewerOf(turn, desk).id, contextAt(desk, turn.at))) throw onlyOffice();
}

export async function showAll(desk: Desk, turn: Turn): Promise<Reply> {
  forOffice(desk, turn);
  return listReply(await desk.mentorings.list(), viewerOf(turn, desk), 'all', turn.language);
}

export async function showFeedback(desk: Desk, turn: Turn): Promise<Reply> {
  forOffice(desk, turn);
  return feedbackReply(await desk.feedback.list(), turn.language);
}
