import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { botId, startWire, type Wire } from '../support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.close());

const lastSent = () => wire.connector.received.at(-1);
const cardOf = (sent: ReturnType<typeof lastSent>) => sent?.activity.attachments?.[0]?.content;
const mention = `<at>Lotse</at>`;
const mentionEntity = { type: 'mention', text: mention, mentioned: { id: botId, name: 'Lotse' } };

describe('a question in the personal chat', () => {
  test('is answered with one card that stands alone', async () => {
    const { status } = await wire.post(wire.message('Wer ist zuständig?', { id: 'q1' }));
    expect(status).toBe(200);
    expect(lastSent()).toMatchObject({
      method: 'POST',
      path: '/v3/conversations/a%3Apersonal/activities/q1',
    });
    expect(lastSent()?.activity).toMatchObject({ type: 'message', summary: 'echo: Wer ist zuständig?' });
    expect(lastSent()?.activity.text).toBeUndefined();
    expect(cardOf(lastSent())).toMatchObject({ name: 'test/echo', data: { said: 'Wer ist zuständig?' } });
  });

  test('becomes a turn with the Entra id as identity and the language of the text', async () => {
    await wire.post(wire.message('Who approves EDV-Arbeitsplätze?', { id: 'q2' }));
    expect(wire.turns.at(-1)).toEqual({
      kind: 'text',
      id: 'q2',
      text: 'Who approves EDV-Arbeitsplätze?',
      edited: false,
      actor: { id: '33333333-3333-4333-8333-333333333333', name: 'Sachbearbeitung Amt 61' },
      scope: 'personal',
      conversationId: 'a:personal',
      language: 'en',
      ownChat: `https://teams.microsoft.com/l/chat/0/0?users=${botId}`,
      at: '2026-11-24T08:00:00.000Z',
    });
  });

  test('with expectReplies gets its replies in the response and sends nothing', async () => {
    const before = wire.connector.received.length;
    const { body } = await wire.post(wire.message('Hallo', { deliveryMode: 'expectReplies' }));
    expect(body.activities).toHaveLength(1);
    expect(body.activities?.[0]?.attachments?.[0]?.content).toMatchObject({ data: { said: 'Hallo' } });
    expect(wire.connector.received.length).toBe(before);
  });

  test.each([
    ['none', undefined],
    ['one that is not reachable', 'https://smba.example.org/emea/'],
  ])('with expectReplies needs no service URL: %s', async (_which, serviceUrl) => {
    const { status, body } = await wire.post(
      wire.message('Hallo', { serviceUrl, deliveryMode: 'expectReplies', recipient: undefined }),
    );
    expect(status).toBe(200);
    expect(body.activities).toHaveLength(1);
  });
});

describe('a mention', () => {
  test.each([
    ['groupChat', '19:group@thread.v2'],
    ['channel', '19:channel@thread.tacv2;messageid=1'],
  ])('in a %s is heard without the mention and answered there', async (conversationType, id) => {
    await wire.post(
      wire.message(`${mention}&nbsp;wer macht&nbsp;<b>Open Data</b>?`, {
        entities: [mentionEntity],
        conversation: { id, conversationType, isGroup: true },
      }),
    );
    expect(wire.turns.at(-1)).toMatchObject({
      text: 'wer macht Open Data?',
      scope: conversationType,
      conversationId: id,
    });
    expect(lastSent()?.path).toContain(encodeURIComponent(id));
  });

  test('alone gets a hint what to write', async () => {
    await wire.post(wire.message(`${mention} `, { entities: [mentionEntity] }));
    expect(cardOf(lastSent())).toMatchObject({ name: 'shared/refusal', data: { title: 'Hinweis' } });
  });
});

describe('where others read along', () => {
  const inGroup = { conversation: { id: '19:g@thread.v2', conversationType: 'groupChat', isGroup: true } };
  const press = (over: object) =>
    wire.message('', {
      text: undefined,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'test.private', data: {} } },
      replyToId: 'card-1',
      ...over,
    });

  test('what is for one person does not happen; one line and a link lead to the own chat', async () => {
    const before = wire.turns.length;
    const { body } = await wire.post(press(inGroup));
    expect(wire.turns.length).toBe(before);
    expect(body.value).toMatchObject({
      name: 'shared/refusal',
      data: {
        text: 'Das besprechen wir unter uns, im persönlichen Chat mit mir.',
        way: {
          title: 'Chat mit Lotse öffnen',
          url: `https://teams.microsoft.com/l/chat/0/0?users=${botId}`,
        },
      },
    });
    await wire.post(press({}));
    expect(wire.turns.at(-1)).toMatchObject({ verb: 'test.private', scope: 'personal' });
  });

  // The type is missing on some events; what speaks of others counts.
  test.each([
    [{ id: 'a:one' }, {}, 'personal'],
    [{ id: 'a:one', isGroup: true }, {}, 'groupChat'],
    [{ id: '19:one@thread.v2' }, {}, 'groupChat'],
    [{ id: 'a:one', conversationType: 'meeting' }, {}, 'groupChat'],
    [{ id: 'a:one' }, { team: { id: '19:team' } }, 'channel'],
    [{ id: 'a:one', conversationType: 'personal' }, {}, 'personal'],
  ])('only what is known to be personal is: %j %j is %s', async (conversation, channelData, scope) => {
    await wire.post(wire.message('wo bin ich', { conversation, channelData }));
    expect(wire.turns.at(-1)).toMatchObject({ scope });
  });
});

describe('an answer with a quote', () => {
  test('is heard without the quote', async () => {
    const preview = { messageId: '1700000000000', senderId: botId, preview: 'Das wartet auf Sie' };
    await wire.post(
      wire.message('<quoted messageId="1700000000000"/> Meine Anträge', {
        entities: [{ type: 'quotedReply', quotedReply: preview }],
      }),
    );
    expect(wire.turns.at(-1)).toMatchObject({ kind: 'text', text: 'Meine Anträge' });
  });

  test('that is nothing but a quote gets a hint what to write', async () => {
    const before = wire.turns.length;
    await wire.post(wire.message('<quoted messageId="1700000000000"/>'));
    expect(wire.turns.length).toBe(before);
    expect(cardOf(lastSent())?.data.text).toMatch(/was andere geschrieben haben/);
  });
});

describe('an edited message', () => {
  const edit = (text: string, over = {}) =>
    wire.message(text, {
      type: 'messageUpdate',
      id: 'e1',
      timestamp: text,
      channelData: { eventType: 'editMessage' },
      ...over,
    });

  test('is answered anew in the message that answered it before', async () => {
    await wire.post(wire.message('erst', { id: 'e1' }));
    const answer = `sent-${wire.connector.received.length}`;
    await wire.post(edit('dann'));
    expect(wire.turns.at(-1)).toMatchObject({ text: 'dann', edited: true });
    expect(lastSent()).toMatchObject({
      method: 'PUT',
      path: `/v3/conversations/a%3Apersonal/activities/${answer}`,
    });
    expect(cardOf(lastSent())).toMatchObject({ data: { said: 'dann' } });
  });

  test('is answered with a new message when the earlier answer is gone', async () => {
    wire.connector.failWith(404);
    await wire.post(edit('zuletzt'));
    expect(wire.connector.received.slice(-2).map((sent) => sent.method)).toEqual(['PUT', 'POST']);
  });

  test('is answered with a new message when nothing is known of an earlier answer', async () => {
    await wire.post(edit('unbekannt', { id: 'e9' }));
    expect(lastSent()).toMatchObject({ method: 'POST' });
  });

  test('that was deleted is ignored', async () => {
    const before = wire.turns.length;
    const { status } = await wire.post(edit('weg', { channelData: { eventType: 'softDeleteMessage' } }));
    expect(status).toBe(200);
    expect(wire.turns.length).toBe(before);
  });
});

describe('an installation', () => {
  const conversation = { id: 'a:new', conversationType: 'personal' };
  const installed = () => wire.message('', { type: 'installationUpdate', action: 'add', conversation });
  const joined = () =>
    wire.message('', { type: 'conversationUpdate', membersAdded: [{ id: botId }], conversation });
  const greetings = () => wire.turns.filter((turn) => turn.kind === 'install').length;

  test('is greeted once, although Teams tells it twice at the same time', async () => {
    await Promise.all([wire.post(installed()), wire.post(joined())]);
    await wire.post(joined());
    expect(greetings()).toBe(1);
    expect(cardOf(lastSent())).toMatchObject({ data: { said: 'welcome' }, lang: 'de' });
  });

  test('is greeted again after it was removed', async () => {
    await wire.post(wire.message('', { type: 'installationUpdate', action: 'remove', conversation }));
    await wire.post(installed());
    expect(greetings()).toBe(2);
  });

  test('in a team is greeted once, whichever channel it is told of, and again when it is added again', async () => {
    const before = greetings();
    const told = (type: string, id: string, more: object) =>
      wire.post(
        wire.message('', {
          type,
          conversation: { id, conversationType: 'channel', isGroup: true },
          channelData: { tenant: { id: 'anywhere' }, team: { id: '19:team@thread.tacv2' } },
          ...more,
        }),
      );
    await told('installationUpdate', '19:general@thread.tacv2', { action: 'add' });
    await told('conversationUpdate', '19:other@thread.tacv2', { membersAdded: [{ id: botId }] });
    await told('installationUpdate', '19:general@thread.tacv2', { action: 'remove' });
    await told('installationUpdate', '19:general@thread.tacv2', { action: 'add' });
    expect(greetings()).toBe(before + 2);
    expect(wire.turns.at(-1)).toMatchObject({ kind: 'install', scope: 'channel' });
  });

  test('of somebody else into the chat is not greeted', async () => {
    await wire.post(
      wire.message('', {
        type: 'conversationUpdate',
        membersAdded: [{ id: '29:other' }],
        conversation: { id: 'a:third' },
      }),
    );
    expect(greetings()).toBe(4);
  });
});

describe('a new version of the app', () => {
  const conversation = { id: 'a:upgraded', conversationType: 'personal' };
  const told = (action: string) => wire.message('', { type: 'installationUpdate', action, conversation });
  const greetings = () => wire.turns.filter((turn) => turn.kind === 'install').length;

  test('greets nobody, however often it comes', async () => {
    const before = greetings();
    for (const action of ['add-upgrade', 'remove-upgrade', 'add-upgrade']) {
      expect((await wire.post(told(action))).status).toBe(200);
    }
    expect(greetings()).toBe(before);
  });
});

describe('a team', () => {
  const conversation = { id: '19:club@thread.tacv2', conversationType: 'channel' };
  const update = (more: object) => wire.message('', { type: 'conversationUpdate', conversation, ...more });
  const installed = () => wire.message('', { type: 'installationUpdate', action: 'add', conversation });
  const greetings = () => wire.turns.filter((turn) => turn.kind === 'install').length;

  test('is greeted once each time the bot is added, also when only one notice tells it', async () => {
    const before = greetings();
    await wire.post(update({ membersAdded: [{ id: botId }] }));
    await wire.post(installed());
    expect(greetings()).toBe(before + 1);
    await wire.post(update({ membersRemoved: [{ id: '29:other' }] }));
    await wire.post(update({ membersAdded: [{ id: botId }] }));
    expect(greetings()).toBe(before + 1);
    await wire.post(update({ membersRemoved: [{ id: botId }] }));
    await wire.post(update({ membersAdded: [{ id: botId }] }));
    await wire.post(installed());
    expect(greetings()).toBe(before + 2);
  });
});

describe('a repeated delivery', () => {
  test('of a message gets no second answer', async () => {
    const message = wire.message('einmal', { id: 'd1' });
    const before = wire.connector.received.length;
    const statuses = [await wire.post(message), await wire.post(message)].map(({ status }) => status);
    expect(statuses).toEqual([200, 200]);
    expect(wire.connector.received.length).toBe(before + 1);
  });

  test('while the first is still under way gets no second answer either', async () => {
    const release = wire.connector.hold();
    const before = wire.connector.received.length;
    const message = wire.message('gleichzeitig', { id: 'd2' });
    const both = Promise.all([wire.post(message), wire.post(message)]);
    release();
    expect((await both).map(({ status }) => status)).toEqual([200, 200]);
    expect(wire.connector.received.length).toBe(before + 1);
  });

  test('with expectReplies gets the same answer again without being handled twice', async () => {
    const message = wire.message('nochmal', { id: 'd3', deliveryMode: 'expectReplies' });
    const first = await wire.post(message);
    const turns = wire.turns.length;
    expect((await wire.post(message)).body).toEqual(first.body);
    expect(wire.turns.length).toBe(turns);
  });

  test('is not assumed when the same id carries another text', async () => {
    await wire.post(wire.message('eins', { id: 'd4' }));
    await wire.post(wire.message('zwei', { id: 'd4' }));
    expect(wire.turns.at(-1)).toMatchObject({ text: 'zwei' });
  });

  test('is answered when the first answer could not be sent', async () => {
    const message = wire.message('wieder', { id: 'd5' });
    wire.connector.failWith(403);
    const before = wire.connector.received.length;
    expect((await wire.post(message)).status).toBe(502);
    expect(wire.connector.received.length).toBe(before + 1);
    expect((await wire.post(message)).status).toBe(200);
    expect(wire.connector.received.length).toBe(before + 2);
  });
});

test('a bug is told with a number and without its details', async () => {
  const { body } = await wire.post(wire.message('crash', { deliveryMode: 'expectReplies' }));
  const card = body.activities?.[0]?.attachments?.[0]?.content;
  expect(card?.name).toBe('shared/error');
  expect(JSON.stringify(body)).not.toContain('secret detail');
  const line = wire.logged.find(({ event }) => event === 'bug');
  expect(line).toMatchObject({ level: 'error', fields: { errorId: card?.data.id } });
});
