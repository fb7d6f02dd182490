import { today } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { type Context, isOver, type Proposal } from './model.ts';
import { onlyKeepers, onlyProposer, ownProposal, proposalOver } from './refusals.ts';

/** 10.50 keeps the directory. */
export const isKeeper = (party: string, context: Context): boolean =>
  context.directory.holdsRole(party, 'strategisches-it-management', {}, today(context));

/** Everybody who can release one. */
export const keepersIn = (context: Context): readonly string[] => [
  ...new Set(
    context.directory.seats('strategisches-it-management', {}, today(context)).map(({ person }) => person.id),
  ),
];

/** `undefined` when it is none of their business. */
export const proposalSeenAs = (proposal: Proposal, party: string, context: Context): 'case' | undefined =>
  proposal.proposedBy === party || isKeeper(party, context) ? 'case' : undefined;

/** @throws {Refusal} unless 10.50 acts, and on somebody else's proposal: two pairs of eyes */
export function requireOther(proposal: Proposal, { id }: Party, context: Context): void {
  if (!isKeeper(id, context)) throw onlyKeepers();
  if (proposal.proposedBy === id) throw ownProposal();
}

/** @throws {Refusal} unless it is their own */
export function requireOwn({ proposedBy }: Proposal, { id }: Party): void {
  if (proposedBy !== id) throw onlyProposer();
}

/** @throws {Refusal} when it has come to its end */
export function requireRunning(proposal: Proposal): void {
  if (isOver(proposal)) throw proposalOver();
}
