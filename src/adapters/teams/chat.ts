import { z } from 'zod';
import type { Chat } from '../../core/ports/messenger.ts';
import type { Incoming } from './incoming.ts';

/** A conversation as the channel described it: what is needed to write there first. */
const Place = z.object({
  conversationId: z.string().min(1),
  conversationType: z.string().optional(),
  serviceUrl: z.string().min(1),
  tenantId: z.string().optional(),
  botId: z.string().min(1),
  botName: z.string().optional(),
  userId: z.string().min(1),
});

/** The conversation of an activity; `undefined` when something is missing to write there. */
export function chatOf({
  conversation,
  serviceUrl,
  recipient,
  from,
  channelData,
}: Incoming): Chat | undefined {
  const told = {
    conversationId: conversation?.id,
    conversationType: conversation?.conversationType,
    serviceUrl,
    tenantId: conversation?.tenantId ?? channelData?.tenant?.id,
    botId: recipient?.id,
    botName: recipient?.name,
    userId: from?.id,
  };
  return Place.safeParse(Object.fromEntries(Object.entries(told).filter(([, value]) => value))).data;
}

/** Who speaks with whom, and where, as messages on the wire say it. @throws when what was stored is no chat */
export function placeOf(chat: Chat) {
  const { conversationId, conversationType, serviceUrl, tenantId, botId, botName, userId } =
    Place.parse(chat);
  return {
    serviceUrl,
    bot: { id: botId, name: botName ?? '' },
    user: { id: userId, name: '' },
    conversation: {
      id: conversationId,
      name: '',
      isGroup: conversationType === 'groupChat' || conversationType === 'channel',
      conversationType: conversationType ?? 'personal',
      ...(tenantId ? { tenantId } : {}),
    },
  };
}
