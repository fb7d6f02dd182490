import { setTimeout as wait } from 'node:timers/promises';
import { botFrameworkAuthority } from '../adapters/teams/authentication.ts';
import { createLanes } from '../adapters/teams/lanes.ts';
import { createMessenger } from '../adapters/teams/messenger.ts';
import { createPace, type Pace } from '../adapters/teams/pace.ts';
import type { OpenTransport } from '../adapters/teams/transport.ts';
import { partyOf } from '../core/party.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Encounters } from '../core/ports/encounters.ts';
import type { Log } from '../core/ports/log.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { Store } from '../core/ports/store.ts';
import type { Directory } from '../features/directory/model.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import { openChats } from '../features/notices/chats.ts';
import { copiesId, openCopies } from '../features/notices/copies.ts';
import { createEncounters } from '../features/notices/encounters.ts';
import { shortForm } from '../features/notices/short-form.ts';
import type { Config } from './config.ts';
import type { AppParts } from './create-app.ts';
import type { RenderCard } from './speaker.ts';
import { trust } from './trust.ts';

type Parts = {
  readonly config: Config;
  readonly openTransport: OpenTransport;
  readonly renderCard: RenderCard;
  readonly store: Store;
  readonly directory: () => Directory;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace?: Pace | undefined;
};

/** What it takes to write first in Teams: the messenger, and what the door must share with it and tell. */
export function createWritingFirst({
  config,
  openTransport,
  renderCard,
  store,
  directory,
  clock,
  log,
  pace = createPace(),
}: Parts): {
  readonly messenger: Messenger;
  readonly door: Pick<AppParts, 'inLane' | 'pace' | 'writeTo' | 'showTo'> & {
    readonly encounters: Encounters;
  };
} {
  const inLane = createLanes();
  const { identity, policy } = trust(config);
  const messenger = createMessenger({
    transport: openTransport(identity, botFrameworkAuthority),
    policy,
    renderCard,
    shorten: shortForm,
    inLane,
    pace,
    clock,
    wait,
    log,
  });
  const roles = createRoleDirectory(directory);
  const encounters = createEncounters({ store, directory: roles, clock });
  const chats = openChats(store);
  const writeTo: AppParts['writeTo'] = async (actor, reply) => {
    const known = await chats.get(actor.id.toLowerCase());
    return known !== undefined && (await messenger.send(known.chat, reply)).outcome === 'sent';
  };
  const copies = openCopies(store);
  const showTo: AppParts['showTo'] = async (actor, reply, drawnAt) => {
    const { about, language } = reply;
    const [known, party] = [await chats.get(actor.id.toLowerCase()), partyOf(actor, roles).id];
    if (!about || !known) return;
    const shown = await copies.get(copiesId(about));
    if (shown?.copies.some((copy) => copy.party === party)) return;
    const delivery = await messenger.send(known.chat, reply);
    if (delivery.outcome !== 'sent' || !delivery.messageId) return;
    const { conversationId } = known.chat;
    const { messageId } = delivery;
    await encounters.showed({ actor, conversationId, messageId, about, language, drawnAt });
  };
  return { messenger, door: { inLane, pace, encounters, writeTo, showTo } };
}
