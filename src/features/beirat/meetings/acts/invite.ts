import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, entries, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import { despite } from '../../board/against.ts';
import { type Context, today } from '../../board/context.ts';
import { composition } from '../../board/members.ts';
import { quorumOf } from '../../board/quorum.ts';
import { nobodyToInvite } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { urgedAnew } from '../deadlines.ts';
import { begin, dispatching, outdating, withInvitee } from '../ledger.ts';
import type { Invitee, Meeting, Plan } from '../model.ts';
import { isLate, requireNotBegun, requireState } from '../policy.ts';
import { steppingIn, warnedOfQuorum } from './deputies.ts';
import { allSeen, heededPlan, replyDay, requireInvitable } from './draft.ts';
import { codes, stamp } from './input.ts';
import { firstMeeting, repeatsAny, requireRepeatable } from './repeat.ts';

const act = actsOf<Meeting, Context>();

/** Sends the approved invitation to everybody who holds a seat. */
export const invite = act({
  kind: 'invite',
  title: { de: 'Einladen', en: 'Invite' },
  input: z.object({ draft: stamp, seen: codes }),
  buttons: { 'beirat.invite': {} },
  typed: [{ de: 'einladungen senden|einladen', en: 'send invitations|invite' }],
  probe: (meeting, _by, context) => ({ draft: undefined, seen: allSeen(meeting, context) }),
  beside: firstMeeting,
  decide(meeting, { draft, seen }, by, context, beside) {
    if (isLate(meeting, { draft })) return undefined;
    requireOffice(by, context);
    if (meeting.state === 'invited') return undefined;
    requireState(meeting, 'approved');
    requireInvitable(meeting.plan, context);
    requireRepeatable(meeting, beside);
    const against = heededPlan(meeting, seen, by, context);
    const seats = composition(context, today(context));
    const plan = withReplyDay(meeting.plan, context);
    const invitees = holders(context);
    if (invitees.length === 0) throw nobodyToInvite();
    const invited = recorded(
      changed(begin(meeting), {
        state: 'invited',
        issue: 1,
        plan,
        invitees,
        urged: urgedAnew({ plan }, context),
        quorum: quorumOf(seats, context.rules, repeatsAny(meeting)),
        noticeDays: context.rules.notice.days,
      }),
      {
        ...actor(by),
        act: 'invited',
        facts: { members: invitees.length, day: meeting.plan.day, ...despite(against) },
        ...(meeting.plan.urgency ? { note: meeting.plan.urgency } : {}),
      },
    );
    const parties = invitees.map(({ party }) => party);
    return dispatching(invited, 'invitation', parties, context);
  },
});

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

/** Brings the invitations up to the directory: who joined is invited, who left is let go, an empty place filled. */
export const complete = act({
  kind: 'complete',
  title: { de: 'Einladungen nachführen', en: 'Bring the invitations up to date' },
  input: z.object({}),
  buttons: { 'beirat.complete': {} },
  typed: [{ de: 'nachladen', en: 'complete' }],
  probe: () => ({}),
  decide(meeting, _input, by, context) {
    requireOffice(by, context);
    requireState(meeting, 'invited');
    requireNotBegun(meeting, context);
    const { joined, left } = difference(meeting, context);
    if (joined.length === 0 && left.length === 0) return undefined;
    const opened = changed(begin(meeting), { ...recounted(meeting, context) });
    const gone = left.reduce((all, one) => takenOut(all, one, by, context), opened);
    const come = joined.reduce((all, one) => takenIn(all, one, by, context), gone);
    const filled = left.reduce((all, one) => replaced(all, one, context), come);
    return warnedOfQuorum(filled, context);
  },
});

/** Who holds a seat and is not invited for it, and whose invitation has lost its ground. */
export function difference({ invitees }: Pick<Meeting, 'invitees'>, context: Context) {
  const seats = composition(context, today(context));
  const now = holders(context);
  const active = invitees.filter(({ releasedAt }) => !releasedAt);
  const isHolder = ({ party }: Invitee) => now.some((one) => one.party === party);
  /** A deputy, of a seat that nobody else holds by now. */
  const standsIn = (one: Invitee) =>
    seats.some(
      ({ seat, holder, deputies }) =>
        seat.id === one.seat &&
        deputies.some(({ person }) => person.id === one.party) &&
        (holder === undefined || holder.person.id === one.for),
    );
  return {
    joined: now.filter(
      ({ party, seat }) =>
        !active.some((one) => one.party === party && one.as === 'member' && one.seat === seat),
    ),
    left: active.filter((one) => !isHolder(one) && (one.as === 'member' || !standsIn(one))),
  };
}

/** A quorum that is taken of the members follows them; one that is taken of the seats stays. */
function recounted({ quorum }: Meeting, context: Context): Partial<Meeting> {
  if (!quorum || context.rules.quorum.of === 'seats') return {};
  return {
    quorum: quorumOf(composition(context, today(context)), context.rules, quorum.second !== undefined),
  };
}

function takenOut(decision: Decision<Meeting>, one: Invitee, by: Party, context: Context): Decision<Meeting> {
  const left = one.as === 'member' ? 'left' : 'deputy-released';
  const gone = recorded(
    outdating(withInvitee(decision, one.party, { releasedAt: context.now }), [one.party]),
    {
      ...actor(by),
      act: left,
      facts: { name: one.name, who: one.party },
    },
  );
  if (one.as === 'deputy' && one.reply?.answer === 'no') return gone;
  return dispatching(gone, 'released', [one.party], context, { key: keyOf(gone) });
}

/** What was sent to them before, as a deputy or in an earlier term, stays in the ledger. */
function takenIn(decision: Decision<Meeting>, one: Invitee, by: Party, context: Context): Decision<Meeting> {
  const known = decision.doc.invitees.find(({ party }) => party === one.party);
  const rest = decision.doc.invitees.filter(({ party }) => party !== one.party);
  const invitees = [...rest, { ...one, dispatches: known?.dispatches ?? [] }];
  const facts = { name: one.name, who: one.party };
  const come = recorded(changed(decision, { invitees }), { ...actor(by), act: 'joined', facts });
  return dispatching(come, 'invitation', [one.party], context, { key: keyOf(come) });
}

/** Once for each time that somebody comes or goes. */
const keyOf = (decision: Decision<Meeting>): string => `${decision.doc.issue}.${entries(decision)}`;

/** Where a deputy has gone whose member still does not come, the next one is asked. */
function replaced(decision: Decision<Meeting>, gone: Invitee, context: Context): Decision<Meeting> {
  const { invitees } = decision.doc;
  const member = invitees.find(({ party, releasedAt }) => party === gone.for && !releasedAt);
  if (gone.as !== 'deputy' || member?.reply?.answer !== 'no') return decision;
  if (invitees.some((other) => other.for === member.party && !other.releasedAt)) return decision;
  const { proxy: _, ...reply } = member.reply;
  return steppingIn(decision, member, reply, context);
}
