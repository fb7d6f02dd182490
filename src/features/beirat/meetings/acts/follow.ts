import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { type Decision, recorded } from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { isInBeirat } from '../../board/members.ts';
import { textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { begin, dispatching, isUnsettled, withInvitee } from '../ledger.ts';
import type { Dispatch, DispatchKind, Invitee, Meeting } from '../model.ts';
import { isLate, requireNotBegun, requireState } from '../policy.ts';
import { memberUnread, notInvited } from '../refusals.ts';
import { stamp, text } from './input.ts';

const act = actsOf<Meeting, Context>();

/** Those who are to answer and have not. */
export const silent = ({ invitees }: Pick<Meeting, 'invitees'>): readonly Invitee[] =>
  invitees.filter(({ reply, releasedAt }) => !reply && !releasedAt);

/** Those of them who are still in the Beirat. */
export const asked = (meeting: Meeting, context: Context): readonly Invitee[] =>
  silent(meeting).filter(({ party }) => isInBeirat(party, context));

/** Reminds those who have not answered, unless they were within the hour. */
export const remind = act({
  kind: 'remind',
  title: { de: 'Erinnern', en: 'Remind' },
  input: z.object({ issue: stamp }),
  buttons: { 'beirat.remind': {} },
  typed: [{ de: 'erinnerung senden|erinnern', en: 'remind' }],
  probe: () => ({ issue: undefined }),
  decide(meeting, { issue }, by, context) {
    if (isLate(meeting, { issue })) return undefined;
    requireOffice(by, context);
    requireState(meeting, 'invited');
    requireNotBegun(meeting, context);
    const parties = asked(meeting, context)
      .filter((one) => !remindedLately(one, context))
      .map(({ party }) => party);
    if (parties.length === 0) return undefined;
    const facts = { members: parties.length };
    const reminded = recorded(begin(meeting), { ...actor(by), act: 'reminded', facts });
    const key = `${meeting.issue} ${context.now}`;
    return dispatching(reminded, 'reminder', parties, context, { key });
  },
});

const remindedLately = ({ dispatches }: Invitee, { now }: Context): boolean =>
  dispatches.some(({ kind, at }) => kind === 'reminder' && Date.parse(now) - Date.parse(at) < 3_600_000);

/** Sends a member what did not arrive once more, as a new line of the ledger. */
export const resend = act({
  kind: 'resend',
  title: { de: 'Erneut senden', en: 'Send again' },
  input: z.object({ party: text }),
  buttons: { 'beirat.resend': {} },
  typed: [
    {
      de: 'erneut senden an|erneut senden',
      en: 'send again to|resend',
      read: (rest, meeting) => ({ party: memberNamed(rest.split(': ')[0] ?? '', meeting) }),
    },
  ],
  probe: (meeting) => ({ party: firstUnsettled(meeting) }),
  decide(meeting, { party }, by, context) {
    requireOffice(by, context);
    const one = requiredInvitee(meeting, party);
    const open = one.dispatches.filter(isUnsettled);
    const last = open.at(-1);
    if (!last) return undefined;
    const tried = withInvitee(begin(meeting), one.party, {
      dispatches: one.dispatches.map((line) =>
        isUnsettled(line) ? { ...line, state: 'not-needed' as const, since: context.now } : line,
      ),
    });
    const facts = { name: one.name, who: one.party };
    const sent = recorded(tried, { ...actor(by), act: 'resent', facts });
    const key = `${meeting.issue} again ${one.dispatches.length}`;
    return marked(dispatching(sent, kindAgain(open, last), [one.party], context, { key }), one.party);
  },
});

/** Whoever never got the invitation gets that, not a change of what they do not know. */
function kindAgain(open: readonly Dispatch[], last: Dispatch): DispatchKind {
  const first = open.find(({ kind }) => kind === 'invitation' || kind === 'deputy');
  return first && (last.kind === 'change' || last.kind === 'reminder') ? first.kind : last.kind;
}

/** The new line repairs what had failed. */
function marked(decision: Decision<Meeting>, party: string): Decision<Meeting> {
  const one = decision.doc.invitees.find((invitee) => invitee.party === party);
  const dispatches = (one?.dispatches ?? []).map((line, at, all) =>
    at === all.length - 1 ? { ...line, repaired: true } : line,
  );
  return withInvitee(decision, party, { dispatches });
}

/** The office reached the member another way and says how. */
export const reached = act({
  kind: 'reached',
  title: { de: 'Anders erreicht', en: 'Reached another way' },
  input: z.object({ party: text, note: text }),
  buttons: { 'beirat.reached': {} },
  typed: [
    {
      de: 'erreicht',
      en: 'reached',
      // "Fachperson Wirtschaft: telefonisch"
      read(rest, meeting) {
        const [name = '', ...note] = rest.split(': ');
        return { party: memberNamed(name, meeting), note: note.join(': ').trim() };
      },
    },
  ],
  probe: (meeting) => ({ party: firstUnsettled(meeting), note: '?' }),
  decide(meeting, { party, note: written }, by, context) {
    requireOffice(by, context);
    const one = requiredInvitee(meeting, party);
    if (!one.dispatches.some(isOpen)) return undefined;
    const note = written.trim();
    if (!note) throw textMissing();
    const dispatches = one.dispatches.map((line) =>
      isOpen(line) ? { ...line, state: 'reached' as const, since: context.now, repaired: true, note } : line,
    );
    const facts = { name: one.name, who: one.party };
    const entry = { ...actor(by), act: 'reached', note, facts };
    return recorded(withInvitee(begin(meeting), one.party, { dispatches }), entry);
  },
});

/** What somebody may be told another way: it failed, or is still on its way. */
const isOpen = (line: Dispatch): boolean => isUnsettled(line) || line.state === 'waiting';

function requiredInvitee({ invitees }: Meeting, party: string): Invitee {
  const one = invitees.find((invitee) => invitee.party === party);
  if (!one) throw notInvited();
  return one;
}

const firstUnsettled = ({ invitees }: Meeting): string =>
  invitees.find(({ dispatches }) => dispatches.some(isUnsettled))?.party ?? '';

/** Somebody who was invited, by their name or a part of it. @throws {Refusal} */
export function memberNamed(name: string, { invitees }: Meeting): string {
  const wanted = name.trim().toLowerCase();
  const fits = (one: Invitee) => one.name.toLowerCase().includes(wanted);
  const found =
    invitees.find((one) => one.name.toLowerCase() === wanted || one.party === wanted) ??
    invitees.find((one) => fits(one) && one.dispatches.some(isUnsettled)) ??
    invitees.find(fits);
  if (!wanted || !found) throw memberUnread();
  return found.party;
}
