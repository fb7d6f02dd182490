import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { isInBeirat } from '../../board/members.ts';
import { textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import type { Act } from '../decide/act.ts';
import type { Dispatch, DispatchKind, Invitee, Meeting } from '../model.ts';
import {
  changed,
  dispatching,
  outdating,
  type Progress,
  recorded,
  starting,
  telling,
  withInvitee,
} from '../owing.ts';
import { requireState } from '../policy.ts';
import { alreadyAnswered, notInvited } from '../refusals.ts';
import { requireNotBegun } from './reply.ts';

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Those who are to answer and have not. */
export const silent = ({ invitees }: Pick<Meeting, 'invitees'>): readonly Invitee[] =>
  invitees.filter(({ reply, releasedAt }) => !reply && !releasedAt);

/** Those of them who are still in the Beirat. */
export const asked = (meeting: Meeting, context: Context): readonly Invitee[] =>
  silent(meeting).filter(({ party }) => isInBeirat(party, context));

/** Reminds those who have not answered, unless they were within the hour. */
export function remind(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  requireNotBegun(meeting, context);
  const parties = asked(meeting, context)
    .filter((one) => !remindedLately(one, context))
    .map(({ party }) => party);
  if (parties.length === 0) return undefined;
  const facts = { members: parties.length };
  const reminded = recorded(starting(meeting), { ...actor(by), act: 'reminded', facts }, context);
  return dispatching(reminded, 'reminder', parties, context, { key: `${meeting.issue} ${context.now}` });
}

const remindedLately = ({ dispatches }: Invitee, { now }: Context): boolean =>
  dispatches.some(({ kind, at }) => kind === 'reminder' && Date.parse(now) - Date.parse(at) < 3_600_000);

/** The office answers a member's question; the member hears of it. */
export function answerQuestion(
  meeting: Meeting,
  act: Of<'answer'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  const question = meeting.questions.find(({ n }) => n === act.question);
  const text = act.text.trim();
  if (text && question?.answer?.text === text) return undefined;
  if (!question || question.answer) throw alreadyAnswered();
  if (!text) throw textMissing();
  const answer = { by: by.id, byName: by.name, text, at: context.now };
  const questions = meeting.questions.map((one) => (one.n === act.question ? { ...one, answer } : one));
  const answered = recorded(
    changed(starting(meeting), { questions }),
    { ...actor(by), act: 'answered', note: text, facts: { question: act.question, name: question.byName } },
    context,
  );
  const facts = { question: act.question };
  return telling(outdating(answered, [question.by]), 'answer', question.by, context, { facts });
}

/** Whether something must be cleared up for a member. */
export const isUnsettled = ({ state }: Dispatch): boolean => state === 'failed' || state === 'unclear';

/** Sends a member what did not arrive once more, as a new line of the ledger. */
export function resend(
  meeting: Meeting,
  act: Of<'resend'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  const one = requiredInvitee(meeting, act.party);
  const open = one.dispatches.filter(isUnsettled);
  const last = open.at(-1);
  if (!last) return undefined;
  const tried = withInvitee(starting(meeting), one.party, {
    dispatches: one.dispatches.map((line) =>
      isUnsettled(line) ? { ...line, state: 'not-needed' as const, since: context.now } : line,
    ),
  });
  const sent = recorded(
    tried,
    { ...actor(by), act: 'resent', facts: { name: one.name, who: one.party } },
    context,
  );
  const key = `${meeting.issue} again ${one.dispatches.length}`;
  return marked(dispatching(sent, kindAgain(open, last), [one.party], context, { key }), one.party);
}

/** Whoever never got the invitation gets that, not a change of what they do not know. */
function kindAgain(open: readonly Dispatch[], last: Dispatch): DispatchKind {
  const first = open.find(({ kind }) => kind === 'invitation' || kind === 'deputy');
  return first && (last.kind === 'change' || last.kind === 'reminder') ? first.kind : last.kind;
}

/** The new line repairs what had failed. */
function marked(progress: Progress, party: string): Progress {
  const one = progress.meeting.invitees.find((invitee) => invitee.party === party);
  const dispatches = (one?.dispatches ?? []).map((line, at, all) =>
    at === all.length - 1 ? { ...line, repaired: true } : line,
  );
  return withInvitee(progress, party, { dispatches });
}

/** The office reached the member another way and says how. */
export function reached(
  meeting: Meeting,
  act: Of<'reached'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  const one = requiredInvitee(meeting, act.party);
  if (!one.dispatches.some(isUnsettled)) return undefined;
  const note = act.note.trim();
  if (!note) throw textMissing();
  const dispatches = one.dispatches.map((line) =>
    isUnsettled(line)
      ? { ...line, state: 'reached' as const, since: context.now, repaired: true, note }
      : line,
  );
  return recorded(
    withInvitee(starting(meeting), one.party, { dispatches }),
    { ...actor(by), act: 'reached', note, facts: { name: one.name, who: one.party } },
    context,
  );
}

function requiredInvitee({ invitees }: Meeting, party: string): Invitee {
  const one = invitees.find((invitee) => invitee.party === party);
  if (!one) throw notInvited();
  return one;
}
