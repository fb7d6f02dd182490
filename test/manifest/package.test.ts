import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { commandsOf } from '../../manifest/commands.ts';
import { type Command, englishOf, manifestOf, schemaVersion } from '../../manifest/manifest.ts';
import { packageOf } from '../../manifest/package.ts';
import { carriedVersions, localisationProblems, manifestProblems } from '../../manifest/schema.ts';
import { ManifestError, type Settings } from '../../manifest/settings.ts';
import { tabNames } from '../../src/core/tab.ts';

const settings: Settings = {
  appId: '00000000-1111-4222-8333-444444444444',
  botId: '7b1d2c3e-0000-4000-8000-123456789abc',
  domain: 'lotse.example.org',
  developer: {
    name: 'Stadtverwaltung Koblenz',
    websiteUrl: 'https://www.example.org/lotse',
    privacyUrl: 'https://www.example.org/datenschutz',
    termsOfUseUrl: 'https://www.example.org/nutzung',
  },
};

const help: Command = {
  title: { de: 'Hilfe', en: 'help' },
  description: { de: 'Zeigt, was Lotse kann', en: 'Shows what Lotse can do' },
};

const manifest = manifestOf(settings, [help], '1.2.3');

function problemsOf(commands: readonly Command[], version = '1.2.3'): readonly string[] {
  try {
    packageOf(settings, commands, version);
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.problems;
    throw error;
  }
}

describe('the package', () => {
  const files = unzipSync(packageOf(settings, [help], '1.2.3'));
  const read = (file: string) => JSON.parse(strFromU8(files[file] ?? new Uint8Array()));

  test('holds the manifest, the English texts and both icons, and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  });

  test('names only files that are in it', () => {
    const { icons, localizationInfo } = read('manifest.json');
    const named = [icons.color, icons.outline, localizationInfo.additionalLanguages[0].file];
    expect(named.filter((file) => !files[file]?.length)).toEqual([]);
  });

  test('carries the ids and the domain of the place it is built for', () => {
    const { id, bots, validDomains, version } = read('manifest.json');
    expect([id, bots[0].botId, validDomains, version]).toEqual([
      settings.appId,
      settings.botId,
      ['lotse.example.org'],
      '1.2.3',
    ]);
  });

  test('is the same, byte for byte, when nothing has changed', () => {
    expect(packageOf(settings, [help], '1.2.3')).toEqual(packageOf(settings, [help], '1.2.3'));
  });
});

describe('the manifest', () => {
  test('follows the newest schema at hand', () => {
    // A newer one came with @microsoft/app-manifest: raise schemaVersion in manifest/manifest.ts.
    expect(carriedVersions().at(-1)).toBe(schemaVersion);
    expect(manifestProblems(manifest)).toEqual([]);
  });

  test('asks for no permission, and takes files', () => {
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/permission|authorization/i)]),
    );
    expect(manifest.bots[0]?.supportsFiles).toBe(true);
  });

  test('has a page for each tab, on the own host only, with ids that stay', () => {
    expect(manifest.staticTabs.map(({ entityId }) => entityId).sort()).toEqual([...tabNames].sort());
    for (const { entityId, contentUrl, websiteUrl } of manifest.staticTabs)
      expect([contentUrl, websiteUrl]).toEqual(Array(2).fill(`https://lotse.example.org/tab/${entityId}`));
    const id = settings.botId;
    expect(manifest.webApplicationInfo).toEqual({ id, resource: `api://lotse.example.org/${id}` });
  });

  test('searches while somebody writes, takes messages, and looks at links of the own host, never of strangers', () => {
    const [extension] = manifest.composeExtensions;
    expect(extension?.commands.map(({ id }) => id)).toEqual(['search', 'request', 'idea']);
    expect(extension?.messageHandlers).toEqual([
      { type: 'link', value: { domains: ['lotse.example.org'], supportsAnonymizedPayloads: false } },
    ]);
  });

  test('offers in groups only what may be used there', () => {
    const chart = { ...help, title: { de: 'Organigramm', en: 'org chart' }, anywhere: true };
    const lists = manifestOf(settings, [help, chart], '1.2.3').bots[0]?.commandLists;
    expect(lists?.map(({ scopes, commands }) => [scopes, commands.map(({ title }) => title)])).toEqual([
      [['personal'], ['Hilfe', 'Organigramm']],
      [['team', 'groupChat'], ['Organigramm']],
    ]);
  });

  test('speaks German first and has every text in English as well', () => {
    const { $schema, ...english } = englishOf([help]);
    expect(localisationProblems('en.json', { $schema, ...english })).toEqual([]);
    const texts = Object.keys(english).map((key) => textAt(manifest, key));
    expect(texts.filter((text) => typeof text !== 'string')).toEqual([]);
    expect(texts).toContain('Zeigt, was Lotse kann');
  });

  test.each([
    ['name.short', 30],
    ['name.full', 100],
    ['description.short', 80],
    ['description.full', 4000],
    ['developer.name', 32],
  ])('%s may have %i characters, and one more is refused', (field, limit) => {
    expect(manifestProblems(withText(field, 'x'.repeat(limit)))).toEqual([]);
    expect(manifestProblems(withText(field, 'x'.repeat(limit + 1)))).toEqual([
      `manifest.json: ${field} is too long: shorten it to ${limit} characters`,
    ]);
  });

  test('is refused with the field when something is unknown or wrong', () => {
    expect(manifestProblems({ ...manifest, colour: 'blue' })).toEqual([
      'manifest.json: top level has a field "colour" that Teams does not know: remove it',
    ]);
    expect(manifestProblems({ ...manifest, id: 'lotse' })).toEqual([
      expect.stringContaining('manifest.json: id must match pattern'),
    ]);
  });
});

describe('the command menu', () => {
  test('is made of the intents: the first example is typed, the title explains it', () => {
    const intent = {
      id: 'help',
      title: help.description,
      examples: { de: ['Hilfe', 'Was kannst du?'], en: ['help', 'what can you do?'] },
    };
    expect(commandsOf([intent])).toEqual([help]);
  });

  test.each([
    ['title', 32],
    ['description', 128],
  ] as const)('a %s may have %i characters, and one more is refused in either language', (part, limit) => {
    const long = (length: number) => ({
      ...help,
      [part]: { de: 'x'.repeat(length), en: 'y'.repeat(length) },
    });
    expect(problemsOf([long(limit)])).toEqual([]);
    expect(problemsOf([long(limit + 1)])).toEqual([
      expect.stringMatching(`the ${part} \\(de\\) of the command ".*": shorten it to ${limit} characters`),
      expect.stringMatching(`the ${part} \\(en\\) of the command ".*": shorten it to ${limit} characters`),
    ]);
  });

  test('an intent without an example in a language is refused', () => {
    const untyped = commandsOf([
      { id: 'help', title: help.description, examples: { de: ['Hilfe'], en: [] } },
    ]);
    expect(problemsOf(untyped)).toEqual(['the title (en) of the command "Hilfe": write one']);
  });

  test('has room for twelve commands', () => {
    const commands = (count: number) => Array.from({ length: count }, () => help);
    expect(problemsOf(commands(12))).toEqual([]);
    expect(problemsOf(commands(13))).toContain(
      'manifest.json: bots.0.commandLists.0.commands has too many entries: leave at most 12',
    );
  });
});

function textAt(value: unknown, key: string): unknown {
  const steps = key.split(/[.[\]]+/).filter(Boolean);
  return steps.reduce((at: unknown, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}

function withText(field: string, text: string): unknown {
  const [outer = '', inner = ''] = field.split('.');
  const copy = structuredClone(manifest) as unknown as Record<string, Record<string, unknown>>;
  return { ...copy, [outer]: { ...copy[outer], [inner]: text } };
}
