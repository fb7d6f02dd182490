/**
 * Does work for each by itself: what breaks for one does not keep the others waiting.
 * @param together how many at a time, so that they may share a write
 * @throws what broke, when all are through: alone, or several together
 */
export async function eachByItself<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<unknown>,
  together = 1,
): Promise<void> {
  const faults: unknown[] = [];
  const all = [...items];
  for (let at = 0; at < all.length; at += together) {
    const some = await Promise.allSettled(all.slice(at, at + together).map(async (item) => work(item)));
    for (const one of some) if (one.status === 'rejected') faults.push(one.reason);
  }
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} broke`);
}
