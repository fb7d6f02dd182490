import type { CaseRef } from '../notice.ts';
import type { Language } from '../text.ts';
import type { Actor } from '../turn.ts';
import type { Chat } from './messenger.ts';

/** A message of the bot, and what it shows from now on. */
export type Shows = {
  /** For whom it was drawn. */
  readonly actor: Actor;
  readonly conversationId: string;
  readonly messageId: string;
  /** The case on its card, if it shows one. */
  readonly about?: CaseRef | undefined;
  readonly language: Language;
  /** ISO 8601 UTC, not later than the state that was drawn. */
  readonly drawnAt: string;
};

/** What the door learns by the way. Whoever remembers it can write first, and keep cards up to date. */
export type Encounters = {
  /** Somebody wrote in their personal chat, or installed the bot there: there they are reached from now on. */
  met(actor: Actor, chat: Chat): Promise<void>;
  /** Somebody removed the bot from their personal chat. */
  left(actor: Actor): Promise<void>;
  showed(shows: Shows): Promise<void>;
};
