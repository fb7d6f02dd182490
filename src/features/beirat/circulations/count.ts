import { bySystem, changed, type Decision, notified, recorded } from '../../../case/decision.ts';
import { type Context, today } from '../board/context.ts';
import { chairNow, composition, officeNow } from '../board/members.ts';
import type { Circulation } from './model.ts';
import { outcomeOf, tallyOf } from './tally.ts';

/** Counts the votes. From now on everybody may see who voted how, and the history says it. */
export function counted(decision: Decision<Circulation>, context: Context): Decision<Circulation> {
  const tally = tallyOf(decision.doc);
  const state = outcomeOf(tally);
  const votes = decision.doc.ballots.map(({ seat, vote }) => `${seat}=${vote?.vote ?? '-'}`).join(' ');
  const entry = { ...bySystem, act: state, facts: { ...tally, votes } };
  return finished(recorded(changed(decision, { state }), entry), context);
}

/** Office, chair and members are told how it ended. @param by who ended it and knows */
export function finished(
  decision: Decision<Circulation>,
  context: Context,
  by?: string,
): Decision<Circulation> {
  const members = composition(context, today(context)).flatMap(({ holder }) => holder?.person.id ?? []);
  const deputies = decision.doc.ballots.flatMap(({ vote }) => (vote?.onBehalfOf ? [vote.by] : []));
  const all = [officeNow(context), chairNow(context)?.person.id, ...members, ...deputies];
  return notified(
    decision,
    all.filter((party) => party !== by),
    { name: 'circulation-result', key: 1, urgency: 'news' },
  );
}
