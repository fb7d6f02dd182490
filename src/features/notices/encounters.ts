import { partyOf } from '../../core/party.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Encounters, Shows } from '../../core/ports/encounters.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Actor } from '../../core/turn.ts';
import { chatOfParty, keepChat, openChats } from './chats.ts';
import type { Copy } from './copies.ts';
import { messageKey } from './copies.ts';
import { forgetMessage, keepCopy, openCopyKeeping } from './keep-copy.ts';
import { openOutbox } from './outbox.ts';
import { openRefreshes, renew } from './refreshes.ts';
import { resent } from './resend.ts';

export type EncounterPorts = {
  readonly store: Store;
  readonly directory: RoleDirectory;
  readonly clock: Clock;
};

/** Remembers where people are reached and which messages show which case. */
export function createEncounters({ store, directory, clock }: EncounterPorts): Encounters {
  const chats = openChats(store);
  const outbox = openOutbox(store);
  const refreshes = openRefreshes(store);
  const keeping = openCopyKeeping(store);

  /** What could not reach somebody because there was no way is sent when there is one. */
  const sendAgain = async (actor: Actor, now: string) => {
    const recipient = partyOf(actor, directory).id;
    for (const notice of await outbox.list({ where: { recipient, state: 'dead' } })) {
      if (!notice.reasons?.includes('no-chat')) continue;
      await outbox.change(notice.id, (doc) => {
        const next = resent(doc, now);
        return next && { doc: next };
      });
    }
  };

  /**
   * The copy as it can be updated later. `undefined` anywhere but in the person's own chat: a copy is drawn for the one
   * it belongs to, and in a group everybody would read it.
   */
  const copyOf = async (shows: Shows): Promise<Copy | undefined> => {
    const { conversationId, messageId, language, drawnAt } = shows;
    const party = partyOf(shows.actor, directory).id;
    const own = await chatOfParty(party, chats, directory);
    if (own?.chat.conversationId !== conversationId) return undefined;
    return { conversationId, messageId, party, language, drawnAt };
  };

  return {
    async met(actor, chat) {
      const isNew = await keepChat(chats, actor.id.toLowerCase(), actor.name, chat);
      if (isNew) await sendAgain(actor, clock.now().toISOString());
    },
    left: (actor) => chats.remove(actor.id.toLowerCase()),
    async showed(shows) {
      const { about } = shows;
      const copy = about && (await copyOf(shows));
      if (!about || !copy) return forgetMessage(messageKey(shows), keeping);
      await keepCopy(about, copy, keeping);
      await renew(refreshes, about, shows.drawnAt, clock.now().toISOString());
    },
  };
}
