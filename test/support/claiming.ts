import type { Intent } from '../../src/core/feature.ts';

/** Which intents claim a text: one that takes every text about its cases does so only when no other does. */
export function claiming(intents: readonly Intent[], text: string): readonly Intent[] {
  const claims = intents.filter(({ match }) => match(text));
  const others = claims.filter(({ letter }) => !letter);
  return others.length > 0 ? others : claims;
}
