import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Text } from '../../../../core/text.ts';
import type { Turn } from '../../../../core/turn.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import type { MemberAct } from '../decide/act.ts';
import { actOn, type Desk, visibleMeeting } from '../desk.ts';
import type { Invitee, Meeting } from '../model.ts';
import { invitationOf } from '../policy.ts';
import { notInvited } from '../refusals.ts';
import { invitationReply, type More } from '../views/invitation.ts';

/** The card of whoever asks. @throws {Refusal} for those who are not invited */
export async function showInvitation(desk: Desk, turn: Turn, id: string, more: More = {}): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  return cardOf(desk, turn, meeting, more);
}

function cardOf(desk: Desk, turn: Turn, meeting: Meeting, more: More = {}): Reply {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  return invitationReply(meeting, own(meeting, viewer.id, desk, turn.at), viewer, context, more);
}

function own(meeting: Meeting, party: string, desk: Desk, at: string): Invitee {
  const one = invitationOf(meeting, party, contextAt(desk, at));
  if (!one) throw notInvited();
  return one;
}

/** Shows the card and remembers, once for what was sent last, that it was opened. */
export async function openInvitation(desk: Desk, turn: Turn, id: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  const one = own(meeting, viewer.id, desk, turn.at);
  if (one.openedAt || one.releasedAt) return cardOf(desk, turn, meeting);
  const opened = await actOn(desk, viewer, id, { kind: 'open' }, turn.at);
  return cardOf(desk, turn, opened.meeting);
}

/**
 * Does what a member presses or types and shows the card as it is then. What cannot be done is said on it, with what
 * was typed still there.
 * @throws {Refusal} for those who are not invited
 */
export async function answerInvitation(desk: Desk, turn: Turn, id: string, act: MemberAct): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  own(await visibleMeeting(desk, id, viewer.id, turn.at), viewer.id, desk, turn.at);
  try {
    const { meeting, hasEffect } = await actOn(desk, viewer, id, act, turn.at);
    const remark = hasEffect ? thanks(act) : unchanged(meeting, act);
    return cardOf(desk, turn, meeting, {
      remark: remark[turn.language],
      ...(isStale(meeting, act) ? { tried: act } : {}),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showInvitation(desk, turn, id, { remark: error.text[turn.language], tried: act });
  }
}

export const isStale = ({ issue }: Pick<Meeting, 'issue'>, act: MemberAct): boolean =>
  'issue' in act && act.issue !== undefined && act.issue !== issue;

/** What is said when an act changed nothing. */
export const unchanged = (meeting: Pick<Meeting, 'issue'>, act: MemberAct): Text =>
  isStale(meeting, act)
    ? {
        de: 'Die Einladung hat sich inzwischen geändert, Ihre Antwort ist deshalb nicht gespeichert. So steht es jetzt; bitte antworten Sie darauf.',
        en: 'The invitation has changed meanwhile, so your answer has not been saved. This is how it stands now; please answer it.',
      }
    : { de: 'Das war schon gespeichert.', en: 'This had been saved already.' };

/** What is said when it did. */
export const thanks = (act: MemberAct): Text => {
  if (act.kind === 'ask')
    return {
      de: 'Ihre Frage ist bei der Geschäftsführung. Die Antwort kommt hierher.',
      en: 'Your question is with the management. The answer will come here.',
    };
  return act.kind === 'reply' && act.answer === 'no'
    ? {
        de: 'Danke für Ihre Nachricht. Ihre Absage ist gespeichert.',
        en: 'Thank you for letting us know. Your absence is noted.',
      }
    : { de: 'Danke. Ihre Zusage ist gespeichert.', en: 'Thank you. Your acceptance is saved.' };
};
