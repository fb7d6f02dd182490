import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Directory } from '../../src/features/directory/model.ts';
import { type CardPart, partsOf, textIn } from './cards.ts';
import { actorOf } from './program.ts';
import { strictProblems } from './strict-card.ts';
import { botId, post } from './wire.ts';

/** A finished card as it came over the wire. */
export type ChatCard = CardPart & { readonly body: readonly unknown[] };

/** One person of the directory in their personal chat, over real HTTP. @param url address of the program */
export function personalChat(id: string, directory: Directory, url: () => string) {
  const { id: aadObjectId, name } = actorOf(directory, id);
  const send = async (more: object): Promise<ChatCard> => {
    const { status, body } = await post(`${url()}/api/messages`, {
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:9',
      from: { id: `29:${id}`, name, aadObjectId },
      recipient: { id: botId, name: 'Lotse' },
      conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: 'anywhere' },
      channelData: { tenant: { id: 'anywhere' } },
      deliveryMode: 'expectReplies',
      ...more,
    });
    expect(status).toBe(200);
    const [reply] = body.activities ?? [];
    const card = (reply?.value?.body.value ?? reply?.attachments?.[0]?.content) as unknown as ChatCard;
    expect(strictProblems(card)).toEqual([]);
    return card;
  };
  return {
    says: (text: string) => send({ type: 'message', text }),
    /** Presses the button with this verb on a card, with what was filled in. */
    presses: (verb: string, card: CardPart, filled: object = {}) => {
      const button = partsOf(card).find((part) => part.type === 'Action.Execute' && part.verb === verb);
      if (!button) throw new Error(`no "${verb}" on the card:\n${textIn(card)}`);
      const action = { type: 'Action.Execute', verb, data: { ...(button.data as object), ...filled } };
      const value = { action, trigger: 'manual' };
      return send({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'card' });
    },
  };
}
