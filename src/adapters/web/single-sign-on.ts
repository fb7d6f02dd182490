import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';

/** Whose tokens are believed: those that Entra made for this app, for people of this tenant, asked for by Teams. */
export type TokenRules = {
  readonly tenantId: string;
  /** Client id of this app, as it stands in `aud` of a v2 token. */
  readonly appId: string;
  /** Client ids of the programs that may ask for a token. */
  readonly clients: readonly string[];
};

/**
 * Teams and Microsoft 365 as clients, from Microsoft's documentation: Teams (desktop, phone), Teams (web), Microsoft 365
 * (web, desktop), Outlook (desktop, web).
 */
export const teamsClients: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
];

/** The scope that the tabs ask for; it stands in the app registration. */
export const tabScope = 'access_as_user';

/** Clocks of two machines may differ by so many seconds. */
const tolerance = 120;

export type SignedIn =
  | { readonly actor: { readonly id: string; readonly name: string } }
  /** `keys-unavailable` is nobody's fault at the other end: they should try again. */
  | { readonly failed: 'unauthorized' | 'keys-unavailable'; readonly reason: string };

const Claims = z.object({
  ver: z.literal('2.0'),
  oid: z.guid(),
  tid: z.string(),
  azp: z.string(),
  scp: z.string(),
  name: z.string().max(200).catch(''),
  /** 1 stands for a guest, where the app registration asks for the claim. */
  acct: z.union([z.literal(0), z.literal('0')]).optional(),
  /** Only in tokens of people whose home is elsewhere. */
  idp: z.never().optional(),
  idtyp: z.literal('user').optional(),
});

/** Where Entra publishes the keys of a tenant. */
export const entraKeys = (tenantId: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`), {
    timeoutDuration: 4000,
  });

/** Says who sent a request by its bearer token. @param keys those of the tenant; tests bring their own */
export function createSignIn({ tenantId, appId, clients }: TokenRules, keys: JWTVerifyGetKey) {
  const check = { algorithms: ['RS256' as const], audience: appId, clockTolerance: tolerance };
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

  return async (authorization: string, now: Date): Promise<SignedIn> => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization) ?? [];
    if (!token) return no('there is no bearer token');
    try {
      const requiredClaims = ['exp', 'nbf', 'iat'];
      const { payload } = await jwtVerify(token, keys, {
        ...check,
        issuer,
        requiredClaims,
        currentDate: now,
      });
      return personIn(payload, tenantId, clients);
    } catch (error) {
      return isOutage(error) ? { failed: 'keys-unavailable', reason: reasonOf(error) } : no(reasonOf(error));
    }
  };
}

function personIn(payload: JWTPayload, tenantId: string, clients: readonly string[]): SignedIn {
  const claims = Claims.safeParse(payload);
  if (!claims.success) {
    return no(`claims: ${claims.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  }
  const { oid, tid, azp, scp, name } = claims.data;
  if (tid !== tenantId) return no('another tenant');
  if (!clients.includes(azp)) return no('asked for by a program that may not');
  if (!scp.split(' ').includes(tabScope)) return no('the scope is missing');
  return { actor: { id: oid.toLowerCase(), name } };
}

const no = (reason: string): SignedIn => ({ failed: 'unauthorized', reason });

/** The keys could not be asked for, or what came was none. A key that is not among them is a wrong token. */
const isOutage = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  !(error instanceof errors.JOSEError);

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
