import { z } from 'zod';
import type { CaseRef } from '../../core/notice.ts';
import type { Also, Collection, New, Store } from '../../core/ports/store.ts';

/** A message that shows a case to somebody. */
export const Copy = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  /** Party it was drawn for. */
  party: z.string(),
  language: z.enum(['de', 'en']),
  /** A group where it was sent: former versions kept such copies up to date; see `refresh-job.ts`. */
  chat: z.looseObject({ conversationId: z.string() }).optional(),
  /** ISO 8601 UTC: what it shows is not older. */
  drawnAt: z.string(),
});
export type Copy = z.infer<typeof Copy>;

/** All messages that show one case. */
export const Copies = z.object({
  /** Kind and id of the case. */
  id: z.string(),
  version: z.number(),
  about: z.object({ kind: z.string(), id: z.string() }),
  copies: z.array(Copy),
});
export type Copies = z.infer<typeof Copies>;

/** Which case a message shows: a message that shows something else from now on is no copy any more. */
export const Message = z.object({
  id: z.string(),
  version: z.number(),
  /** Id of the case's copies. */
  shows: z.string(),
  /** ISO 8601 UTC. */
  at: z.string(),
});
export type Message = z.infer<typeof Message>;

export const copiesCollection = 'copies';
export const messagesCollection = 'messages';
export const openCopies = (store: Store): Collection<Copies> => store.collection(copiesCollection, Copies);
export const openMessages = (store: Store): Collection<Message> =>
  store.collection(messagesCollection, Message);

/** Messages per person and case that are kept up to date: the newest. A click on an older one gets the present state. */
export const copiesPerPerson = 3;

export const copiesId = ({ kind, id }: CaseRef): string => `${kind} ${id}`;
export const messageKey = ({ conversationId, messageId }: Pick<Copy, 'conversationId' | 'messageId'>) =>
  `${conversationId} ${messageId}`;

/** The copies of a case with one more, or one drawn anew. */
export function withCopy(known: New<Copies>, copy: Copy): New<Copies> {
  const others = known.copies.filter((other) => messageKey(other) !== messageKey(copy));
  const copies = [...others, copy];
  const ofPerson = copies.filter(({ party }) => party === copy.party);
  const tooMany = new Set(ofPerson.slice(0, -copiesPerPerson));
  return { ...known, copies: copies.filter((other) => !tooMany.has(other)) };
}

/** Keeps a new copy in the write of something else. @param known the case's copies as read beside that write */
export function alsoCopy(about: CaseRef, copy: Copy, known: unknown): readonly Also[] {
  const read = Copies.safeParse(known).data;
  const version = read ? { version: read.version } : {};
  return [
    { collection: copiesCollection, doc: { ...withCopy(read ?? noCopies(about), copy), ...version } },
    { collection: messagesCollection, doc: messageOf(about, copy) },
  ];
}

export const noCopies = (about: CaseRef): New<Copies> => ({
  id: copiesId(about),
  about: { kind: about.kind, id: about.id },
  copies: [],
});

export const messageOf = (about: CaseRef, copy: Copy): New<Message> => ({
  id: messageKey(copy),
  shows: copiesId(about),
  at: copy.drawnAt,
});

/** The copies of a case without one message. */
export const withoutMessage = (known: Copies, key: string): New<Copies> => ({
  ...known,
  copies: known.copies.filter((copy) => messageKey(copy) !== key),
});
