import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startWire, type Wire } from '../support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.close());
afterEach(async () => {
  expect((await fetch(`${wire.url}/healthz`)).status).toBe(200);
});

const ask = async (text: unknown) => {
  const { status, body } = await wire.post(wire.message('', { text, deliveryMode: 'expectReplies' }));
  return { status, card: body.activities?.[0]?.attachments?.[0]?.content };
};

describe('a text that is hard to read', () => {
  test.each([
    ['emoji', '👩🏽‍💻🔥 Laptop?', /Laptop\?/],
    [
      'control characters',
      'Wer\u0000 \u001b[31mist\u0007 zust\u00adändig\u202e?',
      /^Wer \[31mist zuständig\?$/,
    ],
    ['HTML', '<script>alert(1)</script> &lt;b&gt;wer&lt;/b&gt; &amp; was', /^<b>wer<\/b> & was$/],
    ['Markdown', '[GENEHMIGT](https://evil.example.org) **wer**', /^\[GENEHMIGT\]/],
    ['a lone surrogate', 'wer \ud800 ist', /^wer \ufffd ist$/],
  ])('is cleaned and answered: %s', async (_what, text, said) => {
    const { status, card } = await ask(text);
    expect(status).toBe(200);
    expect(card?.data.said).toMatch(said);
  });

  test.each([
    ['nothing', ''],
    ['no text field', undefined],
    ['null', null],
    ['only spaces and invisible characters', ' \u200b\n\t&nbsp;'],
  ])('gets a hint when there is %s', async (_what, text) => {
    const { status, card } = await ask(text);
    expect(status).toBe(200);
    expect(card).toMatchObject({ name: 'shared/refusal', data: { text: expect.stringContaining('Hilfe') } });
  });

  test.each([
    ['2,001 characters', 'ä'.repeat(2001)],
    ['50 kB', 'Wer ist zuständig? '.repeat(2700)],
    ['250 kB of mentions', '<at>wer'.repeat(35_000)],
  ])('is asked to be shorter: %s', async (_what, text) => {
    const { status, card } = await ask(text);
    expect(status).toBe(200);
    expect(card?.data.text).toMatch(/kürzer|shorter/);
  });
});

describe('a body that is no message', () => {
  test.each([
    ['broken JSON', '{"type": "mess', 400, 'broken-json'],
    ['nothing', '', 400, 'broken-json'],
    ['no fields', '{}', 400, 'not-an-activity'],
    ['a list', '[]', 400, 'not-an-activity'],
    ['a number', '42', 400, 'not-an-activity'],
    ['null', 'null', 400, 'not-an-activity'],
    ['fields of the wrong kind', '{"type":"message","text":{"a":1},"from":7}', 400, 'not-an-activity'],
    ['only a type', '{"type":"message"}', 400, 'no-conversation'],
    ['no person', '{"type":"message","conversation":{"id":"c"}}', 400, 'no-identity'],
    [
      'very deep nesting',
      `{"type":"message","value":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
      400,
      'too-deep',
    ],
    ['more than 256 kB', `{"text":"${'a'.repeat(300_000)}"}`, 413, 'too-large'],
  ])('is refused: %s', async (_what, text, status, code) => {
    const answer = await wire.post(text);
    expect(answer).toMatchObject({ status, body: { error: { code } } });
  });

  test('is refused when it is not declared as JSON', async () => {
    const answer = await wire.post('{}', { 'content-type': 'text/plain' });
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'not-json' } } });
  });

  test('is refused when it is compressed', async () => {
    const answer = await wire.post('{}', { 'content-encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'encoded' } } });
  });

  test.each([
    ['another channel', { channelId: 'slack' }, 'wrong-channel'],
    [
      'a service URL that is not on this machine',
      { serviceUrl: 'https://evil.example.org' },
      'wrong-service-url',
    ],
    ['no service URL for the answer', { serviceUrl: undefined }, 'wrong-service-url'],
  ])('is refused when it has %s', async (_what, over, code) => {
    const answer = await wire.post(wire.message('Hallo', over));
    expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
    expect(wire.logged).toContainEqual(
      expect.objectContaining({ event: 'activity-refused', fields: expect.objectContaining({ code }) }),
    );
  });

  test('of a kind nobody needs is taken quietly', async () => {
    for (const type of ['typing', 'event', 'messageReaction', 'endOfConversation']) {
      expect((await wire.post(wire.message('', { type }))).status).toBe(200);
    }
  });

  test('never reaches a feature', () => {
    expect(wire.turns.filter((turn) => turn.kind !== 'text')).toEqual([]);
  });
});

test('what people wrote never stands in the log', async () => {
  await ask('Geheimnis Nummer Sieben');
  await ask('crash');
  expect(JSON.stringify(wire.logged)).not.toMatch(/Geheimnis|GENEHMIGT|zuständig/);
});
