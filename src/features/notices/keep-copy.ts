import type { CaseRef } from '../../core/notice.ts';
import type { Collection, Store } from '../../core/ports/store.ts';
import {
  type Copies,
  type Copy,
  copiesId,
  type Message,
  messageKey,
  messageOf,
  messagesCollection,
  noCopies,
  openCopies,
  openMessages,
  withCopy,
  withoutMessage,
} from './copies.ts';
import { put } from './put.ts';

/** Remembers which message shows which case. */
export type CopyKeeping = {
  readonly copies: Collection<Copies>;
  readonly messages: Collection<Message>;
};

export const openCopyKeeping = (store: Store): CopyKeeping => ({
  copies: openCopies(store),
  messages: openMessages(store),
});

/** From now on the message shows this case, and nothing else. */
export async function keepCopy(about: CaseRef, copy: Copy, keeping: CopyKeeping): Promise<void> {
  const { copies, messages } = keeping;
  const key = messageKey(copy);
  const before = await messages.get(key);
  if (before && before.shows !== copiesId(about)) await forgetMessage(key, keeping);
  const also = [{ collection: messagesCollection, doc: messageOf(about, copy) }];
  await put(copies, copiesId(about), (doc) => ({ doc: withCopy(doc ?? noCopies(about), copy), also }));
}

/** The message shows no case any more. */
export async function forgetMessage(key: string, { copies, messages }: CopyKeeping): Promise<void> {
  const message = await messages.get(key);
  if (!message) return;
  const known = await copies.get(message.shows);
  if (known) await copies.change(known.id, (doc) => ({ doc: withoutMessage(doc, key) }));
  await messages.remove(key);
}
