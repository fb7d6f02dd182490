import type { Outboxed } from './outbox.ts';

/**
 * Those that need not be said any more because a newer one of the same kind, case and person waits with them: after
 * an outage of a week one reminder, not seven. What was said only once and may not be lost (a question, a decision)
 * is repeatable and never overtaken.
 * @param repeatable whether a kind may arrive twice
 */
export function overtaken(
  due: readonly Outboxed[],
  repeatable: (kind: string) => boolean,
): ReadonlySet<string> {
  const newest = new Map<string, Outboxed>();
  const old = new Set<string>();
  for (const notice of due.filter(({ kind }) => !repeatable(kind))) {
    const key = JSON.stringify([notice.recipient, notice.kind, notice.ref]);
    const other = newest.get(key);
    if (!other) newest.set(key, notice);
    else {
      const [older, newer] = inOrder(other, notice) <= 0 ? [other, notice] : [notice, other];
      old.add(older.id);
      newest.set(key, newer);
    }
  }
  return old;
}

/** As they were owed: two of one moment by the numbers in their ids, of which the tenth comes after the ninth. */
export const inOrder = (one: Outboxed, other: Outboxed): number =>
  one.createdAt.localeCompare(other.createdAt) || byNumber.compare(one.id, other.id);
const byNumber = new Intl.Collator('en', { numeric: true });
