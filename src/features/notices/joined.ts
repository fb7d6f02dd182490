import type { Addressee, NoticeKind, Said } from '../../core/notice.ts';
import { isMailBesides, noticeOf, type Outbox, type Outboxed, withoutBesides } from './outbox.ts';
import { inOrder } from './overtaken.ts';

/**
 * The words of a notice. Of a kind that joins, the newest that waits for a person about a case tells all that was not told
 * yet; the ones before it have nothing left to say.
 */
export async function worded(
  kind: NoticeKind,
  notice: Outboxed,
  to: Addressee,
  now: Date,
  outbox: Outbox,
): Promise<Said | undefined> {
  if (!kind.joins) return kind.say(noticeOf(notice), to, now);
  const { recipient, ref } = notice;
  const earlier = untold(notice, await outbox.list({ where: { recipient, ref } }));
  return earlier && kind.say({ ...noticeOf(notice), earlier: earlier.map(noticeOf) }, to, now);
}

/**
 * Those of its kind before it that were not told, the oldest first; `undefined` when a newer one tells it. An e-mail besides
 * tells what the message told that it goes with. Pure.
 */
export function untold(notice: Outboxed, all: readonly Outboxed[]): readonly Outboxed[] | undefined {
  const own = { ...notice, id: withoutBesides(notice.id) };
  const like = all.filter((one) => one.kind === notice.kind && !isMailBesides(one)).toSorted(inOrder);
  const isOvertaken = like.some((one) => inOrder(one, own) > 0 && one.state !== 'dead');
  if (isOvertaken && !isMailBesides(notice)) return undefined;
  const before = like.filter((one) => inOrder(one, own) < 0);
  return before.slice(before.findLastIndex(({ state }) => state === 'sent') + 1);
}
