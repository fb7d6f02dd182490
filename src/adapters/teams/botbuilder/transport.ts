import { type Activity, CloudAdapter, type ConversationReference, type TurnContext } from 'botbuilder';
import type { Chat } from '../../../core/ports/messenger.ts';
import { placeOf } from '../chat.ts';
import { KeysUnavailable } from '../endorsed-keys.ts';
import type { Incoming } from '../incoming.ts';
import { type Caller, type Message, type OpenTransport, usualPatience } from '../transport.ts';
import { createAuthentication } from './authentication.ts';
import { createConnectors, withKeptConnectors } from './connectors.ts';

/** Whom the SDK believes a delivery comes from. */
type Authenticated = Parameters<CloudAdapter['processActivityDirect']>[0] & object;

/** The part of the SDK's client that its types keep to themselves. */
type Credentials = { readonly getToken?: () => Promise<string> };

/** Speaks to Teams through `botbuilder`. */
export const openBotbuilder: OpenTransport = (identity, authority, patience = usualPatience) => {
  const authentication = withKeptConnectors(createAuthentication(identity, authority), patience);
  const adapter = new CloudAdapter(authentication);
  const withConnector = createConnectors(patience);
  const appId = identity.type === 'anonymous' ? '' : identity.appId;

  const callerWith = (authenticated: () => Authenticated | Promise<Authenticated>): Caller => {
    const inTurn = async <T>(activity: Incoming, work: (context: TurnContext) => Promise<T>): Promise<T> => {
      let result: Promise<T> | undefined;
      await adapter.processActivityDirect(await authenticated(), asActivity(activity), async (context) => {
        result = work(context);
        // What it throws is the caller's, not the SDK's.
        await result.catch(() => undefined);
      });
      return opened(result);
    };
    return {
      async token({ serviceUrl }) {
        if (identity.type === 'anonymous' || !serviceUrl) return undefined;
        const { connectorFactory, audience } = await authenticated();
        const client: unknown = await connectorFactory?.create(serviceUrl, audience);
        return (client as { credentials?: Credentials } | undefined)?.credentials?.getToken?.();
      },
      send: (activity, message) =>
        inTurn(activity, async (context) => (await context.sendActivity(asMessage(message)))?.id),
      update: (activity, id, message) =>
        inTurn(
          activity,
          async (context) => void (await context.updateActivity({ ...asMessage(message), id })),
        ),
    };
  };

  const inChat = async <T>(chat: Chat, work: (context: TurnContext) => Promise<T>): Promise<T> => {
    let result: Promise<T> | undefined;
    await adapter.continueConversationAsync(appId, referenceOf(chat), async (context) => {
      // Nothing that was said is answered: without this the SDK would answer a message that never was.
      context.activity.id = '';
      result = work(context);
      await result.catch(() => undefined);
    });
    return opened(result);
  };

  return {
    async authenticate(activity, authorization) {
      const ask = () => authentication.authenticateRequest(asActivity(activity), authorization);
      // Anybody may: the SDK is asked only when it takes one to send something.
      if (identity.type === 'anonymous') return callerWith(async () => withConnector(await ask()));
      try {
        const authenticated = withConnector(await ask());
        return callerWith(() => authenticated);
      } catch (error) {
        throw isOutage(error) ? new KeysUnavailable(error) : error;
      }
    },
    send: async (chat, message) =>
      (await inChat(chat, (context) => context.sendActivity(asMessage(message))))?.id || undefined,
    update: async (chat, id, message) =>
      void (await inChat(chat, (context) => context.updateActivity({ ...asMessage(message), id }))),
  };
};

function opened<T>(result: Promise<T> | undefined): Promise<T> {
  if (!result) throw new Error('the SDK did not open the conversation');
  return result;
}

/** The signing keys could not be loaded. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'FetchError' || (error as { statusCode?: unknown }).statusCode === 500);

/** The same activity for the SDK, whose type promises more than the wire keeps. */
const asActivity = (activity: Incoming): Activity => activity as unknown as Activity;

const asMessage = ({ attachments, ...message }: Message): Partial<Activity> => ({
  ...message,
  attachments: [...attachments],
});

function referenceOf(chat: Chat): Partial<ConversationReference> & { readonly serviceUrl: string } {
  const { serviceUrl, bot, user, conversation } = placeOf(chat);
  return { channelId: 'msteams', serviceUrl, bot, user, conversation };
}
