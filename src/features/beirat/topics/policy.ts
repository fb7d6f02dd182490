import { type Context, today } from '../board/context.ts';
import { chairCapacity, isInBeirat, isOffice } from '../board/members.ts';
import type { Topic } from './model.ts';

/** By which right somebody may propose a topic, as the rules of procedure say; `undefined` when they may not. */
export function proposesAs(party: string, context: Context): Topic['as'] | undefined {
  const { by } = context.rules.topics;
  if (by === 'nobody') return undefined;
  if (isInBeirat(party, context) || isOffice(party, context)) return 'member';
  const isOfficer = context.directory.holdsRole(party, 'it-beauftragte', {}, today(context));
  return by === 'members-and-offices' && isOfficer ? 'office' : undefined;
}

/** Who proposed it, and who makes the agenda; nobody else, for it may be confidential. */
export const topicSeenAs = ({ by }: Topic, party: string, context: Context): 'topic' | undefined =>
  by === party || isOffice(party, context) || chairCapacity(party, context) ? 'topic' : undefined;
