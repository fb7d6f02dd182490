export type RateLimit = {
  /** As many at once … */
  readonly burst: number;
  /** … and one more each time so many milliseconds have passed. */
  readonly everyMs: number;
};

/** How many are remembered; the one not seen for longest is forgotten first. */
const remembered = 10_000;

/**
 * Counts per key, in memory.
 * @returns a function that takes the key, the time in milliseconds and the price, which may run into debt; 0 means yes,
 *   otherwise it is the milliseconds until it may be tried again
 */
export function createRateLimit({ burst, everyMs }: RateLimit) {
  /** When each will have made good for everything so far. */
  const evenAt = new Map<string, number>();
  return (key: string, now: number, price = 1): number => {
    // Nobody owes more than two bursts, also when the clock was put back.
    const owed = Math.min(Math.max(0, (evenAt.get(key) ?? now) - now), 2 * burst * everyMs);
    const wait = Math.max(0, owed - (burst - 1) * everyMs);
    evenAt.delete(key);
    evenAt.set(key, now + owed + (wait > 0 ? 0 : price * everyMs));
    if (evenAt.size > remembered) evenAt.delete(evenAt.keys().next().value as string);
    return wait;
  };
}
