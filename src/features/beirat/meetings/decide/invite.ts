import type { Party } from '../../../../core/party.ts';
import { type Context, today } from '../../board/context.ts';
import { composition } from '../../board/members.ts';
import { quorumOf } from '../../board/quorum.ts';
import { nobodyToInvite } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import type { Invitee } from '../invitee.ts';
import { urgedAnew } from '../look.ts';
import type { Meeting, Plan } from '../meeting.ts';
import { changed, dispatching, type Progress, recorded, starting } from '../owing.ts';
import { replyDay } from './change.ts';
import { requireInvitable } from './draft.ts';
import { requireState } from './require-state.ts';

/** Sends the approved invitation to everybody who holds a seat. */
export function invite(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  if (meeting.state === 'invited') return undefined;
  requireState(meeting, 'approved');
  requireInvitable(meeting.plan, context);
  const seats = composition(context, today(context));
  const plan = withReplyDay(meeting.plan, context);
  const invitees = holders(context);
  if (invitees.length === 0) throw nobodyToInvite();
  const invited = recorded(
    changed(starting(meeting), {
      state: 'invited',
      issue: 1,
      plan,
      invitees,
      urged: urgedAnew({ plan }, context),
      quorum: quorumOf(seats, context.rules, meeting.secondOf !== undefined),
    }),
    {
      ...actor(by),
      act: 'invited',
      facts: { members: invitees.length, day: meeting.plan.day },
      ...(meeting.plan.urgency ? { note: meeting.plan.urgency } : {}),
    },
    context,
  );
  return dispatching(
    invited,
    'invitation',
    invitees.map(({ party }) => party),
    context,
  );
}

/** The day for answers may have passed while the draft was with the chair. */
const withReplyDay = (plan: Plan, context: Context): Plan =>
  plan.replyBy >= today(context) ? plan : { ...plan, replyBy: replyDay(plan.day, context) };

/** Everybody who holds a seat today. */
export function holders(context: Context): Invitee[] {
  return composition(context, today(context)).flatMap(({ seat, holder }) =>
    holder
      ? [
          {
            party: holder.person.id,
            name: holder.person.name,
            seat: seat.id,
            voting: seat.vote === 'voting',
            as: 'member' as const,
            since: context.now,
            dispatches: [],
          },
        ]
      : [],
  );
}
