import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { BotIdentity, TokenAuthority } from '../authentication.ts';

/** The SDK's settings. With one of the endpoints given it takes none of its own, so all of them are here. */
export function createAuthentication(
  identity: BotIdentity,
  authority: TokenAuthority,
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
