import { Activity } from '@microsoft/agents-activity';
import {
  type AuthConfiguration,
  AuthType,
  ConnectorClient,
  MsalTokenProvider,
} from '@microsoft/agents-hosting';
import type { BotIdentity, TokenAuthority } from '../authentication.ts';
import { placeOf } from '../chat.ts';
import { addressed } from '../send.ts';
import { type Caller, type Message, type OpenTransport, usualPatience } from '../transport.ts';
import { checkToken } from './check-token.ts';
import { failureOf } from './failure.ts';

/** Whom the bot's own tokens are for. */
const channelService = 'https://api.botframework.com';

/**
 * Speaks to Teams through `@microsoft/agents-hosting`, the successor of `botbuilder`. Experimental: what goes over the
 * wire is tested here, Microsoft's own services have not seen it.
 */
export const openAgents: OpenTransport = (identity, authority, patience = usualPatience) => {
  const settings = settingsOf(identity, authority);
  const tokens = new MsalTokenProvider(settings);
  const isRight = checkToken(settings);

  const token = async (): Promise<string | undefined> =>
    identity.type === 'anonymous' ? undefined : tokens.getAccessToken(channelService);
  const connector = async (serviceUrl: string): Promise<ConnectorClient> => {
    const own = (await token()) ?? '';
    return inTime(ConnectorClient.createClientWithToken(serviceUrl, own), patience);
  };
  const said = async <T>(serviceUrl: string, work: (client: ConnectorClient) => Promise<T>): Promise<T> => {
    try {
      return await work(await connector(serviceUrl));
    } catch (error) {
      throw failureOf(error);
    }
  };

  const caller: Caller = {
    token,
    send: async (activity, message) => {
      const reply = addressed(activity, message);
      const [conversation, question] = [pathOf(activity.conversation?.id), activity.id];
      const body = asActivity(reply);
      const { id } = await said(activity.serviceUrl ?? '', (client) =>
        // The package writes the id of the message into the path by itself, that of the conversation as it is.
        question
          ? client.replyToActivity(conversation, question, body)
          : client.sendToConversation(conversation, body),
      );
      return id || undefined;
    },
    update: async (activity, id, message) => {
      const body = asActivity({ ...addressed(activity, message), id });
      await said(activity.serviceUrl ?? '', (client) =>
        client.updateActivity(pathOf(activity.conversation?.id), pathOf(id), body),
      );
    },
  };

  return {
    async authenticate(activity, authorization) {
      if (identity.type !== 'anonymous') await isRight(authorization, activity.serviceUrl);
      return caller;
    },
    async send(chat, message) {
      const { serviceUrl, conversation, ...place } = placeOf(chat);
      const body = asActivity(inPlace(message, { serviceUrl, conversation, ...place }));
      const { id } = await said(serviceUrl, (client) =>
        client.sendToConversation(pathOf(conversation.id), body),
      );
      return id || undefined;
    },
    async update(chat, id, message) {
      const place = placeOf(chat);
      const body = asActivity({ ...inPlace(message, place), id });
      await said(place.serviceUrl, (client) =>
        client.updateActivity(pathOf(place.conversation.id), pathOf(id), body),
      );
    },
  };
};

function settingsOf(identity: BotIdentity, { loginUrl }: TokenAuthority): AuthConfiguration {
  if (identity.type === 'anonymous') return {};
  const { appId: clientId, tenantId } = identity;
  const common = { clientId, tenantId, ...(loginUrl ? { authorityEndpoint: loginUrl } : {}) };
  switch (identity.type) {
    case 'secret':
      return { ...common, authType: AuthType.ClientSecret, clientSecret: identity.password };
    case 'managed-identity':
      return { ...common, authType: AuthType.UserManagedIdentity };
    case 'certificate':
      throw new Error('this transport does not sign in with a certificate');
  }
}

const inPlace = (message: Message, { serviceUrl, conversation, bot, user }: ReturnType<typeof placeOf>) => ({
  ...message,
  channelId: 'msteams',
  serviceUrl,
  conversation,
  from: bot,
  recipient: user,
});

/** The package wants one of its own; its check of the fields would refuse what the wire sends (`null` for a name). */
const asActivity = (fields: Readonly<Record<string, unknown>> & Pick<Message, 'type'>): Activity =>
  Object.assign(new Activity(fields.type), fields);

const pathOf = (id: string | null | undefined): string => encodeURIComponent(id ?? '');

/** The package waits for ever. */
function inTime(client: ConnectorClient, patience: number): ConnectorClient {
  const { httpClient } = client;
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (config) => request({ ...config, timeout: patience });
  return client;
}
