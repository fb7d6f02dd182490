import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import type { Dispatch, Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';
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
import { alreadyAnswered, notInvited, textMissing } from '../refusals.ts';
import type { Act } from './act.ts';
import { holders } from './invite.ts';
import { actor, requireOffice, requireState } from './rights.ts';

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Those who are to answer and have not. */
export const silent = ({ invitees }: Pick<Meeting, 'invitees'>): readonly Invitee[] =>
  invitees.filter(({ reply, releasedAt }) => !reply && !releasedAt);

/** Reminds those who have not answered. */
export function remind(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  const parties = silent(meeting).map(({ party }) => party);
  if (parties.length === 0) return undefined;
  const reminded = recorded(
    starting(meeting),
    { ...actor(by), act: 'reminded', facts: { members: parties.length } },
    context,
  );
  // Pressed twice within an hour it is one reminder.
  const key = `${meeting.issue} ${context.now.slice(0, 13)}`;
  const sent = dispatching(reminded, 'reminder', parties, context, { key });
  return sent.notices.length > 0 ? sent : undefined;
}

/** Brings the invitations up to the directory: who joined is invited, who left is released. */
export function complete(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'invited');
  const { joined, left } = difference(meeting, context);
  if (joined.length === 0 && left.length === 0) return undefined;
  const known = new Set(joined.map(({ party }) => party));
  const stay = meeting.invitees.filter(({ party }) => !known.has(party));
  const opened = changed(starting(meeting), { invitees: [...stay, ...joined] });
  const gone = left.reduce((all, one) => withInvitee(all, one.party, { releasedAt: context.now }), opened);
  const noted = [...joined, ...left].reduce(
    (all, one) =>
      recorded(
        all,
        {
          ...actor(by),
          act: joined.includes(one) ? 'joined' : 'deputy-released',
          facts: { name: one.name, who: one.party },
        },
        context,
      ),
    gone,
  );
  const sent = dispatching(noted, 'invitation', [...known], context);
  return dispatching(
    sent,
    'released',
    left.map(({ party }) => party),
    context,
  );
}

/** Who holds a seat and is not invited, and whose invitation has lost its seat. */
export function difference(meeting: Meeting, context: Context) {
  const now = holders(context);
  const active = meeting.invitees.filter(({ releasedAt }) => !releasedAt);
  return {
    joined: now.filter(({ party }) => !active.some((one) => one.party === party && one.as === 'member')),
    left: active.filter(({ party, as }) => as === 'member' && !now.some((one) => one.party === party)),
  };
}

/** The office answers a member's question; the member hears of it. */
export function answerQuestion(meeting: Meeting, act: Of<'answer'>, by: Party, context: Context): Progress {
  requireOffice(by, context);
  const question = meeting.questions.find(({ n }) => n === act.question);
  if (!question || question.answer) throw alreadyAnswered();
  const text = act.text.trim();
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
  return marked(dispatching(sent, last.kind, [one.party], context, { key }), one.party);
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
