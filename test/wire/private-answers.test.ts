import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { showingOnly } from '../../src/app/private-answer.ts';
import type { Reply } from '../../src/core/reply.ts';
import { local, startWire, type Wire } from '../support/wire.ts';

let wire: Wire;
let written: (readonly [who: string, said: unknown])[] = [];
let arrives = true;

const start = async (targetedMessages: boolean) => {
  wire = await startWire({ ...local, targetedMessages }, undefined, {
    writeTo: async ({ id }, { data }: Reply) => {
      written.push([id, data.said]);
      return arrives;
    },
  });
};
beforeEach(() => {
  [written, arrives] = [[], true];
});
afterEach(() => wire?.close());

const group = { id: '19:g@thread.v2', conversationType: 'groupChat', tenantId: 'anywhere' };
const asks = (text: string, over: object = {}) =>
  wire.post(wire.message(text, { conversation: group, ...over }));
const sent = () => wire.connector.received;
const person = '33333333-3333-4333-8333-333333333333';
const targeted = '/v3/conversations/19%3Ag%40thread.v2/activities?isTargetedActivity=true';

describe('what is not for everybody, asked in a group', () => {
  test('is answered there, to the person alone', async () => {
    await start(true);
    await asks('test.private');
    expect(sent()).toMatchObject([
      {
        path: targeted,
        activity: { type: 'message', recipient: { id: '29:staff' }, summary: 'echo: test.private' },
      },
    ]);
    expect(JSON.stringify(sent()[0]?.activity)).toContain('message=test.private');
    expect(written).toEqual([]);
  });

  test('goes to the own chat where the channel refuses it; everybody reads one line', async () => {
    await start(true);
    wire.connector.failWith(403);
    await asks('test.private');
    expect(written).toEqual([[person, 'test.private']]);
    expect(sent().map(({ activity }) => activity.summary)).toEqual([
      'echo: test.private',
      'Die Antwort steht in Ihrem persönlichen Chat mit mir.',
    ]);
    expect(sent()[1]?.path).not.toContain('isTargetedActivity');
    expect(JSON.stringify(sent()[1])).not.toContain('test.private');
  });

  test('goes to the own chat at once where the setting says so', async () => {
    await start(false);
    await asks('test.private');
    expect(sent().map(({ path }) => path.includes('isTargetedActivity'))).toEqual([false]);
    expect(written).toHaveLength(1);
  });

  test('is one line with the way there where nothing else arrives', async () => {
    await start(true);
    arrives = false;
    wire.connector.failWith(500);
    await asks('test.private');
    expect(sent().at(-1)?.activity.summary).toMatch(/^Das besprechen wir unter uns/);
    expect(JSON.stringify(sent().at(-1))).not.toContain('test.private');
  });

  test('is never done by it: a press and an edited message get the line as ever', async () => {
    await start(true);
    const edited = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    await asks('test.private', edited);
    await asks('', { value: { verb: 'test.private' }, text: undefined });
    expect(sent().map(({ path }) => path.includes('isTargetedActivity'))).toEqual([false, false]);
    expect(written).toEqual([]);
  });
});

describe('what is for everybody', () => {
  test('is answered to everybody', async () => {
    await start(true);
    await asks('Wer ist zuständig?');
    expect(sent()[0]?.path).not.toContain('isTargetedActivity');
  });

  test('is answered to the person alone when nobody else saw the question', async () => {
    await start(true);
    await asks('Wer ist zuständig?', { recipient: { id: '28:lotse', name: 'Lotse', isTargeted: true } });
    expect(sent().map(({ path }) => path)).toEqual([targeted]);
  });
});

describe('a card for one person in a group', () => {
  const act = { type: 'Action.Execute', verb: 'a', title: 'Do', data: {} };
  const link = { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.org' };

  test('has nothing to press but links, wherever it stands', () => {
    const text = { type: 'TextBlock', text: 'x' };
    const row = { type: 'Container', selectAction: act, items: [text] };
    const card = {
      type: 'AdaptiveCard',
      refresh: { action: act },
      body: [text, row, { type: 'ActionSet', actions: [act] }, { type: 'ActionSet', actions: [act, link] }],
      actions: [act, link],
    };
    expect(showingOnly(card, text)).toEqual({
      type: 'AdaptiveCard',
      body: [text, { type: 'Container', items: [text] }, { type: 'ActionSet', actions: [link] }, text],
      actions: [link],
    });
  });

  test('is none where something is to be filled in', () => {
    const field = { type: 'Container', items: [{ type: 'Input.Text', id: 'a' }] };
    expect(showingOnly({ type: 'AdaptiveCard', body: [field] }, undefined)).toBeUndefined();
  });
});
