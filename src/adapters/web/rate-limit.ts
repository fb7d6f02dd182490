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
  const buckets = new Map<string, { left: number; at: number }>();
  return (key: string, now: number, price = 1): number => {
    const before = buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, before.left + Math.max(0, now - before.at) / everyMs);
    const allowed = left >= 1;
    buckets.delete(key);
    buckets.set(key, { left: allowed ? left - price : left, at: now });
    if (buckets.size > remembered) buckets.delete(buckets.keys().next().value as string);
    return allowed ? 0 : Math.ceil((1 - left) * everyMs);
  };
}
