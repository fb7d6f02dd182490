import type { Addressee } from '../../../core/notice.ts';
import type { Party } from '../../../core/party.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Context } from '../board/context.ts';
import { type BoardDesk, contextAt } from '../board/desk.ts';
import { chairCapacity, isInBeirat, isOffice } from '../board/members.ts';
import type { CirculationAct } from './act.ts';
import { ballotReply } from './ballot-view.ts';
import type { Circulation } from './circulation.ts';
import { decideCirculation } from './decide.ts';
import { circulationReply, type Typed } from './office-view.ts';
import { noSuchCirculation } from './refusals.ts';

export type CirculationDesk = BoardDesk & { readonly circulations: Collection<Circulation> };

/**
 * The office sees all of it, the chair from the first submission on, everybody in the Beirat from the beginning of the
 * voting on; nobody else sees anything.
 */
export function circulationSeeing(
  { history, until }: Circulation,
  party: string,
  context: Context,
): 'office' | 'chair' | 'member' | undefined {
  if (isOffice(party, context)) return 'office';
  if (chairCapacity(party, context) && history.some(({ act }) => act === 'submitted')) return 'chair';
  return until !== undefined && isInBeirat(party, context) ? 'member' : undefined;
}

/** @throws {Refusal} when there is no such circulation or it does not concern this party: the same no for both */
export async function visibleCirculation(
  { circulations, ...desk }: CirculationDesk,
  id: string,
  party: string,
  at: string,
): Promise<Circulation> {
  const circulation = await circulations.get(id);
  const context = contextAt(desk, at);
  if (!circulation || !circulationSeeing(circulation, party, context)) throw noSuchCirculation(id);
  return circulation;
}

/** Does something with a circulation. @throws {Refusal} as {@link visibleCirculation}, and what the decision refuses */
export async function actOnCirculation(
  desk: CirculationDesk,
  by: Party,
  id: string,
  act: CirculationAct,
  at: string,
): Promise<Circulation> {
  await visibleCirculation(desk, id, by.id, at);
  return (
    await desk.circulations.change(id, (current) => decideCirculation(current, act, by, contextAt(desk, at)))
  ).doc;
}

/** The circulation as this person sees it. @param asMember the own ballot, also for office and chair */
export function circulationCard(
  circulation: Circulation,
  viewer: Addressee,
  context: Context,
  { asMember = false, ...typed }: Typed & { readonly asMember?: boolean } = {},
): Reply {
  const isMember = asMember || circulationSeeing(circulation, viewer.id, context) === 'member';
  return isMember && circulation.until !== undefined
    ? ballotReply(circulation, viewer, context, typed)
    : circulationReply(circulation, viewer, context, typed);
}
