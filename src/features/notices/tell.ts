import type { Addressee, NoticeKind, Said } from '../../core/notice.ts';
import { digestSaid, type Item, type Member, membersOf } from './digest.ts';
import { worded } from './joined.ts';
import type { Outbox, Outboxed } from './outbox.ts';
import { digestKind } from './when.ts';

/** What is said for a notice; without `said` there is nothing left to say. */
export type Telling = { readonly said?: Said | undefined; readonly members: readonly Member[] };

/** The words of a notice, from the state of this moment. @throws what the feature throws that words it */
export async function tell(
  notice: Outboxed,
  to: Addressee,
  now: Date,
  outbox: Outbox,
  kindOf: (kind: string) => NoticeKind | undefined,
): Promise<Telling> {
  if (notice.kind !== digestKind) {
    const kind = kindOf(notice.kind);
    if (!kind) throw new Error(`nobody says "${notice.kind}"`);
    return { said: await worded(kind, notice, to, now, outbox), members: [] };
  }
  const members = await membersOf(notice, outbox, kindOf, to, now);
  const items = members.flatMap(({ item }): readonly Item[] => (item ? [item] : []));
  return { said: items.length > 0 ? digestSaid(items, to) : undefined, members };
}
