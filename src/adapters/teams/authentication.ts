import { type EndorsedKeys, KeysUnavailable } from './endorsed-keys.ts';
import type { Incoming } from './incoming.ts';
import type { Caller, Transport } from './transport.ts';
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
export type TokenAuthority = {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** Where the bot signs in, when that is elsewhere than in the public cloud. */
  readonly loginUrl?: string | undefined;
};

/** The Bot Framework service of the public cloud. */
export const botFrameworkAuthority: TokenAuthority = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

export type Identified =
  | { readonly caller: Caller }
  | { readonly failed: 'unauthorized' | 'keys-unavailable'; readonly error: unknown };

export type Checking = {
  readonly transport: Transport;
  readonly identity: BotIdentity;
  readonly authority: TokenAuthority;
  readonly isEndorsed: EndorsedKeys;
  /** Tokens that were found right a moment ago. */
  readonly verdicts: Verdicts<Caller>;
};

/**
 * Checks the token of a delivery, or remembers that it did a moment ago. Whatever goes wrong means "no". The packages would also
 * believe tokens of other issuers (emulator, skills) and ask them for keys, tokens that never end, and keys that speak
 * for no channel; what is certain without them is asked first.
 */
export async function identify(
  { transport, identity, authority, isEndorsed, verdicts }: Checking,
  activity: Incoming,
  authorization: string,
  now: number,
): Promise<Identified> {
  const authenticate = () => transport.authenticate(activity, authorization);
  try {
    if (identity.type === 'anonymous') return { caller: await authenticate() };
    const { channelId, serviceUrl } = activity;
    const occasion = { authorization, channelId, serviceUrl };
    const known = verdicts.recall(occasion, now);
    if (known) return { caller: known };
    const { iss, exp, kid } = claimed(authorization);
    if (iss !== authority.issuer) return no('the token is not from the channel service');
    if (typeof exp !== 'number') return no('the token never ends');
    if (!(await isEndorsed(kid))) return no('the key does not speak for Microsoft Teams');
    const caller = await authenticate();
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
const isOutage = (error: unknown): boolean => error instanceof KeysUnavailable;
