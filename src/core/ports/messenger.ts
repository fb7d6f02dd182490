import type { Reply } from '../reply.ts';

/** Where a person is reached in Teams: their personal chat with the bot, as the channel described it. Opaque. */
export type Chat = { readonly conversationId: string } & Readonly<Record<string, unknown>>;

/** What became of a sending. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly messageId?: string | undefined }
  /**
   * Did not arrive, may be tried again; `afterMs` when the channel said when. The reason `suspect` is a channel that
   * claims not to know the chat, which it sometimes does by mistake.
   */
  | { readonly outcome: 'later'; readonly afterMs?: number | undefined; readonly reason?: string | undefined }
  /** Nobody knows whether it arrived. */
  | { readonly outcome: 'unsure' }
  /** The person cannot be reached here (blocked, left, bot removed): another channel. */
  | { readonly outcome: 'unreachable'; readonly reason: string }
  /** The message to be updated is gone. */
  | { readonly outcome: 'gone' }
  /** Our credentials are refused: stop sending at all. */
  | { readonly outcome: 'locked-out' };

/** Writes first, in Teams. Never throws for what the channel answers. */
export type Messenger = {
  send(chat: Chat, reply: Reply): Promise<Delivery>;
  /** Shows another card in a message that was sent before. */
  update(chat: Chat, messageId: string, reply: Reply): Promise<Delivery>;
};
