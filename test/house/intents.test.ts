import { describe, expect, test } from '@jest/globals';
import { cardNames, createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import type { Intent } from '../../src/core/feature.ts';
import type { Language } from '../../src/core/text.ts';
import { claiming } from '../support/claiming.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';
import { installTurn, textTurn } from '../support/turns.ts';

const directory = await demoDirectory();
const program = await startProgram(directory);
const { features } = program;
const intents = features.flatMap((feature) => feature.intents);
const otherwise = features.flatMap((feature) => feature.otherwise ?? []);
const render = createCardRenderer('cards');

/** Who may see everything, so that no intent refuses. */
const administrator = actorOf(directory, 'lead-10.50');
const employee = actorOf(directory, 'staff-61');

const examplesOf = (offered: readonly Pick<Intent, 'id' | 'examples'>[]) =>
  offered.flatMap(({ id, examples }) =>
    (['de', 'en'] as const).flatMap((language) => examples[language].map((text) => ({ id, language, text }))),
  );

const claimedBy = (text: string): readonly string[] => claiming(intents, text).map(({ id }) => id);

test('there are intents, each with examples in both languages', () => {
  expect(intents.length).toBeGreaterThanOrEqual(3);
  for (const { examples, title } of [...intents, ...otherwise]) {
    expect(examples).toEqual({ de: expect.arrayContaining([expect.anything()]), en: expect.anything() });
    expect(examples.en.length).toBe(examples.de.length);
    expect(title).toEqual({ de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
  }
});

describe.each(examplesOf(intents))('"$text"', ({ id, language, text }) => {
  test('is claimed by its own intent and by no other', () => {
    expect(claimedBy(text)).toEqual([id]);
  });

  test('is claimed in capitals and with a question mark too', () => {
    expect(claimedBy(`  ${text.toUpperCase()}? `)).toEqual([id]);
  });

  test('is answered with a card that exists and can be shown', async () => {
    const reply = await program.ask(text, { actor: administrator, language });
    expect(cardNames('cards')).toContain(reply.card);
    expect(JSON.stringify(render(reply))).not.toMatch(/\$\{|undefined|\[object/);
  });
});

const forms = (await openRequestTypes(directory)).flatMap(({ name }) =>
  [name.de, name.en].map((title) => [title] as const),
);

test.each(forms)('The name of the form "%s" is claimed by no command of others', (title) => {
  expect(claimedBy(title).filter((id) => !id.startsWith('requests.') && !id.startsWith('ideas.'))).toEqual(
    [],
  );
});

describe.each(examplesOf(otherwise))('the question "$text"', ({ language, text }) => {
  test('is claimed by no command', () => {
    expect(claimedBy(text)).toEqual([]);
  });

  test('is recognised as what language it is in', () => {
    expect(textTurn(text).language).toBe(language satisfies Language);
  });

  test('is answered with a role that can be shown', async () => {
    const reply = await program.ask(text, { actor: employee, conversationId: text });
    expect(reply.card).toBe('directory/answer');
    expect(reply.data.roles).not.toEqual([]);
    expect(JSON.stringify(render(reply))).not.toMatch(/\$\{|undefined|\[object/);
  });
});

describe('every other card that a feature replies with', () => {
  const shown = async (reply: ReturnType<Program['ask']>) => {
    const { card } = await reply;
    expect(JSON.stringify(render(await reply))).not.toMatch(/\$\{|undefined|\[object/);
    return card;
  };

  test('greets after the installation', async () => {
    expect(await shown(program.router(installTurn()))).toBe('help/welcome');
  });

  test('says no, answers a greeting and what is no question', async () => {
    expect(await shown(program.ask('Wann kommt die Müllabfuhr?'))).toBe('directory/none');
    expect(await shown(program.ask('Hallo'))).toBe('directory/line');
    expect(await shown(program.ask('👍'))).toBe('directory/line');
  });

  test('refuses with a next step', async () => {
    await expect(program.ask('Lücken', { actor: employee })).rejects.toMatchObject({ name: 'Refusal' });
    expect(cardNames('cards')).toEqual(expect.arrayContaining(['shared/refusal', 'shared/error']));
  });
});
