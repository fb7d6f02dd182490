import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Encounters, Shows } from '../../src/core/ports/encounters.ts';
import type { Chat } from '../../src/core/ports/messenger.ts';
import type { Actor } from '../../src/core/turn.ts';
import { local, startWire, type Wire } from '../support/wire.ts';

const met: { actor: Actor; chat: Chat }[] = [];
const left: Actor[] = [];
const showed: Shows[] = [];
let broken = false;
const encounters: Encounters = {
  met: async (actor, chat) => {
    if (broken) throw new Error('the disk is full');
    met.push({ actor, chat });
  },
  left: async (actor) => void left.push(actor),
  showed: async (shows) => void showed.push(shows),
};

let wire: Wire;
beforeAll(async () => {
  wire = await startWire(local, undefined, { encounters });
});
beforeEach(() => {
  for (const list of [met, left, showed]) list.length = 0;
  broken = false;
});
afterAll(() => wire.close());

const person = { id: '33333333-3333-4333-8333-333333333333', name: 'Sachbearbeitung Amt 61' };
const execute = (verb: string, over: object = {}) =>
  wire.message('', {
    text: undefined,
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data: {} } },
    replyToId: 'card-1',
    ...over,
  });
const installed = (action: string) =>
  wire.message('', { type: 'installationUpdate', action, text: undefined });
const inGroup = { conversation: { id: '19:group', conversationType: 'groupChat', tenantId: 'anywhere' } };

describe('where somebody is reached', () => {
  test('is known as soon as they write in their personal chat', async () => {
    await wire.post(wire.message('hello'));
    expect(met).toEqual([
      {
        actor: person,
        chat: {
          conversationId: 'a:personal',
          conversationType: 'personal',
          serviceUrl: wire.connector.serviceUrl,
          tenantId: 'anywhere',
          botId: '28:lotse',
          botName: 'Lotse',
          userId: '29:staff',
        },
      },
    ]);
  });

  test('is known from the installation on, until the bot is removed', async () => {
    await wire.post(installed('add'));
    expect(met.map(({ actor }) => actor)).toEqual([person]);
    await wire.post(installed('remove'));
    expect(left).toEqual([person]);
  });

  test('stays known when a new version of the app comes', async () => {
    await wire.post(installed('remove-upgrade'));
    await wire.post(installed('add-upgrade'));
    expect(left).toEqual([]);
    expect(met.map(({ actor }) => actor)).toEqual([person]);
  });

  test('is not learnt from a group, from a pressed card or from an address that nothing may be sent to', async () => {
    await wire.post(wire.message('hello', inGroup));
    await wire.post(execute('test.in-place'));
    await wire.post(
      wire.message('', { text: undefined, value: { verb: 'test.in-place' }, replyToId: 'card-1' }),
    );
    const elsewhere = { serviceUrl: 'https://evil.example', deliveryMode: 'expectReplies' };
    await wire.post(wire.message('hello', elsewhere));
    expect(met).toEqual([]);
  });

  test('costs nobody an answer when it cannot be kept', async () => {
    broken = true;
    const { status } = await wire.post(wire.message('hello'));
    expect(status).toBe(200);
    expect(wire.connector.received.at(-1)?.activity.summary).toBe('echo: hello');
    expect(wire.logged).toContainEqual(
      expect.objectContaining({ event: 'encounter-not-kept', level: 'error' }),
    );
  });
});

describe('what a message shows', () => {
  const about = { kind: 'case', id: 'IT-1' };

  test('is known when an answer shows a case', async () => {
    await wire.post(wire.message('the case'));
    expect(showed).toMatchObject([
      {
        actor: person,
        conversationId: 'a:personal',
        messageId: `sent-${wire.connector.received.length}`,
        about,
        language: 'en',
        drawnAt: '2026-11-24T08:00:00.000Z',
      },
    ]);
  });

  test('is known when a click shows a case in place of the pressed card; the click brings no address', async () => {
    await wire.post(execute('test.in-place-case'));
    expect(showed).toMatchObject([{ messageId: 'card-1', about }]);
  });

  test('is known when a click shows something else in its place', async () => {
    await wire.post(execute('test.in-place'));
    expect(showed).toMatchObject([{ messageId: 'card-1' }]);
    expect(showed[0]?.about).toBeUndefined();
  });

  test('in a group is no case, although the card shows one', async () => {
    await wire.post(wire.message('the case', inGroup));
    await wire.post(execute('test.in-place-case', inGroup));
    expect(showed).toMatchObject([{ conversationId: '19:group', messageId: 'card-1' }]);
    expect(showed[0]?.about).toBeUndefined();
  });

  test('is not told of answers without a case, refusals, and what only stands in the response', async () => {
    await wire.post(wire.message('hello'));
    await wire.post(execute('test.refuse'));
    await wire.post(wire.message('the case', { deliveryMode: 'expectReplies' }));
    expect(showed).toEqual([]);
  });
});
