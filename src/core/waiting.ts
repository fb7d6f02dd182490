import type { Waiting } from './feature.ts';
import type { Text } from './text.ts';

/**
 * Tells that something waits, if anything does.
 * @param one what is said of a single one @param several of that many @param say the words that show them
 */
export const waits = (
  count: number,
  one: Text,
  several: (count: number) => Text,
  say: Text,
): readonly Waiting[] => (count === 0 ? [] : [{ text: count === 1 ? one : several(count), say }]);
