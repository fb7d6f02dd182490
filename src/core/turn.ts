import type { SentFile } from './files/sent.ts';
import type { Language } from './text.ts';

/** Where a message was written. In `groupChat` and `channel` the bot hears only what mentions it. */
export type Scope = 'personal' | 'groupChat' | 'channel';

/** The signed-in person. `id` is the Entra object id, the only identity that is trusted. */
export type Actor = { readonly id: string; readonly name: string };

type TurnBase = {
  /** Id of the incoming activity: a repeated delivery usually carries the same one. */
  readonly id: string;
  readonly actor: Actor;
  readonly scope: Scope;
  /** Conversation the turn belongs to; in channels including the thread. */
  readonly conversationId: string;
  readonly language: Language;
  /** Link that opens the person's own chat with Lotse, where the channel has one. */
  readonly ownChat?: string | undefined;
  /** The language of the person's Teams, `en-US`, where the channel tells it. */
  readonly locale?: string | undefined;
  /** When the turn arrived, ISO 8601 in UTC. */
  readonly at: string;
};

/** Somebody typed something (mentions of the bot already removed, whitespace trimmed). */
export type TextTurn = TurnBase & {
  readonly kind: 'text';
  readonly text: string;
  /** True when an earlier message was edited. */
  readonly edited: boolean;
  /** It is answered to the person alone where others read along: it shows, and does nothing. */
  readonly onlyShows?: true | undefined;
  /** What was sent along; then there may be no text. */
  readonly files?: readonly SentFile[] | undefined;
};

/** Somebody pressed a button: a verb and whatever the card carried. The data is never trusted. */
export type ActionTurn = TurnBase & {
  readonly kind: 'action';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Id of the message whose card was pressed, where the channel tells it. */
  readonly cardMessageId?: string;
};

/** The bot was installed for a person, chat or team. */
export type InstallTurn = TurnBase & { readonly kind: 'install' };

export type Turn = TextTurn | ActionTurn | InstallTurn;
