import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { type EndorsedKeys, KeysUnavailable } from './endorsed-keys.ts';
import type { Incoming } from './incoming.ts';
import { asActivity } from './incoming.ts';
import type { Verdicts } from './verdicts.ts';

/** As whom the bot signs in. `anonymous` accepts anybody: only behind a gate for this machine. */
export type BotIdentity =
  | { readonly type: 'anonymous' }
  | { readonly type: 'secret'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | {
      readonly type: 'certificate';
      readonly appId: string;
      readonly tenantId: string;
      readonly thumbprint: string;
      /** PEM. */
      readonly privateKey: string;
    }
  | { readonly type: 'managed-identity'; readonly appId: string; readonly tenantId: string };

/** Whose tokens are believed. */
export type TokenAuthority = { readonly issuer: string; readonly metadataUrl: string };

/** The Bot Framework service of the public cloud. */
export const botFrameworkAuthority: TokenAuthority = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/** The SDK's settings. With one of the endpoints given it takes none of its own, so all of them are here. */
export function createAuthentication(
  identity: BotIdentity,
  authority: TokenAuthority = botFrameworkAuthority,
): ConfigurationBotFrameworkAuthentication {
  const endpoints: ConfigurationBotFrameworkAuthenticationOptions = {
    ToBotFromChannelTokenIssuer: authority.issuer,
    ToBotFromChannelOpenIdMetadataUrl: authority.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl:
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    CallerId: 'urn:botframework:azure',
  };
  const credentials = new ConfigurationServiceClientCredentialFactory(credentialOptions(identity));
  return withOneTokenClient(new ConfigurationBotFrameworkAuthentication(endpoints, credentials));
}

/** The SDK makes a client for signing users in for every turn. Lotse never uses it and is always the same app. */
function withOneTokenClient(
  authentication: ConfigurationBotFrameworkAuthentication,
): ConfigurationBotFrameworkAuthentication {
  const make = authentication.createUserTokenClient.bind(authentication);
  let client: ReturnType<typeof make> | undefined;
  authentication.createUserTokenClient = (claims) => {
    client ??= make(claims);
    return client;
  };
  return authentication;
}

function credentialOptions(identity: BotIdentity): Record<string, string> {
  if (identity.type === 'anonymous') return {};
  const ids = { MicrosoftAppId: identity.appId, MicrosoftAppTenantId: identity.tenantId };
  switch (identity.type) {
    case 'secret':
      return { ...ids, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: identity.password };
    case 'certificate':
      return {
        ...ids,
        MicrosoftAppType: 'SingleTenant',
        CertificateThumbprint: identity.thumbprint,
        CertificatePrivateKey: identity.privateKey,
      };
    case 'managed-identity':
      return { ...ids, MicrosoftAppType: 'UserAssignedMSI' };
  }
}

export type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
export type Identified =
  | { readonly caller: Caller }
  | { readonly failed: 'unauthorized' | 'keys-unavailable'; readonly error: unknown };

export type Checking = {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly identity: BotIdentity;
  readonly authority: TokenAuthority;
  readonly isEndorsed: EndorsedKeys;
  /** Tokens that were found right a moment ago. */
  readonly verdicts: Verdicts<Caller>;
};

/**
 * Checks the token of a delivery, or remembers that it did a moment ago. Whatever goes wrong means "no". The SDK would also believe tokens of other
 * issuers (emulator, skills) and ask them for keys, tokens that never end, and keys that speak for no channel.
 */
export async function identify(
  { authentication, identity, authority, isEndorsed, verdicts }: Checking,
  activity: Incoming,
  authorization: string,
  now: number,
): Promise<Identified> {
  const authenticate = () => authentication.authenticateRequest(asActivity(activity), authorization);
  try {
    if (identity.type === 'anonymous') return { caller: await authenticate() };
    const { channelId, serviceUrl } = activity;
    const occasion = { authorization, channelId, serviceUrl };
    const known = verdicts.recall(occasion, now);
    if (known) return { caller: known };
    const { iss, exp, kid } = claimed(authorization);
    if (iss !== authority.issuer) return no('the token is not from the channel service');
    if (typeof exp !== 'number') return no('the token never ends');
    const caller = await authenticate();
    if (!(await isEndorsed(kid))) return no('the key does not speak for Microsoft Teams');
    verdicts.remember(occasion, caller, exp, now);
    return { caller };
  } catch (error) {
    return { failed: isOutage(error) ? 'keys-unavailable' : 'unauthorized', error };
  }
}

const no = (reason: string): Identified => ({ failed: 'unauthorized', error: new Error(reason) });

/** What a token says of itself, not yet verified. @throws when it is no token */
function claimed(authorization: string) {
  const [head = '', payload = ''] = authorization.replace(/^Bearer /, '').split('.');
  const { kid } = read(head);
  const { iss, exp } = read(payload);
  return { iss, exp, kid: String(kid) };
}

const read = (part: string): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

/** The signing keys could not be loaded: nobody's fault at the other end, so they should try again. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof KeysUnavailable ||
    error.name === 'FetchError' ||
    (error as { statusCode?: unknown }).statusCode === 500);
