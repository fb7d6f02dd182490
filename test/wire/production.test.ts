import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Config } from '../../src/app/config.ts';
import { type Claims, type FakeAuthority, startAuthority } from '../support/token-authority.ts';
import { startWire, type Wire } from '../support/wire.ts';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const production: Config = {
  mode: 'production',
  host: '127.0.0.1',
  port: 0,
  dataDir: 'unused',
  directoryDir: 'unused',
  logLevel: 'silent',
  connectorHosts: ['smba.trafficmanager.net'],
  identity: { type: 'secret', appId, tenantId, password: 'not used: nothing is sent' },
};

let authority: FakeAuthority;
let wire: Wire;
beforeAll(async () => {
  authority = await startAuthority();
  wire = await startWire(production, authority);
});
afterAll(async () => {
  await wire.close();
  await authority.close();
});
beforeEach(() => {
  // The SDK prints every refused token.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  afterEach(() => {
    jest.restoreAllMocks();
  });
});

const right = {
  serviceUrl,
  deliveryMode: 'expectReplies',
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
};
const bearer = async (claims: Claims = {}) => ({
  authorization: `Bearer ${await authority.token({ aud: appId, serviceurl: serviceUrl, ...claims })}`,
});
const ask = async (over: object, headers: Record<string, string>) =>
  wire.post(wire.message('Wer ist zuständig?', { ...right, ...over }), headers);

async function expectRefused(answer: Awaited<ReturnType<typeof ask>>, status: number, code: string) {
  expect(answer).toMatchObject({ status, body: { error: { code } } });
  expect(wire.turns).toEqual([]);
  expect(wire.connector.received).toEqual([]);
}

describe('in production a token', () => {
  test('that is missing is refused', async () => {
    await expectRefused(await ask({}, {}), 401, 'unauthorized');
  });

  test.each<[string, Claims]>([
    ['that was signed with another key', { forged: true }],
    ['that is over', { expiresIn: -3600 }],
    ['that never ends', { expiresIn: null }],
    ['of a key for another channel', { key: 'other' }],
    ['of a key for no channel', { key: 'none' }],
    ['of a key that says nothing of channels', { key: 'silent' }],
    ['for another bot', { aud: '99999999-9999-4999-8999-999999999999' }],
    ['of another issuer', { iss: 'https://evil.example.org' }],
    [
      'of the issuer of emulator tokens',
      { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
    ],
    ['for another service URL', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
  ])('%s is refused', async (_what, claims) => {
    await expectRefused(await ask({}, await bearer(claims)), 401, 'unauthorized');
  });

  test.each([['Bearer'], ['Bearer x.y.z'], ['Basic bG90c2U6bG90c2U='], ['Bearer a b c']])(
    'that is none is refused: %s',
    async (authorization) => {
      await expectRefused(await ask({}, { authorization }), 401, 'unauthorized');
    },
  );

  test('without a signature is refused', async () => {
    const [, payload] = (await bearer()).authorization.replace('Bearer ', '').split('.');
    const header = Buffer.from('{"alg":"none","kid":"usual"}').toString('base64url');
    await expectRefused(
      await ask({}, { authorization: `Bearer ${header}.${payload}.` }),
      401,
      'unauthorized',
    );
  });

  test('is checked before anything is said about the activity', async () => {
    await expectRefused(await ask({ channelId: 'slack' }, {}), 401, 'unauthorized');
  });
});

describe('behind a right token', () => {
  test.each<[string, object, string]>([
    ['another channel', { channelId: 'webchat' }, 'unauthorized'],
    ['no channel, which the SDK lets pass', { channelId: '' }, 'wrong-channel'],
    [
      'another tenant in the conversation',
      { conversation: { ...right.conversation, tenantId: appId } },
      'wrong-tenant',
    ],
    ['another tenant in the channel data', { channelData: { tenant: { id: appId } } }, 'wrong-tenant'],
    ['no tenant', { channelData: {} }, 'wrong-tenant'],
    ['another recipient', { recipient: { id: '28:other' } }, 'wrong-recipient'],
    ['no Entra id', { from: { id: '29:x' } }, 'no-identity'],
    ['an Entra id that is no GUID', { from: { id: '29:x', aadObjectId: 'admin' } }, 'no-identity'],
  ])('%s is refused', async (_what, over, code) => {
    await expectRefused(await ask(over, await bearer()), code === 'unauthorized' ? 401 : 403, code);
  });

  test.each([
    ['an unknown host', 'https://evil.example.org/'],
    ['a host of anybody in the shared domain', 'https://evil.trafficmanager.net/'],
    ['plain http', 'http://smba.trafficmanager.net/'],
    ['another port', 'https://smba.trafficmanager.net:8443/'],
    ['a user in the address', 'https://smba.trafficmanager.net@evil.example.org/'],
    ['no service URL', ''],
  ])('a service URL with %s is refused', async (_what, url) => {
    const answer = await ask({ serviceUrl: url }, await bearer({ serviceurl: url }));
    await expectRefused(answer, 403, 'wrong-service-url');
  });

  test('a notice without a person is dropped quietly', async () => {
    const notice = { type: 'conversationUpdate', from: { id: '29:x' } };
    expect((await ask(notice, await bearer())).status).toBe(200);
    expect(wire.turns).toEqual([]);
  });

  test('a question of our own people is answered', async () => {
    const { status, body } = await ask({}, await bearer());
    expect(status).toBe(200);
    expect(body.activities).toHaveLength(1);
    expect(wire.turns).toHaveLength(1);
  });
});

describe('a token that was found right', () => {
  test('is believed for the same channel and address, and for nothing else', async () => {
    const once = await bearer();
    expect((await ask({}, once)).status).toBe(200);
    expect((await ask({ id: 'second' }, once)).status).toBe(200);
    const elsewhere = await ask({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }, once);
    expect(elsewhere.status).toBe(401);
    const [head, payload, signature] = once.authorization.split('.');
    const forged = `${head}.${payload}.${signature?.slice(0, -2)}AA`;
    expect((await ask({}, { authorization: forged })).status).toBe(401);
  });
});

test('when the signing keys cannot be loaded, Teams is asked to try again', async () => {
  const lost = await startWire(production, { ...authority, metadataUrl: 'http://127.0.0.1:1/openid' });
  const answer = await lost.post(lost.message('Hallo', right), await bearer());
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'keys-unavailable' } } });
  expect(lost.turns).toEqual([]);
  await lost.close();
});
