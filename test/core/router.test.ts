import { describe, expect, test } from '@jest/globals';
import type { Feature, Intent } from '../../src/core/feature.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createRouter } from '../../src/core/router.ts';
import { same } from '../../src/core/text.ts';
import type { Turn } from '../../src/core/turn.ts';
import { actionTurn, installTurn, textTurn } from '../support/turns.ts';

const says =
  (card: string) =>
  async ({ language }: Turn): Promise<Reply> => ({ card, data: {}, summary: card, language });
const intent = (id: string, more: Partial<Intent> = {}): Intent => ({
  id,
  title: same(id),
  examples: { de: [], en: [] },
  match: (text) => text === id,
  handle: says(id),
  ...more,
});
const { match: _never, ...fallback } = intent('fallback');
const answering: Feature = { id: 'answering', intents: [intent('list')], actions: [], otherwise: fallback };
const greeting: Feature = {
  id: 'greeting',
  intents: [intent('help')],
  actions: [{ verb: 'greeting.show', handle: says('shown') }],
  welcome: says('welcome'),
};

const cardFor = async (turn: Turn, features: readonly Feature[] = [answering, greeting]) =>
  (await createRouter(features)(turn)).card;

describe('a turn is answered', () => {
  test('by the one intent that claims the text', async () => {
    expect(await cardFor(textTurn('help'))).toBe('help');
    expect(await cardFor(textTurn('list'))).toBe('list');
  });

  test('by the feature that takes what nobody claims', async () => {
    expect(await cardFor(textTurn('something else'))).toBe('fallback');
  });

  test('by the action of the verb', async () => {
    expect(await cardFor(actionTurn('greeting.show', {}))).toBe('shown');
  });

  test('with the welcome after the installation', async () => {
    expect(await cardFor(installTurn())).toBe('welcome');
  });

  test.each(['gone', '', '__proto__', 'constructor'])(
    'with a refusal when the verb is "%s"',
    async (verb) => {
      await expect(cardFor(actionTurn(verb, {}))).rejects.toMatchObject({
        name: 'Refusal',
        code: 'unknown-verb',
        text: { de: expect.stringContaining('„Hilfe“'), en: expect.stringContaining('“help”') },
      });
    },
  );
});

describe('the language of a command', () => {
  const listing = intent('gaps', {
    examples: { de: ['Lücken', 'Index'], en: ['gaps', 'index'] },
    match: () => true,
  });
  const answer = createRouter([{ ...answering, intents: [listing] }, greeting]);

  test.each([
    ['gaps', 'en'],
    ['GAPS?', 'en'],
    ['Lücken', 'de'],
  ])('is known from the examples: "%s" is %s', async (text, language) => {
    const other = language === 'en' ? 'de' : 'en';
    expect((await answer(textTurn(text, { language: other }))).language).toBe(language);
  });

  test.each(['index', 'something like gaps'])(
    'is that of the text where they do not tell: "%s"',
    async (text) => {
      expect((await answer(textTurn(text, { language: 'en' }))).language).toBe('en');
      expect((await answer(textTurn(text, { language: 'de' }))).language).toBe('de');
    },
  );
});

describe('what cannot be right is refused', () => {
  const build =
    (...features: Feature[]) =>
    () =>
      createRouter(features);

  test('at the start: a verb or an intent that exists twice', () => {
    expect(build(answering, greeting, { ...greeting, id: 'copy' })).toThrow(/"help" is registered twice/);
    const { welcome: _welcome, ...again } = { ...greeting, intents: [] };
    expect(build(answering, greeting, again)).toThrow(/"greeting\.show" is registered twice/);
  });

  test('at the start: no default or two', () => {
    expect(build(greeting)).toThrow('exactly one feature must have "otherwise", found 0');
    expect(build(answering)).toThrow('exactly one feature must have "welcome", found 0');
    expect(build(answering, { ...answering, intents: [] }, greeting)).toThrow('"otherwise", found 2');
  });

  test('when it happens: a text that two intents claim, naming both', async () => {
    const greedy: Feature = { id: 'greedy', intents: [intent('greedy', { match: () => true })], actions: [] };
    await expect(cardFor(textTurn('help'), [answering, greeting, greedy])).rejects.toThrow(
      'several intents claim the same text: help, greedy',
    );
  });
});
