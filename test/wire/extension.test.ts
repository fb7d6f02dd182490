import { afterEach, describe, expect, test } from '@jest/globals';
import type { Feature } from '../../src/core/feature.ts';
import { noteReply, type Reply } from '../../src/core/reply.ts';
import type { Turn } from '../../src/core/turn.ts';
import { createEchoFeature, renderPlain } from '../support/echo-feature.ts';
import { local, startWire, type Wire } from '../support/wire.ts';

let wire: Wire;
afterEach(() => wire.close());

const captured: (readonly [Turn, string])[] = [];

/** What was brought into somebody's own chat. */
const brought: (readonly [who: string, said: unknown])[] = [];

/** Every card of the wire has one button that opens a form, and one that does not. */
const withButtons = (reply: Reply): object => {
  const button = (verb: string) => {
    const data = { verb, lang: reply.language, roles: [] };
    return { type: 'Action.Execute', title: 'x', verb, data, fallback: { type: 'Action.Submit', data } };
  };
  return { ...renderPlain(reply), actions: [button('test.form'), button('test.new-message')] };
};

async function start(dialogs = false) {
  const { feature, turns } = createEchoFeature();
  captured.length = 0;
  brought.length = 0;
  const form: Feature['actions'][number] = {
    verb: 'test.form',
    form: true,
    handle: async (turn) => ({ ...noteReply('Formular', 'zum Ausfüllen', turn.language) }),
  };
  const finding: Feature = {
    ...feature,
    actions: [...feature.actions, form],
    search: async ({ actor, language }, words) => {
      if (words === 'fault') throw new Error('a secret of the inside');
      if (words === 'private') return [{ title: 'x', text: 'x', reply: noteReply('x', 'for one', 'de') }];
      const hit = { title: words || 'own', text: `${actor.name} ${language}` };
      const reply = { ...noteReply(hit.title, hit.text, language), anywhere: true };
      return words === 'nothing' ? [] : Array.from({ length: 30 }, () => ({ ...hit, reply }));
    },
    captures: [
      {
        id: 'request',
        title: { de: 'Als IT-Antrag erfassen', en: 'Take as an IT request' },
        open: async (turn, text) => {
          captured.push([turn, text]);
          return noteReply('Formular', text, turn.language);
        },
      },
    ],
  };
  wire = await startWire({ ...local, dialogs }, undefined, {
    features: [finding],
    renderCard: withButtons,
    showTo: async ({ id }, { data }) => void brought.push([id, data.said]),
  });
  return turns;
}

const invoke = (name: string, value: unknown, over: object = {}) =>
  wire.post(wire.message('', { type: 'invoke', name, value, text: undefined, ...over }));
const query = (words: unknown, over?: object) =>
  invoke(
    'composeExtension/query',
    {
      commandId: 'search',
      parameters: [{ name: 'query', value: words }],
      queryOptions: { skip: 0, count: 25 },
    },
    over,
  );
const bodyOf = async (answered: ReturnType<typeof query>) => {
  const { status, body } = await answered;
  expect(status).toBe(200);
  return body as unknown as Record<string, Record<string, unknown>>;
};

describe('searching from another chat', () => {
  test('answers with cards and a line for each, at most as many as asked for', async () => {
    await start();
    const { composeExtension } = await bodyOf(query('Rolle', { locale: 'en-GB' }));
    expect(composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    const attachments = composeExtension?.attachments as readonly Record<string, unknown>[];
    expect(attachments).toHaveLength(25);
    expect(attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      preview: { content: { title: 'Rolle', text: expect.stringMatching(/ en$/) } },
    });
  });

  test('answers before anything is written, and says when there is nothing', async () => {
    await start();
    expect(await bodyOf(invoke('composeExtension/query', { commandId: 'search' }))).toMatchObject({
      composeExtension: { type: 'result' },
    });
    expect(await bodyOf(query('nothing'))).toEqual({
      composeExtension: {
        type: 'message',
        text: expect.stringMatching(/^Dazu finde ich nichts\. Gesucht wird/),
      },
    });
  });

  test.each([
    ['a card that is not for everybody', 'private'],
    ['a fault', 'fault'],
  ])('never shows %s', async (_what, words) => {
    await start();
    const body = await bodyOf(query(words));
    expect(body).toMatchObject({ composeExtension: { type: 'message' } });
    expect(JSON.stringify(body)).not.toMatch(/secret|for one/);
    expect(wire.logged).toContainEqual(expect.objectContaining({ event: 'bug' }));
  });

  test.each([
    [undefined],
    [null],
    [7],
    [{ parameters: 'x' }],
    [{ parameters: [{ name: 'query', value: { a: 1 } }] }],
  ])('takes %j as nothing written', async (value) => {
    await start();
    expect(await bodyOf(invoke('composeExtension/query', value))).toMatchObject({
      composeExtension: { type: 'result' },
    });
  });

  test('stands in the response also for those who expect replies there', async () => {
    await start();
    const { body } = await query('Rolle', { deliveryMode: 'expectReplies' });
    expect(body.activities?.[0]).toMatchObject({
      type: 'invokeResponse',
      value: { status: 200, body: { composeExtension: { type: 'result' } } },
    });
  });
});

describe('a link in somebody’s message', () => {
  test('unfolds when it names a case, and stays as it is otherwise', async () => {
    await start();
    const link = (url: unknown) => bodyOf(invoke('composeExtension/queryLink', { url }));
    expect(await link('https://lotse.example.org/tab/requests#IT-2026-0001')).toMatchObject({
      composeExtension: { type: 'result' },
    });
    for (const url of ['https://lotse.example.org/tab/roles', 'no link', undefined])
      expect(await link(url)).toEqual({});
  });
});

describe('a message that becomes a request', () => {
  const fetchTask = (value: object) =>
    bodyOf(
      invoke('composeExtension/fetchTask', value, {
        conversation: { id: '19:x@thread.v2', conversationType: 'groupChat', isGroup: true },
      }),
    );
  const message = (content: string) => ({
    commandId: 'request',
    messagePayload: { body: { contentType: 'html', content } },
  });

  test('opens in a dialog of one’s own, without markup and without what was quoted', async () => {
    await start();
    const { task } = await fetchTask(
      message('<p>Wir brauchen <b>Notebooks</b></p><blockquote>alt</blockquote><script>x</script>'),
    );
    expect(task).toMatchObject({ type: 'continue', value: { title: 'Als IT-Antrag erfassen' } });
    const [[turn, text] = []] = captured;
    expect(turn).toMatchObject({ scope: 'personal' });
    expect(text).toBe('Wir brauchen Notebooks');
  });

  test('of a command that is not there any more says so', async () => {
    await start();
    expect(await fetchTask({ ...message('x'), commandId: 'old' })).toMatchObject({
      task: { type: 'message' },
    });
  });
});

describe('a button in a dialog', () => {
  test.each(['task/fetch', 'task/submit', 'composeExtension/submitAction'])(
    'of %s says the same as in the chat, in private',
    async (name) => {
      const turns = await start();
      const { task } = await bodyOf(invoke(name, { data: { verb: 'test.private', id: '1', lang: 'en' } }));
      expect(task).toMatchObject({ type: 'continue', value: { title: 'Lotse' } });
      expect(turns).toEqual([expect.objectContaining({ kind: 'action', scope: 'personal', language: 'en' })]);
    },
  );

  test('that nobody knows gets a friendly card', async () => {
    await start();
    for (const value of [{}, { data: 'x' }, { data: { verb: 'no.such' } }])
      expect(await bodyOf(invoke('task/submit', value))).toMatchObject({ task: { type: 'continue' } });
  });
});

describe('a long form', () => {
  const actionsOf = async (over: object) => {
    const { body } = await wire.post(wire.message('x', { deliveryMode: 'expectReplies', ...over }));
    const card = body.activities?.[0]?.attachments?.[0]?.content as unknown as { actions: readonly object[] };
    return card.actions;
  };

  test.each([
    ['the own chat', {}],
    ['a group', { conversation: { id: '19:x@thread.v2', conversationType: 'groupChat', isGroup: true } }],
  ])('opens as a dialog from a card in %s; other buttons stay as they are', async (_where, over) => {
    await start(true);
    expect(await actionsOf(over)).toMatchObject([
      {
        type: 'Action.Submit',
        data: { verb: 'test.form', lang: 'de', roles: [], msteams: { type: 'task/fetch' } },
      },
      { type: 'Action.Execute', verb: 'test.new-message' },
    ]);
  });

  test('comes as a card where the client has no dialogs: the same button is a message there', async () => {
    await start(true);
    const value = { verb: 'test.form', lang: 'de', msteams: { type: 'task/fetch' } };
    const { body } = await wire.post(
      wire.message('', { text: undefined, value, deliveryMode: 'expectReplies' }),
    );
    expect(body.activities?.[0]?.attachments?.[0]?.content).toMatchObject({ data: { title: 'Formular' } });
  });

  test('has the buttons of cards where the setting says that there are no dialogs', async () => {
    await start();
    expect(await actionsOf({})).toMatchObject([{ type: 'Action.Execute', verb: 'test.form' }, {}]);
  });

  test('goes on in its dialog: no button in it opens another one', async () => {
    await start(true);
    const { task } = await bodyOf(
      invoke('task/fetch', { data: { verb: 'test.form', msteams: { type: 'task/fetch' } } }),
    );
    const { value } = task as { value: { card: { content: { actions: readonly object[] } } } };
    expect(value.card.content.actions).toEqual([
      { type: 'Action.Submit', data: expect.not.objectContaining({ msteams: expect.anything() }) },
      { type: 'Action.Submit', data: expect.objectContaining({ verb: 'test.new-message' }) },
    ]);
  });

  test('that became a case is found in the chat when the dialog is closed; what only shows is not', async () => {
    await start(true);
    const person = '33333333-3333-4333-8333-333333333333';
    for (const verb of [
      'test.form',
      'test.in-place',
      'test.new-message',
      'test.refuse',
      'test.in-place-case',
    ])
      await invoke('task/submit', { data: { verb } });
    expect(brought).toEqual([[person, 'test.in-place-case']]);
  });
});
