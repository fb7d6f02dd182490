import { describe, expect, test } from '@jest/globals';
import { inTheirLanguage } from '../../src/app/their-language.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Language } from '../../src/core/text.ts';
import type { Turn } from '../../src/core/turn.ts';
import { actionTurn, textTurn } from '../support/turns.ts';

const echo = async ({ language }: Turn): Promise<Reply> => ({ card: '', data: {}, summary: '', language });
const chat = (saved?: Language) => {
  const router = inTheirLanguage(echo, async () => saved);
  return async (turn: Turn): Promise<Language> => (await router(turn)).language;
};

describe('the language of an answer', () => {
  test('is that of the words, whatever was saved or said before', async () => {
    const ask = chat('de');
    expect(await ask(textTurn('I need a laptop', { locale: 'de-DE' }))).toBe('en');
    expect(await chat('en')(textTurn('Ich brauche einen Laptop', { locale: 'en-US' }))).toBe('de');
  });

  test.each(['IT-2026-0001', 'requests', 'SAP', 'VPN', '42'])(
    'does not change at "%s": it is the saved one, else the last of the chat, else that of Teams, else German',
    async (text) => {
      expect(await chat('en')(textTurn(text))).toBe('en');
      const ask = chat();
      expect(await ask(textTurn(text))).toBe('de');
      expect(await ask(textTurn('I need a laptop'))).toBe('en');
      expect(await ask(textTurn(text))).toBe('en');
      expect(await chat()(textTurn(text, { locale: 'en-US' }))).toBe('en');
      expect(await chat()(textTurn(text, { locale: 'fr-FR' }))).toBe('de');
    },
  );

  test('does not change at the button of an old card', async () => {
    const ask = chat();
    await ask(textTurn('I need a laptop'));
    expect(await ask(actionTurn('directory.show', {}, { language: 'de' }))).toBe('en');
    expect(await chat()(actionTurn('directory.show', {}, { language: 'en' }))).toBe('en');
  });

  test('of a button is that of the card that a command brought', async () => {
    const asked: Language[] = [];
    const seen = inTheirLanguage(async (turn) => {
      asked.push(turn.language);
      return { ...(await echo(turn)), language: 'en' };
    });
    await seen(textTurn('SAP', { locale: 'de-DE' }));
    await seen(actionTurn('directory.show', {}, { language: 'de' }));
    expect(asked).toEqual(['de', 'en']);
  });

  test('is not that of a client that writes the same locale for everybody', async () => {
    const router = inTheirLanguage(echo, async () => undefined, false);
    expect((await router(textTurn('SAP', { locale: 'en-US' }))).language).toBe('de');
  });

  test('is remembered for each chat', async () => {
    const ask = chat();
    await ask(textTurn('I need a laptop', { conversationId: 'one' }));
    expect(await ask(textTurn('SAP', { conversationId: 'two' }))).toBe('de');
  });
});
