import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWire, type Wire } from '../support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.close());

const lastSent = () => wire.connector.received.at(-1);
const submit = (value: unknown, over = {}) =>
  wire.message('', { text: undefined, value, replyToId: 'card-1', ...over });
const execute = (verb: string, data: object = {}, over = {}) =>
  submit(
    { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    {
      type: 'invoke',
      name: 'adaptiveCard/action',
      ...over,
    },
  );

describe('a button that arrives as a message (Action.Submit)', () => {
  test('becomes an action with the data of the card and its language', async () => {
    await wire.post(submit({ verb: 'test.new-message', roles: ['kgrz'], lang: 'en' }));
    expect(wire.turns.at(-1)).toMatchObject({
      kind: 'action',
      verb: 'test.new-message',
      data: { roles: ['kgrz'], lang: 'en' },
      language: 'en',
      cardMessageId: 'card-1',
    });
    expect(lastSent()).toMatchObject({ method: 'POST' });
  });

  test('is understood when the verb stands inside an action', async () => {
    await wire.post(submit({ action: { verb: 'test.new-message', data: { a: 1 } } }));
    expect(wire.turns.at(-1)).toMatchObject({ verb: 'test.new-message', data: { a: 1 }, language: 'de' });
  });

  test('changes the message with the card when the answer takes its place', async () => {
    await wire.post(submit({ verb: 'test.in-place' }));
    expect(lastSent()).toMatchObject({
      method: 'PUT',
      path: '/v3/conversations/a%3Apersonal/activities/card-1',
    });
  });

  test('with expectReplies is answered in the response', async () => {
    const { body } = await wire.post(submit({ verb: 'test.in-place' }, { deliveryMode: 'expectReplies' }));
    expect(body.activities?.[0]?.attachments?.[0]?.content).toMatchObject({
      data: { said: 'test.in-place' },
    });
  });

  test.each([
    ['an unknown verb', { verb: 'gone' }],
    ['no verb at all', { anything: true }],
    ['a verb that is no text', { verb: { $gt: '' } }],
  ])('with %s gets a polite answer and leaves the card alone', async (_what, value) => {
    await wire.post(submit(value));
    expect(lastSent()).toMatchObject({ method: 'POST' });
    expect(lastSent()?.activity.attachments?.[0]?.content).toMatchObject({ name: 'shared/refusal' });
  });
});

describe('a button that waits for an answer (Action.Execute)', () => {
  const cardType = 'application/vnd.microsoft.card.adaptive';

  test('gets the card that takes its place in the response', async () => {
    const before = wire.connector.received.length;
    const { status, body } = await wire.post(execute('test.in-place', { lang: 'en' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: cardType,
      value: { name: 'test/echo', lang: 'en', data: { said: 'test.in-place' } },
    });
    expect(wire.connector.received.length).toBe(before);
  });

  test('gets one line when the answer is a message of its own', async () => {
    const { body } = await wire.post(execute('test.new-message'));
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'echo: test.new-message',
    });
    expect(lastSent()?.activity.summary).toBe('echo: test.new-message');
  });

  test('gets the card itself when that message cannot be sent', async () => {
    wire.connector.failWith(500);
    const { body } = await wire.post(execute('test.new-message'));
    expect(body).toMatchObject({ type: cardType, value: { name: 'test/echo' } });
  });

  test.each([
    ['a verb that exists no longer', 'gone', /gehört zu einer Karte, die es nicht mehr gibt/],
    ['something that is not allowed', 'test.refuse', /Nein, sondern so/],
  ])('gets a refusal as a card for %s', async (_what, verb, text) => {
    const { status, body } = await wire.post(execute(verb));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: cardType,
      value: { name: 'shared/refusal', data: { title: 'Hinweis', text: expect.stringMatching(text) } },
    });
  });

  test('with expectReplies finds its answer among the replies', async () => {
    const { body } = await wire.post(execute('test.in-place', {}, { deliveryMode: 'expectReplies' }));
    expect(body.activities).toMatchObject([
      {
        type: 'invokeResponse',
        value: { status: 200, body: { type: cardType, value: { name: 'test/echo' } } },
      },
    ]);
  });

  test('delivered twice is handled once and answered twice', async () => {
    const press = execute('test.in-place', {}, { id: 'press-1' });
    const before = wire.turns.length;
    const answers = await Promise.all([wire.post(press), wire.post(press)]);
    expect(wire.turns.length).toBe(before + 1);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  test('of another kind is answered with 501', async () => {
    const { status } = await wire.post(execute('x', {}, { name: 'fileConsent/invoke' }));
    expect(status).toBe(501);
  });
});
