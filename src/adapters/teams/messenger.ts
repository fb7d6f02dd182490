import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Chat, Delivery, Messenger } from '../../core/ports/messenger.ts';
import type { Reply } from '../../core/reply.ts';
import { fateOf, tooBig } from './fate.ts';
import { type GatePolicy, mayWriteTo } from './gate.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Pace } from './pace.ts';
import { createPlaces } from './place.ts';
import { messageOf } from './send.ts';
import type { Transport } from './transport.ts';

export type MessengerParts = {
  readonly transport: Transport;
  readonly policy: GatePolicy;
  /** Binds a reply to its card. @throws when the card or its data is missing */
  readonly renderCard: (reply: Reply) => object;
  /** What is said instead when the card is too big for the channel. */
  readonly shorten: (reply: Reply) => Reply;
  /** Shared with the door: operations on one conversation must not overlap. */
  readonly inLane: Lanes;
  readonly pace: Pace;
  readonly clock: Clock;
  /** @param ms milliseconds */
  readonly wait: (ms: number) => Promise<void>;
  readonly log: Log;
};

/** Longest wait for a place within the limits, in milliseconds; what must wait longer is told to come again. */
const longestWait = 20_000;

/** Writes first, through the conversations that people have opened themselves. */
export function createMessenger(parts: MessengerParts): Messenger {
  const { transport, renderCard, shorten } = parts;
  const attempt = createAttempt(parts);

  const send = (chat: Chat, reply: Reply): Promise<Delivery> => {
    const message = messageOf({ card: renderCard(reply), summary: reply.summary });
    return attempt(chat, 'send', async () => ({
      outcome: 'sent',
      messageId: await transport.send(chat, message),
    }));
  };

  const update = (chat: Chat, messageId: string, reply: Reply): Promise<Delivery> => {
    const message = messageOf({ card: renderCard(reply), summary: reply.summary });
    return attempt(chat, 'update', async () => {
      await transport.update(chat, messageId, message);
      return { outcome: 'sent', messageId };
    });
  };

  return {
    async send(chat, reply) {
      const delivery = await send(chat, reply);
      return isTooBig(delivery) ? send(chat, shorten(reply)) : delivery;
    },
    async update(chat, messageId, reply) {
      const delivery = await update(chat, messageId, reply);
      return isTooBig(delivery) ? update(chat, messageId, shorten(reply)) : delivery;
    },
  };
}

const isTooBig = (delivery: Delivery): boolean =>
  delivery.outcome === 'unreachable' && delivery.reason === tooBig;

type Attempt = (chat: Chat, operation: 'send' | 'update', work: () => Promise<Delivery>) => Promise<Delivery>;

/** One try within the limits, with its fate; the hidden tries of the SDK are gone, others are the caller's. */
function createAttempt({ policy, inLane, pace, clock, wait, log }: MessengerParts): Attempt {
  const now = () => clock.now().getTime();
  // Whoever waits for a place must not keep the door from answering in the same conversation.
  const inTurn = createLanes();

  const waitForPlace = createPlaces(pace, clock, wait);

  return async (chat, operation, work) => {
    const { conversationId, serviceUrl } = chat;
    if (!mayWriteTo(policy, typeof serviceUrl === 'string' ? serviceUrl : undefined)) {
      return { outcome: 'unreachable', reason: 'address-not-allowed' };
    }
    return inTurn(conversationId, async () => {
      const tooLong = await waitForPlace(conversationId, longestWait);
      if (tooLong !== undefined) return { outcome: 'later', reason: 'pace', afterMs: tooLong };
      try {
        return await inLane(conversationId, work);
      } catch (error) {
        const fate = fateOf(error, operation, now());
        const { statusCode: status, code } = error as { statusCode?: number; code?: string };
        log.warn('not-delivered', { operation, outcome: fate.outcome, status, code });
        if (fate.outcome === 'later' && fate.afterMs) pace.hold(conversationId, now() + fate.afterMs);
        return fate;
      }
    });
  };
}
