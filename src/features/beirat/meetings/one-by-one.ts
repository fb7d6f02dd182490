/** Does work for each, one after the other. What breaks for one does not keep the others waiting; it is thrown at the end. */
export async function oneByOne<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
