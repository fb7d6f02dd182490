import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import type { Meeting, State } from '../meeting.ts';
import { chairCapacity, chairSeat, isOffice } from '../members.ts';
import { notNow, onlyChair, onlyOffice } from '../refusals.ts';
import { stateWords } from '../words.ts';

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

/** @throws {Refusal} when the meeting is in none of these states */
export function requireState({ state }: Meeting, ...allowed: readonly State[]): void {
  if (!allowed.includes(state)) throw notNow(stateWords[state].de, stateWords[state].en);
}

export const actor = (by: Party) => ({ by: by.id, byName: by.name });
