import { type Activity, type CloudAdapter, TurnContext } from 'botbuilder';
import type { Shown } from '../../core/shown.ts';
import type { Caller } from './authentication.ts';
import { fateOf } from './fate.ts';
import { asActivity, type Incoming } from './incoming.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card goes alone: with a text beside it Teams splits the message and it can no longer be updated. */
export const messageOf = (shown: Pick<Shown, 'card' | 'summary'>): Partial<Activity> => ({
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
export const replyInResponse = (activity: Incoming, shown: Shown): Partial<Activity> =>
  TurnContext.applyConversationReference(
    messageOf(shown),
    TurnContext.getConversationReference(asActivity(activity)),
  );

/**
 * Sends a card as the answer to an activity.
 * @param replaces id of a message that shows the card from now on; when it cannot be updated a new one is sent
 * @returns id of the message
 * @throws what the connector answered
 */
export async function sendCard(
  adapter: CloudAdapter,
  caller: Caller,
  activity: Incoming,
  shown: Shown,
  replaces?: string,
): Promise<string | undefined> {
  let id: string | undefined;
  let failure: unknown;
  await adapter.processActivityDirect(caller, asActivity(activity), async (context) => {
    try {
      id = (replaces && (await update(context, shown, replaces))) || (await send(context, shown));
    } catch (error) {
      failure = error;
    }
  });
  if (failure) throw failure;
  return id;
}

const send = async (context: TurnContext, shown: Shown): Promise<string | undefined> =>
  (await context.sendActivity(messageOf(shown)))?.id;

/** @returns `undefined` when the message is gone or may not be changed. @throws when it may be changed a little later */
async function update(context: TurnContext, shown: Shown, id: string): Promise<string | undefined> {
  try {
    await context.updateActivity({ ...messageOf(shown), id });
    return id;
  } catch (error) {
    if (fateOf(error, 'update', Date.now()).outcome === 'later') throw error;
    return undefined;
  }
}
