import type { Shown } from '../../core/shown.ts';
import { fateOf } from './fate.ts';
import type { Incoming } from './incoming.ts';
import type { Caller, Message } from './transport.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card goes alone: with a text beside it Teams splits the message and it can no longer be updated. */
export const messageOf = (shown: Pick<Shown, 'card' | 'summary'>): Message => ({
  type: 'message',
  summary: shown.summary,
  attachments: [{ contentType: cardType, content: shown.card }],
});

/** What an `Action.Execute` gets back: the card that takes the place of the pressed one. */
export const cardResponse = (shown: Shown): object => ({
  statusCode: 200,
  type: cardType,
  value: shown.card,
});

/** The same when the answer went out as a message of its own. */
export const messageResponse = (shown: Shown): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: shown.summary,
});

/** The answer as the sender finds it in the response when it expects replies: addressed, but not sent. */
export const replyInResponse = (activity: Incoming, shown: Shown): object =>
  addressed(activity, messageOf(shown));

/** A message as the answer to an activity: the other way round, in the same place. */
export const addressed = (
  { channelId, locale, serviceUrl, conversation, from, recipient, id }: Incoming,
  message: Message,
) => ({
  ...message,
  channelId,
  locale,
  serviceUrl,
  conversation,
  from: recipient,
  recipient: from,
  ...(id ? { replyToId: id } : {}),
});

/**
 * Sends a card as the answer to an activity.
 * @param replaces id of a message that shows the card from now on; when it cannot be updated a new one is sent
 * @returns id of the message
 * @throws what the connector answered
 */
export async function sendCard(
  caller: Caller,
  activity: Incoming,
  shown: Shown,
  replaces?: string,
): Promise<string | undefined> {
  const message = messageOf(shown);
  if (replaces && (await isUpdated(caller, activity, message, replaces))) return replaces;
  return caller.send(activity, message);
}

/** @returns whether it was; not when it is gone or may not be changed. @throws when it may be a little later */
async function isUpdated(caller: Caller, activity: Incoming, message: Message, id: string): Promise<boolean> {
  try {
    await caller.update(activity, id, message);
    return true;
  } catch (error) {
    if (fateOf(error, 'update', Date.now()).outcome === 'later') throw error;
    return false;
  }
}
