import type { Context } from '../../board/context.ts';
import { today } from '../../board/context.ts';
import { chairCapacity, isOffice } from '../../board/members.ts';
import { isUnsettled, silent } from '../acts/follow.ts';
import { difference } from '../acts/invite.ts';
import type { Meeting } from '../model.ts';
import { invitationOf, submissionOf } from '../policy.ts';

/** What somebody can do with a meeting now; each is a group of buttons on the card. */
export type Can = {
  readonly plan: boolean;
  readonly submit: boolean;
  readonly recall: boolean;
  readonly approve: boolean;
  readonly invite: boolean;
  readonly preview: boolean;
  /** Any of those that follow the invitations. */
  readonly follow: boolean;
  readonly remind: boolean;
  readonly change: boolean;
  readonly complete: boolean;
  /** For a member: write down an answer, repair what failed. */
  readonly member: boolean;
  readonly answer: boolean;
  readonly list: boolean;
  /** The own invitation of whoever is a member, too. */
  readonly invitation: boolean;
  readonly record: boolean;
  /** Read the minutes that were sent, for whom the record is not open. */
  readonly minutes: boolean;
  readonly discard: boolean;
};

export function possible(meeting: Meeting, party: string, context: Context): Can {
  const { state } = meeting;
  const office = isOffice(party, context);
  const isBefore = state === 'planned' || state === 'awaiting-approval' || state === 'approved';
  const isInvited = state === 'invited';
  const hasBegun = meeting.plan.day <= today(context);
  const { joined, left } = difference(meeting, context);
  const unsettled = meeting.invitees.some(({ dispatches }) => dispatches.some(isUnsettled));
  const can = {
    plan: office && isBefore,
    submit: office && state === 'planned',
    recall: office && (state === 'awaiting-approval' || state === 'approved'),
    approve:
      chairCapacity(party, context) !== undefined &&
      state === 'awaiting-approval' &&
      submissionOf(meeting)?.by !== party,
    invite: office && state === 'approved',
    preview: state !== 'cancelled',
    remind: office && isInvited && silent(meeting).length > 0,
    change: office && (isInvited || state === 'postponed'),
    complete: office && isInvited && joined.length + left.length > 0,
    member: office && (isInvited || unsettled),
    answer: office && meeting.questions.some((question) => !question.answer),
    list: office && meeting.invitees.length > 0,
    invitation:
      (isInvited || state === 'postponed') &&
      invitationOf(meeting, party, context)?.releasedAt === undefined &&
      invitationOf(meeting, party, context) !== undefined,
    record: office && ((isInvited && hasBegun) || state === 'held' || state === 'minuted'),
    minutes:
      !office && meeting.session?.sentAt !== undefined && invitationOf(meeting, party, context) !== undefined,
    discard: office && isBefore,
  };
  return { ...can, follow: can.remind || can.member || can.change || can.list || can.complete };
}
