import { today } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import type { RoleId } from '../../../core/ports/role-directory.ts';
import { fileKeepers } from '../settings/model.ts';
import { type Context, isOver, type Proposal } from './model.ts';
import { onlyKeepers, onlyProposer, ownProposal, proposalOver } from './refusals.ts';

type About = Pick<Proposal, 'edit'>;

/** 10.50 keeps the directory; a file that somebody else keeps is released by them. */
export const keptBy = ({ edit }: About): RoleId =>
  edit?.kind === 'setting' ? fileKeepers[edit.file] : 'strategisches-it-management';

/** Whether somebody is of those who release it. */
export const isKeeper = (proposal: About, party: string, context: Context): boolean =>
  context.directory.holdsRole(party, keptBy(proposal), {}, today(context));

/** Whether somebody is of those who release anything. */
export const keepsSomething = (party: string, context: Context): boolean =>
  ['strategisches-it-management' as const, ...Object.values(fileKeepers)].some((role) =>
    context.directory.holdsRole(party, role, {}, today(context)),
  );

/** Everybody who can release it. */
export const keepersIn = (proposal: About, context: Context): readonly string[] => [
  ...new Set(context.directory.seats(keptBy(proposal), {}, today(context)).map(({ person }) => person.id)),
];

/** `undefined` when it is none of their business. */
export const proposalSeenAs = (proposal: Proposal, party: string, context: Context): 'case' | undefined =>
  proposal.proposedBy === party || isKeeper(proposal, party, context) ? 'case' : undefined;

/** @throws {Refusal} unless somebody who keeps it acts, and on somebody else's proposal: two pairs of eyes */
export function requireOther(proposal: Proposal, { id }: Party, context: Context): void {
  requireKeeper(proposal, id, context);
  if (proposal.proposedBy === id) throw ownProposal(keptBy(proposal));
}

/** @throws {Refusal} unless they are of those who keep it */
export function requireKeeper(proposal: Proposal, party: string, context: Context): void {
  if (!isKeeper(proposal, party, context)) throw onlyKeepers(keptBy(proposal));
}

/** @throws {Refusal} unless it is their own */
export function requireOwn({ proposedBy }: Proposal, { id }: Party): void {
  if (proposedBy !== id) throw onlyProposer();
}

/** @throws {Refusal} when it has come to its end */
export function requireRunning(proposal: Proposal): void {
  if (isOver(proposal)) throw proposalOver();
}
