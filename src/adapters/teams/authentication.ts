import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Incoming } from './incoming.ts';
import { asActivity } from './incoming.ts';

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

/**
 * Checks the token of a delivery. Whatever goes wrong means "no". The SDK would also believe tokens of other
 * issuers (emulator, skills) and ask them for keys; here only the channel service's count.
 */
export async function identify(
  authentication: ConfigurationBotFrameworkAuthentication,
  identity: BotIdentity,
  authority: TokenAuthority,
  activity: Incoming,
  authorization: string,
): Promise<Identified> {
  try {
    if (identity.type !== 'anonymous' && claimedIssuer(authorization) !== authority.issuer) {
      return { failed: 'unauthorized', error: new Error('the token is not from the channel service') };
    }
    return { caller: await authentication.authenticateRequest(asActivity(activity), authorization) };
  } catch (error) {
    return { failed: isOutage(error) ? 'keys-unavailable' : 'unauthorized', error };
  }
}

/** The issuer that a token names, not yet verified. @throws when it is no token */
function claimedIssuer(authorization: string): unknown {
  const payload = authorization.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')).iss;
}

/** The signing keys could not be loaded: nobody's fault at the other end, so they should try again. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'FetchError' || (error as { statusCode?: unknown }).statusCode === 500);
