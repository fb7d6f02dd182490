const first = 15_000;
const longest = 3_600_000;

/**
 * How long to wait before the next try, in milliseconds: 15 seconds, doubled with every try up to an hour, and from
 * that between half and all, so that what failed together does not come again together.
 * @param tries that were made
 * @param chance a number from 0 to 1
 */
export function pauseAfter(tries: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** Math.max(0, Math.min(tries, 20) - 1));
  return Math.round(whole * (0.5 + chance / 2));
}

/** The moment some milliseconds after another, both ISO 8601 UTC. */
export const after = (moment: string, ms: number): string => new Date(Date.parse(moment) + ms).toISOString();
