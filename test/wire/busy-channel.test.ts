import { afterEach, describe, expect, test } from '@jest/globals';
import { createPace } from '../../src/adapters/teams/pace.ts';
import type { AppParts } from '../../src/app/create-app.ts';
import { local, startWire, type Wire } from '../support/wire.ts';

/* The connector turns answers away for a moment, as Teams does: nobody is left without one. */

let wire: Wire;
afterEach(() => wire.close());

const start = async (more: Partial<AppParts> = {}) => {
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  wire = await startWire(local, undefined, { wait, ...more });
  return waits;
};
const say = (text: string, chat = 'a:personal', over: object = {}) =>
  wire.post(wire.message(text, { conversation: { id: chat, conversationType: 'personal' }, ...over }));
const said = () =>
  wire.connector.received.map(({ activity }) => activity.attachments?.[0]?.content.data.said);

describe('an answer to a message', () => {
  test.each([412, 429, 502, 504])('that is turned away with %i is sent again', async (status) => {
    const waits = await start();
    wire.connector.failWith(status);
    expect((await say('Hallo')).status).toBe(200);
    expect(said()).toEqual(['Hallo', 'Hallo']);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThanOrEqual(1000);
    expect(wire.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('that is turned away several times waits longer each time', async () => {
    const waits = await start();
    wire.connector.failWith(429, 502, 412);
    expect((await say('Hallo')).status).toBe(200);
    expect(said()).toHaveLength(4);
    expect(waits.map((ms) => Math.ceil(ms / 1000))).toEqual([1, expect.any(Number), expect.any(Number)]);
    expect(waits[2]).toBeGreaterThanOrEqual(2000);
  });

  test('waits as long as the channel asks for', async () => {
    const waits = await start();
    wire.connector.answerWith({ status: 429, headers: { 'retry-after': '7' } });
    expect((await say('Hallo')).status).toBe(200);
    expect(waits).toEqual([7000]);
  });

  test('is given up when the channel stays busy, and may be delivered again', async () => {
    const waits = await start();
    wire.connector.failWith(...Array.from({ length: 20 }, () => 502));
    expect((await say('Hallo')).status).toBe(502);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(120_000);
    expect(said().length).toBeGreaterThan(5);
    expect(wire.logged).toContainEqual(expect.objectContaining({ event: 'send-failed' }));
  });

  test.each([400, 403, 500])(
    'that may have arrived, or never will, is not sent again: %i',
    async (status) => {
      await start();
      wire.connector.failWith(status);
      expect((await say('Hallo')).status).toBe(502);
      expect(said()).toEqual(['Hallo']);
    },
  );

  test('comes before the next one in the same chat, and holds up no other', async () => {
    const release = Promise.withResolvers<void>();
    await start({ wait: () => release.promise });
    wire.connector.failWith(412);
    const first = say('eins');
    while (said().length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = say('zwei');
    await say('andere', 'a:other');
    expect(said()).toEqual(['eins', 'andere']);
    release.resolve();
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
    expect(said()).toEqual(['eins', 'andere', 'eins', 'zwei']);
  });

  test('that takes long is still sent after the delivery was answered, also while stopping', async () => {
    const release = Promise.withResolvers<void>();
    await start({ wait: () => release.promise, answerWithin: 20 });
    wire.connector.failWith(429);
    expect((await say('Hallo')).status).toBe(200);
    expect(said()).toEqual(['Hallo']);
    const stopped = wire.app.stop();
    release.resolve();
    await stopped;
    expect(said()).toEqual(['Hallo', 'Hallo']);
  });

  test('keeps to the limits of a conversation', async () => {
    let now = Date.parse('2026-11-24T08:00:00Z');
    const waits: number[] = [];
    await start({
      pace: createPace(),
      clock: { now: () => new Date(now) },
      wait: async (ms) => {
        waits.push(ms);
        now += ms;
      },
    });
    for (let n = 0; n < 9; n += 1) expect((await say(`Nummer ${n}`)).status).toBe(200);
    expect(said()).toHaveLength(9);
    // Seven in one second, eight in two.
    expect(waits).toEqual([1000, 1000]);
  });

  test('to an edited message changes the earlier one a moment later instead of adding another', async () => {
    await start();
    await say('erst', 'a:personal', { id: 'e1' });
    wire.connector.failWith(412);
    const edit = { type: 'messageUpdate', id: 'e1', channelData: { eventType: 'editMessage' } };
    await say('dann', 'a:personal', edit);
    expect(wire.connector.received.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT']);
  });

  test('to a button of an old kind is sent again, too, and so is a greeting', async () => {
    await start();
    wire.connector.failWith(412);
    const button = { text: undefined, value: { verb: 'test.new-message' }, replyToId: 'card-1' };
    expect((await say('', 'a:personal', button)).status).toBe(200);
    wire.connector.failWith(429);
    const installed = { type: 'installationUpdate', action: 'add', text: undefined };
    expect((await say('', 'a:personal', installed)).status).toBe(200);
    expect(said()).toEqual(['test.new-message', 'test.new-message', 'welcome', 'welcome']);
  });
});

describe('the answer to a button that waits for a response', () => {
  const press = () =>
    say('', 'a:personal', {
      text: undefined,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'test.new-message', data: {} }, trigger: 'manual' },
      replyToId: 'card-1',
    });

  test('is in the response when the channel is busy, without a second try', async () => {
    const waits = await start();
    wire.connector.failWith(412);
    expect((await press()).body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(said()).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test('is in the response when there is no place for a message soon', async () => {
    const pace = createPace();
    await start({ pace });
    pace.hold('a:personal', Date.parse('2026-11-24T08:00:10Z'));
    expect((await press()).body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(said()).toEqual([]);
    expect(wire.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
