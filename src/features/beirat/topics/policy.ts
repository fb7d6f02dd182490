import { type Context, today } from '../board/context.ts';
import { chairCapacity, isInBeirat, isOffice } from '../board/members.ts';
import { votingSeatOf } from './demand.ts';
import type { Topic } from './model.ts';

/** By which right somebody may propose a topic, as the rules of procedure say; `undefined` when they may not. */
export function proposesAs(party: string, context: Context): Topic['as'] | undefined {
  const { by } = context.rules.topics;
  if (by === 'nobody') return mayDemand(party, context) ? 'member' : undefined;
  if (isInBeirat(party, context) || isOffice(party, context)) return 'member';
  const isOfficer = context.directory.holdsRole(party, 'it-beauftragte', {}, today(context));
  return by === 'members-and-offices' && isOfficer ? 'office' : undefined;
}

/** Whether somebody may demand a meeting, by the rules and the seat that they hold. */
export const mayDemand = (party: string, context: Context): boolean =>
  context.rules.demand !== undefined && votingSeatOf(party, context) !== undefined;

/**
 * Who proposed it, and who makes the agenda; nobody else, for it may be confidential. Where a meeting is demanded about it,
 * those who may join.
 */
export function topicSeenAs(topic: Topic, party: string, context: Context): 'topic' | undefined {
  const isTheirs = topic.by === party || isOffice(party, context) || chairCapacity(party, context);
  const mayJoin = topic.demand !== undefined && votingSeatOf(party, context) !== undefined;
  return isTheirs || mayJoin ? 'topic' : undefined;
}
