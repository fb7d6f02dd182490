import type { HistoryEntry } from '../../../core/history.ts';
import type { Context } from '../board/context.ts';
import { chairCapacity, isInBeirat, isOffice } from '../board/members.ts';
import { stateWords } from './labels.ts';
import type { Invitee, Meeting, State } from './model.ts';
import { notNow } from './refusals.ts';

/** How somebody may see a meeting: the office and the chair all of it, members their own invitation. */
export type Seeing =
  | { readonly as: 'office' }
  | { readonly as: 'chair' }
  | { readonly as: 'member'; readonly invitee: Invitee };

/** Every way in which a party may see a meeting, the widest first; none for everybody else. */
export function seeing(meeting: Meeting, party: string, context: Context): readonly Seeing[] {
  const invitee = invitationOf(meeting, party, context);
  const isChair = chairCapacity(party, context) !== undefined && submissionOf(meeting) !== undefined;
  return [
    ...(isOffice(party, context) ? [{ as: 'office' as const }] : []),
    ...(isChair ? [{ as: 'chair' as const }] : []),
    ...(invitee ? [{ as: 'member' as const, invitee }] : []),
  ];
}

/** The latest submission to the chair, who sees a draft from the first on, even while the office changes it. */
export const submissionOf = ({ history }: Pick<Meeting, 'history'>): HistoryEntry | undefined =>
  history.findLast(({ act }) => act === 'submitted');

/** The invitation of a party that is still in the Beirat. A deputy who was let go sees what became of it. */
export const invitationOf = ({ invitees }: Meeting, party: string, context: Context): Invitee | undefined =>
  isInBeirat(party, context) ? invitees.find((one) => one.party === party) : undefined;

/** @throws {Refusal} when the meeting is in none of these states */
export function requireState({ state }: Meeting, ...allowed: readonly State[]): void {
  if (!allowed.includes(state)) throw notNow(stateWords[state].de, stateWords[state].en);
}
