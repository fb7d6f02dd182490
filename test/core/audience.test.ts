import { describe, expect, test } from '@jest/globals';
import { forEverybody } from '../../src/core/audience.ts';
import type { Action, Feature, Intent } from '../../src/core/feature.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { noteReply, type Reply } from '../../src/core/reply.ts';
import { createRouter } from '../../src/core/router.ts';
import { same } from '../../src/core/text.ts';
import type { Scope } from '../../src/core/turn.ts';
import { withRefusal } from '../../src/core/with-refusal.ts';
import { actionTurn, installTurn, textTurn } from '../support/turns.ts';

const reply: Reply = { card: 'x', data: {}, summary: 'x', language: 'de', about: { kind: 'case', id: '1' } };
let ran = 0;
const handle = async (): Promise<Reply> => {
  ran += 1;
  return reply;
};
const open = async (): Promise<Reply> => forEverybody(await handle());

const intent = (id: string, more: Partial<Intent>): Intent => ({
  id,
  title: same(id),
  examples: { de: [], en: [] },
  match: (text) => text === id,
  handle,
  ...more,
});
const action = (verb: string, more: Partial<Action>): Action => ({ verb, handle, ...more });
const { match: _, ...otherwise } = intent('otherwise', {});
const withDefaults = (more: Partial<Feature>) =>
  createRouter([
    {
      id: 'test',
      intents: [
        intent('private', {}),
        intent('careless', { anywhere: true }),
        intent('unmarked', { handle: open }),
        intent('open', { anywhere: true, handle: open }),
      ],
      actions: [
        action('private', {}),
        action('careless', { anywhere: true }),
        action('unmarked', { handle: open }),
        action('open', { anywhere: true, handle: open }),
      ],
      otherwise,
      welcome: handle,
      ...more,
    },
  ]);
const router = withDefaults({});

const elsewhere: readonly Scope[] = ['groupChat', 'channel'];
const refused = { name: 'Refusal', code: 'only-in-personal-chat' };

describe('in the personal chat', () => {
  test('everything runs and is shown as it is', async () => {
    for (const id of ['private', 'careless', 'unmarked', 'open', 'anything else']) {
      expect(await router(textTurn(id))).toMatchObject(reply);
      if (id !== 'anything else') expect(await router(actionTurn(id, {}))).toMatchObject(reply);
    }
    expect(await router(installTurn())).toMatchObject(reply);
  });
});

describe.each(elsewhere)('where others read along: %s', (scope) => {
  test.each(['private', 'unmarked', 'anything else'])(
    '"%s" is refused before it does anything',
    async (id) => {
      ran = 0;
      await expect(router(textTurn(id, { scope }))).rejects.toMatchObject(refused);
      if (id !== 'anything else')
        await expect(router(actionTurn(id, {}, { scope }))).rejects.toMatchObject(refused);
      expect(ran).toBe(0);
    },
  );

  test('a reply that does not say so itself is not shown, whatever its intent says', async () => {
    await expect(router(textTurn('careless', { scope }))).rejects.toMatchObject(refused);
    await expect(router(actionTurn('careless', {}, { scope }))).rejects.toMatchObject(refused);
    await expect(router(installTurn({ scope }))).rejects.toMatchObject(refused);
  });

  test('what both say is for everybody is shown, and is the copy of no case', async () => {
    for (const turn of [textTurn('open', { scope }), actionTurn('open', {}, { scope })])
      expect(await router(turn)).toEqual({ ...reply, anywhere: true, about: undefined });
    const all = withDefaults({ otherwise: { ...otherwise, anywhere: true, handle: open }, welcome: open });
    expect((await all(textTurn('anything else', { scope }))).about).toBeUndefined();
    expect((await all(installTurn({ scope }))).about).toBeUndefined();
  });

  test('the refusal says where it goes on, with a link where the channel has one', async () => {
    const told = async (ownChat?: string): Promise<Refusal> => {
      try {
        await router(textTurn('private', { scope, ownChat }));
      } catch (error) {
        if (error instanceof Refusal) return error;
      }
      throw new Error('not refused');
    };
    expect((await told('https://chat.example.org')).link).toMatchObject({ url: 'https://chat.example.org' });
    const { text, link } = await told();
    expect(text).toEqual({
      de: expect.stringMatching(/^Das besprechen wir unter uns.*persönlichen Chat/),
      en: expect.stringMatching(/between us.*personal chat/),
    });
    expect(link).toBeUndefined();
  });

  test('an expected no is told as it would be when thrown', async () => {
    const no = async () => {
      throw new Refusal('no', same('Nein'));
    };
    const turn = textTurn('open', { scope });
    expect(await withRefusal(turn, no)).toEqual(forEverybody(noteReply('Hinweis', 'Nein', 'de')));
  });
});
