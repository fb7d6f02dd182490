import type { Chat } from '../../core/ports/messenger.ts';
import type { BotIdentity, TokenAuthority } from './authentication.ts';
import type { Incoming } from './incoming.ts';

/**
 * What a package for Teams does for Lotse: it checks tokens, signs the bot in and puts messages on their way. All else
 * (who comes in, what is said, order, pace, what a refusal of the channel means) is ours, whatever the package.
 */
export type Transport = {
  /** Whom a token speaks for. @throws when it is not right, {@link KeysUnavailable} when that cannot be checked */
  authenticate(activity: Incoming, authorization: string): Promise<Caller>;
  /** Writes first. @returns id of the message. @throws {Failure} */
  send(chat: Chat, message: Message): Promise<string | undefined>;
  /** Writes over a message. @throws {Failure} */
  update(chat: Chat, id: string, message: Message): Promise<void>;
};

/** Who has sent an activity: answers go back the same way. */
export type Caller = {
  /** Answers it. @returns id of the message. @throws {Failure} */
  send(activity: Incoming, message: Message): Promise<string | undefined>;
  /** Writes over an earlier message of the same conversation. @throws {Failure} */
  update(activity: Incoming, id: string, message: Message): Promise<void>;
  /** The bot's own token for the channel that it came from; `undefined` where nobody asks for one. */
  token(activity: Incoming): Promise<string | undefined>;
};

/** What is said, without to whom. */
export type Message = {
  readonly type: 'message';
  readonly summary: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: object }[];
};

/**
 * @param authority whose tokens are believed
 * @param patience longest wait for the connector, in milliseconds
 */
export type OpenTransport = (
  identity: BotIdentity,
  authority: TokenAuthority,
  patience?: number,
) => Transport;

/** Longest wait for the connector, in milliseconds. */
export const usualPatience = 15_000;

/** What a transport throws when the connector, or the way there, says no. */
export type Failure = {
  readonly statusCode?: number;
  /** The connector's own word (`BotNotInConversationRoster`) or the network's (`ECONNRESET`). */
  readonly code?: string;
  readonly response?: { readonly headers?: { get(name: string): string | null | undefined } };
};
