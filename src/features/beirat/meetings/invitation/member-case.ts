import type { CaseKind } from '../../../../core/notice.ts';
import { contextAt } from '../../board/desk.ts';
import type { Desk } from '../desk.ts';
import { invitationCase } from '../model.ts';
import { invitationOf } from '../policy.ts';
import { invitationReply } from '../views/invitation.ts';

/** How the card of one member looks now: to this member, and to nobody else. */
export const memberCase = (desk: Desk): CaseKind => ({
  kind: invitationCase,
  async show(id, viewer, now) {
    const [meetingId = '', party = ''] = id.split(' ');
    if (party !== viewer.id) return undefined;
    const meeting = await desk.meetings.get(meetingId);
    const context = contextAt(desk, now.toISOString());
    const one = meeting && invitationOf(meeting, party, context);
    return meeting && one ? invitationReply(meeting, one, viewer, context) : undefined;
  },
});
