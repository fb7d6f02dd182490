import type { Meeting, State } from '../meeting.ts';
import { notNow } from '../refusals.ts';
import { stateWords } from '../words.ts';

/** @throws {Refusal} when the meeting is in none of these states */
export function requireState({ state }: Meeting, ...allowed: readonly State[]): void {
  if (!allowed.includes(state)) throw notNow(stateWords[state].de, stateWords[state].en);
}
