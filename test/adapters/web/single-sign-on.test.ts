import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  createLocalJWKSet,
  errors,
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { createSignIn, teamsClients } from '../../../src/adapters/web/single-sign-on.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const appId = '22222222-2222-4222-8222-222222222222';
const oid = '33333333-3333-4333-8333-33333333333A';
const now = new Date('2026-11-24T08:00:00Z');
const seconds = now.getTime() / 1000;
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

const good = {
  ver: '2.0',
  oid,
  tid: tenantId,
  azp: teamsClients[0],
  scp: 'access_as_user',
  name: 'Sachbearbeitung Amt 61',
  iss: issuer,
  aud: appId,
  iat: seconds - 60,
  nbf: seconds - 60,
  exp: seconds + 3600,
};

let genuine: GenerateKeyPairResult;
let forger: GenerateKeyPairResult;
let signIn: ReturnType<typeof createSignIn>;

beforeAll(async () => {
  [genuine, forger] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const keys = createLocalJWKSet({
    keys: [{ ...(await exportJWK(genuine.publicKey)), kid: 'k1', alg: 'RS256' }],
  });
  signIn = createSignIn({ tenantId, appId, clients: teamsClients }, keys);
});

const token = (claims: object, key = genuine, kid = 'k1'): Promise<string> =>
  new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'RS256', kid }).sign(key.privateKey);

const without = (name: keyof typeof good): object =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('a token of Entra', () => {
  test('says who sent the request', async () => {
    const signedIn = await signIn(`Bearer ${await token(good)}`, now);
    expect(signedIn).toEqual({ actor: { id: oid.toLowerCase(), name: 'Sachbearbeitung Amt 61' } });
  });

  test('may come two minutes late, and no later', async () => {
    const late = { ...good, exp: seconds - 100 };
    expect(await signIn(`Bearer ${await token(late)}`, now)).toHaveProperty('actor');
    const tooLate = { ...good, exp: seconds - 130 };
    expect(await signIn(`Bearer ${await token(tooLate)}`, now)).toMatchObject({ failed: 'unauthorized' });
  });

  test.each<readonly [string, object]>([
    ['of another tenant', { ...good, tid: '99999999-9999-4999-8999-999999999999' }],
    ['of another issuer', { ...good, iss: issuer.replace(tenantId, 'common') }],
    ['of version 1', { ...good, ver: '1.0', iss: `https://sts.windows.net/${tenantId}/` }],
    ['for another app', { ...good, aud: 'api://lotse.example.org' }],
    ['that another program asked for', { ...good, azp: '44444444-4444-4444-8444-444444444444' }],
    ['without the program that asked for it', without('azp')],
    ['without the scope', { ...good, scp: 'User.Read' }],
    ['with a scope that only looks like it', { ...good, scp: 'access_as_user_other' }],
    ['without a scope, as programs have', without('scp')],
    ['of a program', { ...good, idtyp: 'app' }],
    ['of a guest', { ...good, acct: 1 }],
    ['of somebody whose home is elsewhere', { ...good, idp: 'https://sts.windows.net/other/' }],
    ['without a person', without('oid')],
    ['whose person is no id', { ...good, oid: 'staff-61' }],
    ['that never ends', without('exp')],
    ['without a beginning', without('nbf')],
    ['that begins later', { ...good, nbf: seconds + 600 }],
  ])('%s is refused', async (_what, claims) => {
    expect(await signIn(`Bearer ${await token(claims)}`, now)).toMatchObject({ failed: 'unauthorized' });
  });

  test('signed with another key is refused, under a known id or an unknown one', async () => {
    for (const kid of ['k1', 'k2'])
      expect(await signIn(`Bearer ${await token(good, forger, kid)}`, now)).toMatchObject({
        failed: 'unauthorized',
      });
  });

  test('signed with a shared secret or not at all is refused', async () => {
    const secret = new TextEncoder().encode('a secret that is long enough for it');
    const shared = await new SignJWT(good as JWTPayload)
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(secret);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none', kid: 'k1' })}.${part(good)}.AA`;
    for (const wrong of [shared, none])
      expect(await signIn(`Bearer ${wrong}`, now)).toMatchObject({ failed: 'unauthorized' });
  });

  test.each(['', 'Bearer ', 'Bearer x', 'Basic YTpi', 'Bearer a.b.c d'])('"%s" is none', async (header) => {
    expect(await signIn(header, now)).toMatchObject({ failed: 'unauthorized' });
  });

  test('that cannot be checked now is nobody’s fault', async () => {
    const away = createSignIn({ tenantId, appId, clients: teamsClients }, async () => {
      throw new errors.JWKSTimeout();
    });
    expect(await away(`Bearer ${await token(good)}`, now)).toMatchObject({ failed: 'keys-unavailable' });
  });
});
