import { z } from 'zod';
import { teamsIdOf } from '../../core/party.ts';
import type { Chat } from '../../core/ports/messenger.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Collection, Store } from '../../core/ports/store.ts';
import { put } from './put.ts';

const Place = z.looseObject({ conversationId: z.string() });

/** Where a person is reached in Teams. */
export const KnownChat = z.object({
  /** Entra object id, in small letters. */
  id: z.string(),
  version: z.number(),
  /** As Teams calls the person; for those who are not in the directory. */
  name: z.string(),
  /** The channel's own words; only the messenger reads them. */
  chat: Place,
});
export type KnownChat = z.infer<typeof KnownChat>;
export type Chats = Collection<KnownChat>;

export const openChats = (store: Store): Chats => store.collection('chats', KnownChat);

/** The personal chat of a party, if it ever wrote or the bot was installed for it. */
export async function chatOfParty(
  party: string,
  chats: Chats,
  directory: RoleDirectory,
): Promise<KnownChat | undefined> {
  const teamsId = teamsIdOf(party, directory);
  return teamsId === undefined ? undefined : chats.get(teamsId);
}

/** Remembers the chat; written only when something about it is new. @returns whether the person was not known */
export async function keepChat(chats: Chats, id: string, name: string, chat: Chat): Promise<boolean> {
  const known = await chats.get(id);
  if (known?.name === name && sameChat(known.chat, chat)) return false;
  return (await put(chats, id, (doc) => ({ doc: { ...doc, id, name, chat } }))).added;
}

const sameChat = (one: Chat, other: Chat): boolean => sorted(one) === sorted(other);

const sorted = (chat: Chat): string =>
  JSON.stringify(Object.entries(chat).sort(([a], [b]) => (a < b ? -1 : 1)));
