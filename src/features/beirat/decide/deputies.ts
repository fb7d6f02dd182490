import type { Context } from '../context.ts';
import type { Invitee, Reply } from '../invitee.ts';
import { deputiesOf, officeNow } from '../members.ts';
import { bySystem, changed, dispatching, type Progress, recorded, telling, withInvitee } from '../owing.ts';
import { forecastOf } from '../quorum.ts';
import { notADeputy } from '../refusals.ts';

/**
 * What an answer entails for the seat: a decline invites the deputy that was named, or the first who is there; a later
 * acceptance lets the deputy go. The office hears of a decline, and once when the quorum cannot come about any more.
 * @throws {Refusal} when somebody was named who does not deputise for the seat
 */
export function afterAnswer(progress: Progress, one: Invitee, given: Reply, context: Context): Progress {
  const seated =
    given.answer === 'no' ? steppingIn(progress, one, given, context) : released(progress, one, context);
  const office = officeNow(context);
  const told =
    given.answer === 'no' && office !== one.party ? telling(seated, 'news', office, context) : seated;
  return warnedOfQuorum(told, context);
}

function steppingIn(progress: Progress, one: Invitee, { proxy }: Reply, context: Context): Progress {
  const possible = deputiesOf(one.seat, context).filter(({ person }) => person.id !== one.party);
  if (proxy !== undefined && !possible.some(({ person }) => person.id === proxy)) throw notADeputy();
  const member = one.for ?? one.party;
  const { invitees } = progress.meeting;
  const isOut = (party: string) =>
    invitees.some(
      (other) => other.party === party && (other.reply?.answer === 'no' || other.as === 'member'),
    );
  const next = possible.find(({ person }) => (proxy ? person.id === proxy : !isOut(person.id)));
  const others = released(progress, one, context, next?.person.id);
  if (!next) return withoutDeputy(others, one, context);
  const known = invitees.find(({ party }) => party === next.person.id);
  if (known && !known.releasedAt) return others;
  const {
    releasedAt: _,
    reply: __,
    ...again
  } = known ?? {
    party: next.person.id,
    name: next.person.name,
    seat: one.seat,
    voting: one.voting,
    as: 'deputy' as const,
    since: context.now,
    dispatches: [],
  };
  const deputy: Invitee = { ...again, for: member };
  const rest = others.meeting.invitees.filter(({ party }) => party !== deputy.party);
  const seated = recorded(
    changed(others, { invitees: [...rest, deputy] }),
    { ...bySystem, act: 'deputy-invited', facts: { name: deputy.name, who: deputy.party, for: member } },
    context,
  );
  // A deputy who was let go and is needed again is told again.
  const key = `${seated.meeting.issue}.${seated.meeting.history.length}`;
  return dispatching(seated, 'deputy', [deputy.party], context, { key, facts: { for: member } });
}

const withoutDeputy = (progress: Progress, one: Invitee, context: Context): Progress =>
  recorded(progress, { ...bySystem, act: 'no-deputy', facts: { name: one.name, seat: one.seat } }, context);

/** Lets the deputies of a member go, except one. */
function released(progress: Progress, one: Invitee, context: Context, except?: string): Progress {
  if (one.as === 'deputy') return progress;
  const going = progress.meeting.invitees.filter(
    (other) => other.for === one.party && !other.releasedAt && other.party !== except,
  );
  return going.reduce((all, deputy) => {
    const gone = recorded(
      withInvitee(all, deputy.party, { releasedAt: context.now }),
      { ...bySystem, act: 'deputy-released', facts: { name: deputy.name, who: deputy.party } },
      context,
    );
    if (deputy.reply?.answer === 'no') return gone;
    const key = `${gone.meeting.issue}.${gone.meeting.history.length}`;
    return dispatching(gone, 'released', [deputy.party], context, { key, facts: { for: one.party } });
  }, progress);
}

/** Warns the office once for each issue when too few can come. */
export function warnedOfQuorum(progress: Progress, context: Context): Progress {
  const { invitees, quorum, urged, issue } = progress.meeting;
  if (!quorum || urged.warned || !forecastOf(invitees, quorum).isLost) return progress;
  const warned = recorded(
    changed(progress, { urged: { ...urged, warned: true } }),
    { ...bySystem, act: 'quorum-in-danger', facts: { issue } },
    context,
  );
  return telling(warned, 'danger', officeNow(context), context, { key: String(issue) });
}
