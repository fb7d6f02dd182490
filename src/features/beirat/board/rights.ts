import type { Party } from '../../../core/party.ts';
import type { Context } from './context.ts';
import { chairCapacity, chairSeat, isOffice } from './members.ts';
import { onlyChair, onlyOffice } from './refusals.ts';

/** @throws {Refusal} unless the party is the Digitallotse or the deputy */
export function requireOffice(by: Party, context: Context): void {
  if (!isOffice(by.id, context)) throw onlyOffice();
}

/** Who acts as chair, for the history. @throws {Refusal} unless the party chairs the Beirat or deputises for that */
export function requireChair(by: Party, context: Context) {
  const capacity = chairCapacity(by.id, context);
  const holder = chairSeat(context)?.holder?.person.name;
  if (!capacity) throw onlyChair(holder ?? context.rules.name.de);
  return {
    by: by.id,
    byName: by.name,
    ...(capacity === 'deputy' && holder ? { onBehalfOf: holder } : {}),
  };
}

export const actor = (by: Party) => ({ by: by.id, byName: by.name });
