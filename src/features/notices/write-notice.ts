import type { Beside, Change, DocumentRef } from '../../core/ports/store.ts';
import type { Outbox, Outboxed } from './outbox.ts';

/**
 * Writes the next state of a claimed notice, unless another worker has had it since: then that one's word counts.
 * @param beside what the change rests on besides, handed to `next` in this order
 * @returns what is stored now; `undefined` when nothing was written
 */
export async function writeNotice(
  outbox: Outbox,
  notice: Outboxed,
  next: Change<Outboxed> | ((found: readonly (Beside | undefined)[]) => Change<Outboxed>),
  beside: readonly DocumentRef[] = [],
): Promise<Outboxed | undefined> {
  const { doc: stored, isChanged } = await outbox.change(
    notice.id,
    (doc, found) => {
      if (doc.version !== notice.version) return undefined;
      return typeof next === 'function' ? next(found) : next;
    },
    beside,
  );
  return isChanged ? stored : undefined;
}
