import { bySystem, changed, type Decision, entries, recorded } from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { deputiesOf, type Member, officeNow } from '../../board/members.ts';
import { forecastOf } from '../../board/quorum.ts';
import { dispatching, outdating, telling, withInvitee } from '../ledger.ts';
import type { Invitee, Meeting, Reply } from '../model.ts';
import { deputyNotFree, notADeputy } from '../refusals.ts';

/**
 * What an answer entails for the seat: a decline invites the deputy that was named, or the first who is free; an
 * acceptance lets the others of the seat go. The office hears of a decline that it did not write down itself, and once
 * when the quorum cannot come about any more.
 * @throws {Refusal} when somebody was named who does not deputise for the seat, or is not free
 */
export function afterAnswer(
  decision: Decision<Meeting>,
  one: Invitee,
  given: Reply,
  { by, context }: { readonly by: string; readonly context: Context },
): Decision<Meeting> {
  const isDecline = given.answer === 'no';
  const facts = { entry: entries(decision) };
  const seated = isDecline
    ? steppingIn(decision, one, given, context)
    : released(decision, one, context, one.party);
  const office = officeNow(context);
  const told = isDecline && office !== by ? telling(seated, 'news', [office], { facts }) : seated;
  return warnedOfQuorum(told, context);
}

/** Invites a deputy for whoever does not come. */
export function steppingIn(
  decision: Decision<Meeting>,
  one: Invitee,
  { proxy }: Reply,
  context: Context,
): Decision<Meeting> {
  const { invitees, plan } = decision.doc;
  const possible = deputiesOf(one.seat, context, plan.day).filter(({ person }) => person.id !== one.party);
  const named = possible.find(({ person }) => person.id === proxy);
  if (proxy !== undefined && !named) throw notADeputy();
  if (named && !isFree(named.person.id, one, invitees)) throw deputyNotFree(named.person.name);
  const free = possible.filter(({ person }) => isFree(person.id, one, invitees));
  const isIn = (party: string) => invitees.some((other) => other.party === party && !other.releasedAt);
  // Whoever stands in already goes on.
  const next = named ?? free.find(({ person }) => isIn(person.id)) ?? free[0];
  const others = released(decision, one, context, next?.person.id);
  if (!next) {
    const facts = { name: one.name, seat: one.seat };
    return recorded(others, { ...bySystem, act: 'no-deputy', facts });
  }
  return isIn(next.person.id) ? others : invitedAs(others, one, next.person, context);
}

/** Whom somebody who does not come can name. */
export const freeDeputies = (
  { invitees, plan }: Pick<Meeting, 'invitees' | 'plan'>,
  one: Invitee,
  context: Context,
): readonly Member[] =>
  deputiesOf(one.seat, context, plan.day).filter(
    ({ person }) => person.id !== one.party && isFree(person.id, one, invitees),
  );

/** Who has declined, takes part for another seat or as a member cannot stand in. */
const isFree = (party: string, { seat }: Invitee, invitees: readonly Invitee[]): boolean =>
  !invitees.some(
    (other) =>
      other.party === party &&
      (other.reply?.answer === 'no' || (!other.releasedAt && (other.as === 'member' || other.seat !== seat))),
  );

function invitedAs(
  decision: Decision<Meeting>,
  one: Invitee,
  person: { readonly id: string; readonly name: string },
  context: Context,
): Decision<Meeting> {
  const known = decision.doc.invitees.find(({ party }) => party === person.id);
  const member = one.for ?? one.party;
  const deputy: Invitee = {
    party: person.id,
    name: person.name,
    seat: one.seat,
    voting: one.voting,
    as: 'deputy',
    for: member,
    since: known?.since ?? context.now,
    dispatches: known?.dispatches ?? [],
  };
  const rest = decision.doc.invitees.filter(({ party }) => party !== deputy.party);
  const facts = { name: deputy.name, who: deputy.party, for: member };
  const seated = recorded(changed(decision, { invitees: [...rest, deputy] }), {
    ...bySystem,
    act: 'deputy-invited',
    facts,
  });
  // A deputy who was let go and is needed again is told again.
  const key = `${seated.doc.issue}.${entries(seated)}`;
  return dispatching(seated, 'deputy', [deputy.party], context, { key, facts: { for: member } });
}

/** Lets the deputies go who were invited for the same member, except one: a seat is taken by one. */
function released(
  decision: Decision<Meeting>,
  one: Invitee,
  context: Context,
  except?: string,
): Decision<Meeting> {
  const member = one.for ?? one.party;
  const going = decision.doc.invitees.filter(
    (other) =>
      other.for === member && !other.releasedAt && other.party !== except && other.party !== one.party,
  );
  return going.reduce((all, deputy) => letGo(all, deputy, member, context), decision);
}

function letGo(
  decision: Decision<Meeting>,
  deputy: Invitee,
  member: string,
  context: Context,
): Decision<Meeting> {
  const gone = recorded(
    outdating(withInvitee(decision, deputy.party, { releasedAt: context.now }), [deputy.party]),
    { ...bySystem, act: 'deputy-released', facts: { name: deputy.name, who: deputy.party } },
  );
  if (deputy.reply?.answer === 'no') return gone;
  const key = `${gone.doc.issue}.${entries(gone)}`;
  return dispatching(gone, 'released', [deputy.party], context, { key, facts: { for: member } });
}

/** Warns the office once for each issue when too few can come. */
export function warnedOfQuorum(decision: Decision<Meeting>, context: Context): Decision<Meeting> {
  const { invitees, quorum, urged, issue } = decision.doc;
  if (!quorum || urged.warned || !forecastOf(invitees, quorum).isLost) return decision;
  const warned = recorded(changed(decision, { urged: { ...urged, warned: true } }), {
    ...bySystem,
    act: 'quorum-in-danger',
    facts: { issue },
  });
  return telling(warned, 'danger', [officeNow(context)], { key: String(issue) });
}
