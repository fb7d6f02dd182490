import { momentOf } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { isInBeirat, isOffice, officeNow } from '../../board/members.ts';
import { onlyOffice, reasonMissing, textMissing } from '../../board/refusals.ts';
import type { Act } from '../decide/act.ts';
import type { Invitee, Meeting, Reply } from '../model.ts';
import { changed, outdating, type Progress, recorded, starting, telling, withInvitee } from '../owing.ts';
import { requireState } from '../policy.ts';
import { meetingBegun, meetingOver, notInvited, notNeededAnyMore } from '../refusals.ts';
import { afterAnswer } from './deputies.ts';

/**
 * A member answers the invitation, or the office writes down what a member told it. A later answer replaces an earlier
 * one until the meeting begins.
 * @throws {Refusal} for those who are not invited or answer for others, a decline without a reason, or when it is too late
 */
export function reply(
  meeting: Meeting,
  act: Extract<Act, { kind: 'reply' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  const forOther = act.for !== undefined && act.for !== by.id;
  if (forOther && !isOffice(by.id, context)) throw onlyOffice();
  const one = inviteeFor(meeting, act.for ?? by.id, context);
  requireState(meeting, 'invited');
  if (hasBegun(meeting, context)) throw meetingOver();
  const reason = act.reason?.trim();
  if (act.answer === 'no' && !reason && !act.proxy) throw reasonMissing();
  const given: Reply = {
    answer: act.answer,
    issue: meeting.issue,
    ...(reason ? { reason } : {}),
    ...(act.answer === 'no' && act.proxy ? { proxy: act.proxy } : {}),
    at: context.now,
    via: forOther ? 'office' : act.via,
  };
  if (isSame(one.reply, given)) return undefined;
  const answered = recorded(
    withInvitee(starting(meeting), one.party, {
      reply: given,
      ...(forOther ? {} : { openedAt: one.openedAt ?? context.now }),
    }),
    {
      by: by.id,
      byName: by.name,
      act: act.answer === 'no' ? 'declined' : 'accepted',
      ...(reason ? { note: reason } : {}),
      facts: {
        answer: act.answer,
        issue: meeting.issue,
        ...(forOther ? { name: one.name, for: one.party } : {}),
      },
    },
    context,
  );
  return afterAnswer(outdating(answered, [one.party]), one, given, { by: by.id, context });
}

const isSame = (known: Reply | undefined, given: Reply): boolean =>
  known !== undefined &&
  known.answer === given.answer &&
  known.issue === given.issue &&
  known.reason === given.reason &&
  known.proxy === given.proxy;

/** A member asks the office something. */
export function ask(
  meeting: Meeting,
  act: Extract<Act, { kind: 'ask' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  const one = inviteeFor(meeting, by.id, context);
  requireState(meeting, 'invited', 'postponed', 'held');
  const text = act.text.trim();
  if (!text) throw textMissing();
  if (meeting.questions.some((known) => known.by === by.id && known.text === text && !known.answer))
    return undefined;
  const question = { n: meeting.questions.length + 1, by: by.id, byName: one.name, text, at: context.now };
  const asked = recorded(
    changed(starting(meeting), { questions: [...meeting.questions, question] }),
    { by: by.id, byName: one.name, act: 'asked', note: text, facts: { question: question.n } },
    context,
  );
  const facts = { question: question.n };
  const office = officeNow(context);
  // The office needs no word about its own question.
  return telling(outdating(asked, [by.id]), 'question', office === by.id ? undefined : office, context, {
    facts,
  });
}

/** Remembers that a member has opened what was sent last. Not worth a line in the history. */
export function open(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  const one = meeting.invitees.find(({ party, releasedAt }) => party === by.id && !releasedAt);
  if (!isInBeirat(by.id, context)) return undefined;
  if (!one || one.openedAt || meeting.issue === 0) return undefined;
  return withInvitee(starting(meeting), one.party, { openedAt: context.now });
}

/** The invitation of a party. @throws {Refusal} when there is none, it was taken back, or the party left the Beirat */
export function inviteeFor(meeting: Meeting, party: string, context: Context): Invitee {
  const one = meeting.invitees.find((invitee) => invitee.party === party && !invitee.releasedAt);
  if (one && isInBeirat(party, context)) return one;
  const wasDeputy = meeting.invitees.some((other) => other.party === party && other.as === 'deputy');
  throw wasDeputy && isInBeirat(party, context) ? notNeededAnyMore() : notInvited();
}

/** Whether the meeting has begun: answers change nothing any more. */
export const hasBegun = ({ plan }: Pick<Meeting, 'plan'>, { now }: Pick<Context, 'now'>): boolean =>
  now >= momentOf(plan.day, plan.time);

/** @throws {Refusal} when the meeting has begun: its place and agenda are what they are */
export function requireNotBegun(meeting: Meeting, context: Context): void {
  if (hasBegun(meeting, context)) throw meetingBegun();
}
