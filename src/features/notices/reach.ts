import type { Addressee } from '../../core/notice.ts';
import type { Mailer } from '../../core/ports/mailer.ts';
import type { Chat } from '../../core/ports/messenger.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { New } from '../../core/ports/store.ts';
import { type Chats, chatOfParty } from './chats.ts';
import type { Channel, Outboxed } from './outbox.ts';
import type { Preferences } from './preferences.ts';

/** Somebody to be told, and the ways to them. */
export type Reach = {
  readonly to: Addressee;
  readonly preferences: New<Preferences>;
  readonly chat?: Chat | undefined;
  readonly address?: string | undefined;
  /** Why they get no mail: `no-mailer`, `no-address`; `undefined` when they can get it. */
  readonly noMail?: string | undefined;
};

export type ReachPorts = {
  readonly directory: RoleDirectory;
  readonly chats: Chats;
  readonly preferencesOf: (party: string) => Promise<New<Preferences>>;
  readonly mailer?: Mailer | undefined;
};

/** How a party is reached at this moment. */
export async function reachOf(party: string, ports: ReachPorts): Promise<Reach> {
  const { directory, chats, mailer } = ports;
  const preferences = await ports.preferencesOf(party);
  const known = await chatOfParty(party, chats, directory);
  const person = directory.person(party);
  const noMail = !mailer ? 'no-mailer' : !person?.email ? 'no-address' : undefined;
  return {
    to: { id: party, name: person?.name ?? known?.name ?? '', language: preferences.language },
    preferences,
    chat: known?.chat,
    address: person?.email,
    noMail,
  };
}

/** The way a notice takes: the one it is on already, else Teams, else mail; or why there is none. */
export function wayTo(
  { channel }: Pick<Outboxed, 'channel'>,
  { chat, noMail }: Reach,
): { readonly channel: Channel } | { readonly none: readonly string[] } {
  if (channel !== 'mail' && chat) return { channel: 'teams' };
  if (noMail === undefined) return { channel: 'mail' };
  return { none: channel === 'mail' ? [noMail] : ['no-chat', noMail] };
}
