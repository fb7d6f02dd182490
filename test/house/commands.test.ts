import { describe, expect, test } from '@jest/globals';
import { commandsOf } from '../../manifest/commands.ts';
import { listedIntents } from '../../manifest/intents.ts';
import { englishOf, manifestOf } from '../../manifest/manifest.ts';
import { packageOf } from '../../manifest/package.ts';
import type { Settings } from '../../manifest/settings.ts';
import { claiming } from '../support/claiming.ts';
import { startProgram } from '../support/program.ts';

const page = 'https://www.example.org';
const settings: Settings = {
  appId: '00000000-1111-4222-8333-444444444444',
  botId: '00000000-1111-4222-8333-444444444444',
  domain: 'lotse.example.org',
  developer: { name: 'Stadtverwaltung', websiteUrl: page, privacyUrl: page, termsOfUseUrl: page },
};

const intents = await listedIntents();
const commands = commandsOf(intents);
const { features } = await startProgram();

describe('the command menu that Teams shows', () => {
  test('offers the intents that most people need, in German and in English, with what it is good for', () => {
    const [menu] = manifestOf(settings, commands, '1.0.0').bots[0]?.commandLists ?? [];
    const english = englishOf(commands);
    const place = (index: number) => `bots[0].commandLists[0].commands[${index}]`;
    expect(menu?.commands).toEqual(
      intents.map(({ examples, title }) => ({ title: examples.de[0], description: title.de })),
    );
    expect(intents.map((_, index) => english[`${place(index)}.title`])).toEqual(
      intents.map(({ examples }) => examples.en[0]),
    );
  });

  test('offers what the program understands and most people need, and nothing else', () => {
    const understood = features.flatMap(({ intents: own, otherwise }) => [
      ...own.filter(({ inMenu = true }) => inMenu).map(({ id }) => id),
      ...(otherwise ? [otherwise.id] : []),
    ]);
    expect(intents.map(({ id }) => id).sort()).toEqual(understood.sort());
    expect(understood).toEqual(expect.arrayContaining(['help', 'directory.chart', 'directory.gaps']));
  });

  // Teams types the title for the person: what is typed must be what is meant.
  test.each(
    intents.flatMap(({ id }, index) =>
      (['de', 'en'] as const).map((language) => ({ id, title: commands[index]?.title[language] ?? '' })),
    ),
  )('typing "$title" is understood as $id and as nothing else', ({ id, title }) => {
    const claims = claiming(
      features.flatMap(({ intents: own }) => own),
      title,
    );
    const isQuestion = features.some(({ otherwise }) => otherwise?.id === id);
    expect(claims.map((intent) => intent.id)).toEqual(isQuestion ? [] : [id]);
  });

  test.each(commands)('explains "$title.de" in other words', ({ title, description }) => {
    expect(description.de).not.toBe(title.de);
    expect(description.en).not.toBe(title.en);
    for (const text of Object.values(title)) expect(text.length).toBeLessThanOrEqual(32);
  });

  test('fits into a package that Teams accepts', () => {
    expect(intents.length).toBeGreaterThan(1);
    expect(packageOf(settings, commands, '1.0.0').length).toBeGreaterThan(1000);
  });
});
