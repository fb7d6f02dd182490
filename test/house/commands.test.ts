import { describe, expect, test } from '@jest/globals';
import { commandsOf } from '../../manifest/commands.ts';
import { listedIntents } from '../../manifest/intents.ts';
import { englishOf, manifestOf } from '../../manifest/manifest.ts';
import { packageOf } from '../../manifest/package.ts';
import type { Settings } from '../../manifest/settings.ts';

const page = 'https://www.example.org';
const settings: Settings = {
  appId: '00000000-1111-4222-8333-444444444444',
  botId: '00000000-1111-4222-8333-444444444444',
  domain: 'lotse.example.org',
  developer: { name: 'Stadtverwaltung', websiteUrl: page, privacyUrl: page, termsOfUseUrl: page },
};

describe('the command menu that Teams shows', () => {
  const intents = listedIntents();
  const commands = commandsOf(intents);

  test('offers every intent, in German and in English, with what it is good for', () => {
    const [menu] = manifestOf(settings, commands, '1.0.0').bots[0].commandLists;
    const english = englishOf(commands);
    const place = (index: number) => `bots[0].commandLists[0].commands[${index}]`;
    expect(menu.commands).toEqual(
      intents.map(({ examples, title }) => ({ title: examples.de[0], description: title.de })),
    );
    expect(intents.map((_, index) => english[`${place(index)}.title`])).toEqual(
      intents.map(({ examples }) => examples.en[0]),
    );
  });

  test('fits into a package that Teams accepts', () => {
    expect(intents.length).toBeGreaterThan(1);
    expect(packageOf(settings, commands, '1.0.0').length).toBeGreaterThan(1000);
  });
});
