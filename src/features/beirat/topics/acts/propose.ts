import { type Decision, deciding, notified, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { officeNow } from '../../board/members.ts';
import { actor } from '../../board/rights.ts';
import type { Topic } from '../model.ts';
import { proposesAs } from '../policy.ts';
import { mayNotPropose, onlyWithDemand, titleMissing } from '../refusals.ts';
import { demanded } from './demand.ts';

export type Proposed = {
  readonly title: string;
  readonly text: string;
  readonly presents: boolean;
  readonly demands?: boolean;
};

/** A new topic; the office hears of it. @throws {Refusal} when the rules give this party no right to */
export function proposed(
  id: string,
  { title, text, presents, demands = false }: Proposed,
  by: Party,
  context: Context,
): Decision<Topic> {
  const as = proposesAs(by.id, context);
  if (!as) throw mayNotPropose();
  if (context.rules.topics.by === 'nobody' && !demands) throw onlyWithDemand();
  if (!title) throw titleMissing();
  const topic: Topic = {
    id,
    version: 0,
    state: 'open',
    title,
    ...(text ? { text } : {}),
    as,
    by: by.id,
    byName: by.name,
    presents,
    urged: 0,
    history: [],
    createdAt: context.now,
    changedAt: context.now,
  };
  const begun = recorded(deciding(topic), { ...actor(by), act: 'topic-proposed' });
  const office = officeNow(context);
  const said = demands ? demanded(begun, by, context) : begun;
  // Whoever hears at once that a meeting is due hears nothing else.
  if (said.doc.demand?.reached) return said;
  return notified(said, office === by.id ? [] : [office], { name: 'topic', key: 1 });
}
