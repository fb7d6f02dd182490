import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  recorded,
  without,
} from '../../../../case/decision.ts';
import { daysBefore } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { type Context, today } from '../../board/context.ts';
import { chairNow, officeNow } from '../../board/members.ts';
import { actor } from '../../board/rights.ts';
import { countOf, reachedFacts, votingMembers, votingSeatOf } from '../demand.ts';
import type { Topic } from '../model.ts';
import {
  demandReached,
  noDemands,
  onAgenda,
  onlyProposerDemands,
  onlyVotingSeats,
  topicOver,
} from '../refusals.ts';

const act = actsOf<Topic, Context>();

/** A member demands a meeting about their own topic, or joins somebody else's demand. */
export const demand = act({
  kind: 'demand',
  title: { de: 'Sitzung verlangen', en: 'Demand a meeting' },
  input: z.object({}),
  typed: [{ de: '(?:sitzung )?(?:mit ?)?verlangen|anschließen|anschliessen', en: 'demand|join' }],
  probe: () => ({}),
  decide(topic, _input, by, context) {
    if (topic.state === 'placed') throw onAgenda();
    if (topic.state !== 'open') throw topicOver();
    if (topic.demand?.by.some(({ party }) => party === by.id)) return undefined;
    return demanded(deciding(topic), by, context);
  },
});

/** With one more who demands it; with enough of them the meeting is due. @throws {Refusal} for whoever does not count */
export function demanded(before: Decision<Topic>, by: Party, context: Context): Decision<Topic> {
  const { doc: topic } = before;
  const { demand: rule } = context.rules;
  if (!rule) throw noDemands();
  const seat = votingSeatOf(by.id, context);
  if (!seat) throw onlyVotingSeats();
  if (topic.demand?.reached) throw demandReached();
  if (!topic.demand && topic.by !== by.id) throw onlyProposerDemands(topic.byName);
  const one = { party: by.id, name: by.name, seat, at: context.now };
  const all = [...(topic.demand?.by ?? []), one];
  const signed = recorded(changed(before, { demand: { ...topic.demand, by: all } }), {
    ...actor(by),
    act: topic.demand ? 'topic-joined' : 'topic-demanded',
  });
  const others = votingMembers(context).filter((party) => !all.some((known) => known.party === party));
  const count = countOf(signed.doc, context);
  if (!count || count.signed < count.needed)
    return topic.demand ? signed : notified(signed, others, { name: 'demand-join', key: 1 });
  const reached = { ...count, at: context.now, due: daysBefore(today(context), -rule.days) };
  const due = recorded(changed(signed, { demand: { by: all, reached } }), {
    ...bySystem,
    act: 'topic-demand-reached',
    facts: reachedFacts(reached) ?? {},
  });
  const told = [officeNow(context), chairNow(context)?.person.id];
  const members = all.map(({ party }) => party).filter((party) => party !== by.id && !told.includes(party));
  return notified(notified(due, told, { name: 'demand', key: 1 }), members, {
    name: 'topic-news',
    urgency: 'news',
  });
}

/** Takes the own demand back, as long as it is not reached. */
export const undemand = act({
  kind: 'undemand',
  title: { de: 'Nicht mehr verlangen', en: 'No longer demand it' },
  input: z.object({}),
  typed: [{ de: '(?:sitzung )?nicht mehr verlangen', en: 'no longer demand' }],
  probe: () => ({}),
  decide(topic, _input, by) {
    const { demand: given } = topic;
    if (!given?.by.some(({ party }) => party === by.id)) return undefined;
    if (given.reached) throw demandReached();
    if (topic.state !== 'open') throw topicOver();
    const rest = given.by.filter(({ party }) => party !== by.id);
    const start = deciding(topic);
    const back = rest.length > 0 ? changed(start, { demand: { by: rest } }) : without(start, 'demand');
    return recorded(back, { ...actor(by), act: 'topic-undemanded' });
  },
});
