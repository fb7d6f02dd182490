import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { botFrameworkAuthority } from '../../src/adapters/teams/authentication.ts';
import { createTeamsDoor, type TeamsDoor } from '../../src/adapters/teams/door.ts';
import { createLanes } from '../../src/adapters/teams/lanes.ts';
import { createMessenger } from '../../src/adapters/teams/messenger.ts';
import { createPace } from '../../src/adapters/teams/pace.ts';
import type { OpenTransport } from '../../src/adapters/teams/transport.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Delivery } from '../../src/core/ports/messenger.ts';
import type { Shown } from '../../src/core/shown.ts';
import type { Turn } from '../../src/core/turn.ts';
import { renderPlain } from './echo-feature.ts';
import { type ConnectorAnswer, type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { type Claims, type FakeAuthority, startAuthority } from './token-authority.ts';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const trusted = 'https://smba.trafficmanager.net/emea/';
const clock = { now: () => new Date() };
const shown: Shown = {
  card: { type: 'AdaptiveCard' },
  summary: 'said',
  inPlace: false,
  notice: false,
  language: 'de',
};
const inPlace: Shown = { ...shown, inPlace: true };

/** What Lotse rests on, whatever package speaks to Teams. Whoever leaves one runs this on the other. */
export function transportContract(name: string, openTransport: OpenTransport): void {
  describe(`${name}: what comes in`, () => {
    let authority: FakeAuthority;
    let turns: Turn[];
    let door: TeamsDoor;
    beforeAll(async () => {
      authority = await startAuthority();
    });
    afterEach(() => {
      jest.restoreAllMocks();
    });
    afterAll(() => authority.close());
    beforeEach(() => {
      jest.spyOn(console, 'error').mockImplementation(() => {});
      turns = [];
      const identity = { type: 'secret', appId, tenantId, password: 'not used: nothing is sent' } as const;
      door = createTeamsDoor({
        transport: openTransport(identity, authority),
        identity,
        policy: { kind: 'tenant', appId, tenantId, connectorHosts: ['smba.trafficmanager.net'] },
        speaker: {
          answer: async (turn) => {
            turns.push(turn);
            return inPlace;
          },
          refuse: () => inPlace,
        },
        clock,
        log: silent,
        authority,
      });
    });

    const activity = (over: object = {}) => ({
      type: 'message',
      id: `m-${Math.random()}`,
      text: 'Wer ist zuständig?',
      channelId: 'msteams',
      serviceUrl: trusted,
      deliveryMode: 'expectReplies',
      from: { id: '29:staff', name: 'Amt 61', aadObjectId: '33333333-3333-4333-8333-333333333333' },
      recipient: { id: `28:${appId}` },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      ...over,
    });
    const deliver = async (body: object, claims: Claims | undefined = {}) =>
      door.receive({
        body,
        authorization: `Bearer ${await authority.token({ aud: appId, serviceurl: trusted, ...claims })}`,
        remoteAddress: '203.0.113.7',
      });

    test('a good token gets in, and the answer stands in the response', async () => {
      const answer = await deliver(activity());
      expect(answer.status).toBe(200);
      expect(turns).toMatchObject([{ kind: 'text', text: 'Wer ist zuständig?', scope: 'personal' }]);
      expect(JSON.stringify(answer.body)).toContain('AdaptiveCard');
    });

    test.each<[string, Claims]>([
      ['for another bot', { aud: '99999999-9999-4999-8999-999999999999' }],
      ['of another issuer', { iss: 'https://elsewhere.example.org' }],
      ['that is over', { expiresIn: -3600 }],
      ['that never ends', { expiresIn: null }],
      ['signed by somebody else', { forged: true }],
      ['of a key for another channel', { key: 'other' }],
      ['of a key for no channel', { key: 'none' }],
      ['for another address', { serviceurl: 'https://elsewhere.example.org/' }],
    ])('a token %s stays outside', async (_what, claims) => {
      const { status } = await deliver(activity(), claims);
      expect([401, 403]).toContain(status);
      expect(turns).toEqual([]);
    });

    test('without a token nobody gets in', async () => {
      const { status } = await door.receive({
        body: activity(),
        authorization: '',
        remoteAddress: '127.0.0.1',
      });
      expect(status).toBe(401);
      expect(turns).toEqual([]);
    });

    test('a click is answered with the card that takes its place', async () => {
      const action = { type: 'Action.Execute', verb: 'echo.press', data: { n: 1 } };
      const answer = await deliver(
        activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action }, text: undefined }),
      );
      expect(turns).toMatchObject([{ kind: 'action', verb: 'echo.press', data: { n: 1 } }]);
      expect(JSON.stringify(answer)).toContain('application/vnd.microsoft.card.adaptive');
    });

    test('when the keys cannot be loaded, the channel is asked to come again', async () => {
      const gone = await startAuthority();
      const token = await gone.token({ aud: appId, serviceurl: trusted });
      await gone.close();
      const identity = { type: 'secret', appId, tenantId, password: 'not used: nothing is sent' } as const;
      const blind = createTeamsDoor({
        transport: openTransport(identity, gone),
        identity,
        policy: { kind: 'tenant', appId, tenantId, connectorHosts: ['smba.trafficmanager.net'] },
        speaker: { answer: async () => shown, refuse: () => shown },
        clock,
        log: silent,
        authority: gone,
      });
      const delivery = { body: activity(), authorization: `Bearer ${token}`, remoteAddress: '203.0.113.7' };
      expect(await blind.receive(delivery)).toMatchObject({ status: 503 });
    });

    test('the same delivery again gets the same answer, and is one turn', async () => {
      const body = activity({ id: 'twice' });
      const [one, other] = [await deliver(body), await deliver(body)];
      expect(other).toEqual(one);
      expect(turns).toHaveLength(1);
    });
  });

  describe(`${name}: what goes out`, () => {
    let connector: FakeConnector;
    beforeEach(async () => {
      connector = await startFakeConnector();
    });
    afterEach(() => connector.close());
    const messenger = () =>
      createMessenger({
        transport: openTransport({ type: 'anonymous' }, botFrameworkAuthority, 300),
        policy: { kind: 'local' },
        renderCard: renderPlain,
        shorten: (reply) => ({ ...reply, card: 'test/short' }),
        inLane: createLanes(),
        pace: createPace(),
        clock,
        wait: async () => undefined,
        log: silent,
      });
    const chat = () => ({
      conversationId: 'a:itb-61',
      conversationType: 'personal',
      serviceUrl: connector.serviceUrl,
      tenantId: 'city',
      botId: '28:lotse',
      userId: '29:itb-61',
    });
    const reply = { card: 'test/notice', data: {}, summary: 'said', language: 'de' } as const;

    test('a message is one request, and its id is handed back', async () => {
      expect(await messenger().send(chat(), reply)).toEqual({ outcome: 'sent', messageId: 'sent-1' });
      expect(connector.received).toMatchObject([
        { method: 'POST', path: '/v3/conversations/a%3Aitb-61/activities', activity: { summary: 'said' } },
      ]);
    });

    test('an update goes to the message that it replaces', async () => {
      expect(await messenger().update(chat(), 'm 1/2', reply)).toMatchObject({ outcome: 'sent' });
      expect(connector.received).toMatchObject([
        { method: 'PUT', path: '/v3/conversations/a%3Aitb-61/activities/m%201%2F2' },
      ]);
    });

    test('what is too big is said short', async () => {
      connector.answerWith({ status: 413 });
      expect(await messenger().send(chat(), reply)).toMatchObject({ outcome: 'sent' });
      expect(connector.received.at(-1)?.activity.attachments?.[0]?.content.name).toBe('test/short');
    });

    test.each<[string, ConnectorAnswer, Delivery['outcome']]>([
      ['401', { status: 401 }, 'locked-out'],
      ['403 ConversationBlockedByUser', { status: 403, code: 'ConversationBlockedByUser' }, 'unreachable'],
      ['404', { status: 404, code: 'ConversationNotFound' }, 'later'],
      ['412', { status: 412 }, 'later'],
      ['429', { status: 429 }, 'later'],
      ['500', { status: 500 }, 'unsure'],
      ['502', { status: 502 }, 'later'],
      ['504', { status: 504 }, 'later'],
      ['a broken connection', 'reset', 'unsure'],
      ['silence', 'hang', 'unsure'],
    ])('%s: one request without hidden tries, and what is known then', async (_what, answer, outcome) => {
      connector.answerWith(answer);
      expect(await messenger().send(chat(), reply)).toMatchObject({ outcome });
      expect(connector.received).toHaveLength(1);
    });

    test('a connection that the channel is about to close is not used again', async () => {
      connector.answerWith({ status: 201, headers: { connection: 'keep-alive', 'keep-alive': 'timeout=2' } });
      const { send } = messenger();
      await send(chat(), reply);
      await setTimeout(1200);
      await send(chat(), reply);
      const [first, second] = connector.received.map(({ port }) => port);
      expect(second).not.toBe(first);
    });

    test('Retry-After is handed on', async () => {
      connector.answerWith({ status: 429, headers: { 'retry-after': '600' } });
      expect(await messenger().send(chat(), reply)).toMatchObject({ outcome: 'later', afterMs: 600_000 });
    });

    test('where nobody listens nothing was sent', async () => {
      await connector.close();
      expect(await messenger().send(chat(), reply)).toMatchObject({
        outcome: 'later',
        reason: 'ECONNREFUSED',
      });
      connector = await startFakeConnector();
    });

    test('what somebody writes is answered by a reply to it, and their correction in the same message', async () => {
      const identity = { type: 'anonymous' } as const;
      const door = createTeamsDoor({
        transport: openTransport(identity, botFrameworkAuthority, 300),
        identity,
        policy: { kind: 'local' },
        speaker: { answer: async () => shown, refuse: () => shown },
        clock,
        log: silent,
      });
      const question = {
        type: 'message',
        id: 'q 1',
        text: 'Wer ist zuständig?',
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        locale: 'de-DE',
        from: { id: '29:staff', name: null, aadObjectId: 'staff-61' },
        recipient: { id: '28:lotse', name: 'Lotse' },
        conversation: { id: '19:a/b@unq', conversationType: 'personal' },
      };
      const receive = (body: object) => door.receive({ body, authorization: '', remoteAddress: '127.0.0.1' });
      expect(await receive(question)).toMatchObject({ status: 200 });
      const edited = { type: 'messageUpdate', channelData: { eventType: 'editMessage' }, timestamp: 'later' };
      expect(await receive({ ...question, ...edited, text: 'Wer?' })).toMatchObject({ status: 200 });
      expect(connector.received).toMatchObject([
        {
          method: 'POST',
          path: '/v3/conversations/19%3Aa%2Fb%40unq/activities/q%201',
          activity: {
            type: 'message',
            replyToId: 'q 1',
            channelId: 'msteams',
            from: { id: '28:lotse' },
            recipient: { id: '29:staff', aadObjectId: 'staff-61' },
            conversation: { id: '19:a/b@unq' },
          },
        },
        { method: 'PUT', path: '/v3/conversations/19%3Aa%2Fb%40unq/activities/sent-1' },
      ]);
    });

    test('nothing goes to an address that is not ours', async () => {
      const elsewhere = { ...chat(), serviceUrl: 'https://evil.example' };
      expect(await messenger().send(elsewhere, reply)).toMatchObject({ outcome: 'unreachable' });
      expect(connector.received).toEqual([]);
    });
  });
}
