import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { type Decision, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { deputiesOf, isInBeirat, isOffice } from '../../board/members.ts';
import { onlyOffice } from '../../board/refusals.ts';
import { begin, outdating, withInvitee } from '../ledger.ts';
import { answers, type Invitee, type Meeting, type Reply } from '../model.ts';
import { hasBegun, inviteeFor, isLate, requireOnlineAllowed, requireState } from '../policy.ts';
import { answerMissing, meetingOver, memberUnread, notADeputy } from '../refusals.ts';
import { afterAnswer } from './deputies.ts';
import { memberNamed } from './follow.ts';
import { stamp, text } from './input.ts';

const act = actsOf<Meeting, Context>();

const Input = z.object({
  issue: stamp,
  answer: z.enum(answers),
  reason: text,
  /** Party of the deputy who is to come instead, or a name as it was typed; empty for whoever deputises first. */
  proxy: text,
  deputy: z.string().max(200).optional().catch(undefined),
});
export type ReplyInput = z.infer<typeof Input>;

/** A card carries its fields with every button: only a decline reads them. */
const bare = { reason: '', proxy: '' };

/** A member answers the invitation. A later answer replaces an earlier one until the meeting begins. */
export const reply = act({
  kind: 'reply',
  title: { de: 'Zusagen oder absagen', en: 'Accept or decline' },
  input: Input,
  buttons: {
    'beirat.accept': { answer: 'in-person', ...bare },
    'beirat.accept-online': { answer: 'online', ...bare },
    'beirat.decline': { answer: 'no' },
  },
  typed: [
    {
      de: 'online zusagen|zusagen,? online|zusage online',
      en: 'accept,? online',
      means: { answer: 'online' },
    },
    {
      de: 'zusagen,? vor ort|zusage vor ort|zusagen|zusage',
      en: 'accept,? in person|accept',
      means: { answer: 'in-person' },
    },
    { de: 'absagen|absage', en: 'decline', rest: 'reason', means: { answer: 'no' } },
    {
      de: 'vertretung entsenden|vertretung',
      en: 'send deputy|deputy',
      read: (rest) => ({ answer: 'no', deputy: rest }),
    },
  ],
  reasons: true,
  shows: 'invitation',
  probe: (meeting, by, { rules }) => {
    // Whatever was answered last: another word would do.
    const before = meeting.invitees.find(({ party }) => party === by.id)?.reply?.answer;
    const answer = before === 'in-person' ? otherThanThere(rules) : 'in-person';
    return { issue: undefined, answer, ...bare, deputy: undefined } as const;
  },
  decide(meeting, { issue, ...given }, by, context) {
    if (isLate(meeting, { issue })) return undefined;
    return answered(meeting, given, by, context, { party: by.id, via: by.via });
  },
});

/** The office writes down what a member told it. */
export const replyFor = act({
  kind: 'reply-for',
  title: { de: 'Antwort eines Mitglieds eintragen', en: 'Write down the answer of a member' },
  input: z.object({
    issue: stamp,
    party: text,
    answer: z.enum(answers).optional().catch(undefined),
    note: text,
  }),
  buttons: { 'beirat.reply-for': {} },
  typed: [
    {
      de: 'antwort von',
      en: 'answer of',
      // "Fachperson Wirtschaft: absagen: krank"
      read(rest, meeting) {
        const [name = '', word = '', ...note] = rest.split(/\s*:\s*/);
        const answer = answerIn(word);
        if (!answer) throw memberUnread();
        return { party: memberNamed(name, meeting), answer, note: note.join(': ') };
      },
    },
  ],
  reasons: true,
  probe: ({ invitees }, _by, { rules }) => {
    const { party = '', reply: said } = invitees.find(({ releasedAt }) => !releasedAt) ?? {};
    const answer = said?.answer === 'in-person' ? otherThanThere(rules) : 'in-person';
    return { issue: undefined, party, answer, note: '' } as const;
  },
  decide(meeting, { issue, party, answer, note }, by, context) {
    if (isLate(meeting, { issue })) return undefined;
    const isOther = party !== by.id;
    if (isOther && !isOffice(by.id, context)) throw onlyOffice();
    // Nobody has come because a choice stood there already.
    if (!answer) throw answerMissing();
    const given = { answer, reason: note, proxy: '' };
    return answered(meeting, given, by, context, { party, via: isOther ? 'office' : by.via });
  },
});

const otherThanThere = ({ online }: Context['rules']): 'online' | 'no' =>
  online === 'never' ? 'no' : 'online';

const answerIn = (word: string): Reply['answer'] | undefined => {
  if (/^(?:online|kommt online|online zusagen|accept(?:s|ed)? online)/i.test(word)) return 'online';
  if (/^(?:zusage|zusagen|sagt zu|kommt|ja|vor ort|accept|comes|yes|in person)/i.test(word))
    return 'in-person';
  return /^(?:absage|absagen|sagt ab|nein|decline|no)/i.test(word) ? 'no' : undefined;
};

type Given = Pick<ReplyInput, 'answer' | 'reason' | 'proxy'> & { readonly deputy?: string | undefined };

/** Nobody is asked why they cannot come. @throws {Refusal} for those who are not invited, or when it is too late */
function answered(
  meeting: Meeting,
  { answer, reason: written, proxy: chosen, deputy }: Given,
  by: Party,
  context: Context,
  { party, via }: { readonly party: string; readonly via: Reply['via'] },
): Decision<Meeting> | undefined {
  const one = inviteeFor(meeting, party, context);
  requireState(meeting, 'invited');
  if (hasBegun(meeting, context)) throw meetingOver();
  if (answer === 'online') requireOnlineAllowed(context);
  const reason = harmless(written.trim());
  const proxy = deputy === undefined ? chosen.trim() : deputyNamed(deputy, one, meeting, context);
  const given: Reply = {
    answer,
    issue: meeting.issue,
    ...(reason ? { reason } : {}),
    ...(answer === 'no' && proxy ? { proxy } : {}),
    at: context.now,
    via,
  };
  if (isSame(one.reply, given)) return undefined;
  const isOther = via === 'office';
  const replied = withInvitee(begin(meeting), one.party, {
    reply: given,
    ...(isOther ? {} : { openedAt: one.openedAt ?? context.now }),
  });
  const noted = recorded(replied, {
    by: by.id,
    byName: by.name,
    act: answer === 'no' ? 'declined' : 'accepted',
    ...(reason ? { note: reason } : {}),
    facts: { answer, issue: meeting.issue, ...(isOther ? { name: one.name, for: one.party } : {}) },
  });
  return afterAnswer(outdating(noted, [one.party]), one, given, { by: by.id, context });
}

/** That somebody is ill is nobody's business here: such words are not kept at all. */
const harmless = (reason: string): string => (ofHealth.test(reason) ? '' : reason);
const ofHealth =
  /krank|erkält|grippe|corona|covid|arzt|ärzt|klinik|spital|operation|operiert|\breha\b|\bkur\b|therapie|schwanger|\bmutterschutz|\bsick|\bill\b|illness|doctor|hospital|surgery|pregnan/iu;

/** A deputy of the seat, by a part of the name; without one whoever deputises first. */
function deputyNamed(name: string, one: Invitee, { plan }: Meeting, context: Context): string {
  const wanted = name.trim().toLowerCase();
  const possible = deputiesOf(one.seat, context, plan.day).filter(({ person }) => person.id !== one.party);
  const found =
    possible.find(({ person }) => person.name.toLowerCase() === wanted || person.id === wanted) ??
    possible.find(({ person }) => person.name.toLowerCase().includes(wanted));
  if (!found) throw notADeputy();
  return found.person.id;
}

const isSame = (known: Reply | undefined, given: Reply): boolean =>
  known !== undefined &&
  known.answer === given.answer &&
  known.issue === given.issue &&
  known.reason === given.reason &&
  known.proxy === given.proxy;

/** Remembers that a member has opened what was sent last. Not worth a line in the history. */
export const open = act({
  kind: 'open',
  title: { de: 'Eigene Einladung ansehen', en: 'See your own invitation' },
  input: z.object({ issue: stamp }),
  buttons: { 'beirat.refresh-invitation': {}, 'beirat.show-invitation': {} },
  typed: [{ de: 'meine einladung|einladung', en: 'my invitation|invitation' }],
  shows: 'invitation',
  probe: () => ({ issue: undefined }),
  decide(meeting, { issue }, by, context) {
    if (isLate(meeting, { issue }) || !isInBeirat(by.id, context)) return undefined;
    const one = meeting.invitees.find(({ party, releasedAt }) => party === by.id && !releasedAt);
    if (!one || one.openedAt || meeting.issue === 0) return undefined;
    return withInvitee(begin(meeting), one.party, { openedAt: context.now });
  },
});
