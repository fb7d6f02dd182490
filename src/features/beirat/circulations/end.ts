import { bySystem } from '../../../case/decision.ts';
import type { Party } from '../../../core/party.ts';
import type { Change } from '../../../core/ports/store.ts';
import { type Context, today } from '../board/context.ts';
import { chairNow, composition, officeNow } from '../board/members.ts';
import { reasonMissing } from '../board/refusals.ts';
import { actor, requireOffice } from '../board/rights.ts';
import { type Circulation, endedStates, isVoting, reminderDayOf } from './circulation.ts';
import { notNowFor } from './refusals.ts';
import { begun, noted, type Steps, set, told } from './steps.ts';
import { outcomeOf, tallyOf } from './tally.ts';
import { missingVotes, recipientsOf } from './voters.ts';

/** Counts the votes. From now on everybody may see who voted how, and the history says it. */
export function counted(steps: Steps<Circulation>, context: Context): Steps<Circulation> {
  const tally = tallyOf(steps.doc);
  const state = outcomeOf(tally);
  const votes = steps.doc.ballots.map(({ seat, vote }) => `${seat}=${vote?.vote ?? '-'}`).join(' ');
  const entry = { ...bySystem, act: state, facts: { ...tally, votes } };
  return finished(noted(set(steps, { state }), entry, context), context);
}

/** Office, chair and members are told how it ended. @param by who ended it and knows */
export function finished(steps: Steps<Circulation>, context: Context, by?: string): Steps<Circulation> {
  const members = composition(context, today(context)).flatMap(({ holder }) => holder?.person.id ?? []);
  const deputies = steps.doc.ballots.flatMap(({ vote }) => (vote?.onBehalfOf ? [vote.by] : []));
  const all = [officeNow(context), chairNow(context)?.person.id, ...members, ...deputies];
  return told(
    steps,
    all.filter((party) => party !== by),
    { name: 'circulation-result', key: 1, urgency: 'news' },
    context,
  );
}

/** The office takes it back. Who has been asked hears of it. */
export function withdraw(
  circulation: Circulation,
  reason: string,
  by: Party,
  context: Context,
): Steps<Circulation> | undefined {
  requireOffice(by, context);
  if (circulation.state === 'withdrawn') return undefined;
  if (endedStates.includes(circulation.state)) throw notNowFor(circulation.state);
  const words = reason.trim();
  const wasVoting = circulation.state === 'voting';
  if (wasVoting && !words) throw reasonMissing();
  const note = words ? { note: words } : {};
  const withdrawn = noted(
    set(begun(circulation), { state: 'withdrawn', ...(words ? { reason: words } : {}) }),
    { ...actor(by), act: 'withdrawn', ...note },
    context,
  );
  return wasVoting ? finished(withdrawn, context, by.id) : withdrawn;
}

/** What the morning brings: a reminder the day before the last, the result after it. */
export function circulationAtMorning(
  circulation: Circulation,
  context: Context,
  asChange: (steps: Steps<Circulation>, context: Context) => Change<Circulation>,
): Change<Circulation> {
  const start = begun(circulation);
  if (circulation.state !== 'voting') return asChange(start, context);
  if (!isVoting(circulation, context)) return asChange(counted(start, context), context);
  const day = reminderDayOf(circulation);
  if (circulation.reminded || day === undefined || today(context) < day) return asChange(start, context);
  const reminded = set(start, { reminded: true });
  const missing = missingVotes(circulation, context);
  if (missing.length === 0) return asChange(reminded, context);
  const entry = { ...bySystem, act: 'vote-reminded', facts: { members: missing.length } };
  const parties = missing.flatMap(recipientsOf);
  return asChange(
    told(noted(reminded, entry, context), parties, { name: 'circulation-reminder', key: 1 }, context),
    context,
  );
}
