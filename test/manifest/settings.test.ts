import { describe, expect, test } from '@jest/globals';
import { ManifestError, manifestVariables, readSettings } from '../../manifest/settings.ts';

const complete = {
  MICROSOFT_APP_ID: '7b1d2c3e-0000-4000-8000-123456789abc',
  TEAMS_APP_ID: '00000000-1111-4222-8333-444444444444',
  PUBLIC_DOMAIN: 'Lotse.example.org',
  DEVELOPER_NAME: 'Stadtverwaltung Koblenz',
  DEVELOPER_WEBSITE_URL: 'https://www.example.org/lotse',
  DEVELOPER_PRIVACY_URL: 'https://www.example.org/lotse/datenschutz',
  DEVELOPER_TERMS_URL: 'https://www.example.org/lotse/nutzung',
};

function problemsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.problems;
    throw error;
  }
}

test('a complete environment gives settings', () => {
  expect(readSettings(complete)).toEqual({
    appId: complete.TEAMS_APP_ID,
    botId: complete.MICROSOFT_APP_ID,
    domain: 'lotse.example.org',
    developer: {
      name: complete.DEVELOPER_NAME,
      websiteUrl: complete.DEVELOPER_WEBSITE_URL,
      privacyUrl: complete.DEVELOPER_PRIVACY_URL,
      termsOfUseUrl: complete.DEVELOPER_TERMS_URL,
    },
  });
});

test('without an id of its own the app takes the id of the bot', () => {
  expect(readSettings({ ...complete, TEAMS_APP_ID: '' }).appId).toBe(complete.MICROSOFT_APP_ID);
});

describe('a variable that is missing', () => {
  const required = manifestVariables.filter((name) => name !== 'TEAMS_APP_ID');

  test.each(required)('%s is named with what to write', (name) => {
    const remedy = expect.stringMatching(new RegExp(`^${name}: write the|^${name}: write who`));
    expect(problemsOf({ ...complete, [name]: undefined })).toEqual([remedy]);
    expect(problemsOf({ ...complete, [name]: '  ' })).toEqual([remedy]);
  });

  test('does not hide the others', () => {
    expect(problemsOf({})).toHaveLength(required.length);
  });
});

test.each([
  ['MICROSOFT_APP_ID', 'lotse', 'a GUID'],
  ['TEAMS_APP_ID', '1234', 'a GUID'],
  ['PUBLIC_DOMAIN', 'https://lotse.example.org', 'without https://'],
  ['PUBLIC_DOMAIN', 'lotse.example.org/api', 'without a path'],
  ['PUBLIC_DOMAIN', '*.example.org', 'the host name'],
  ['DEVELOPER_NAME', 'x'.repeat(33), 'at most 32 characters'],
  ['DEVELOPER_WEBSITE_URL', 'http://www.example.org', 'https'],
  ['DEVELOPER_PRIVACY_URL', 'www.example.org', 'https'],
  ['DEVELOPER_TERMS_URL', `https://example.org/${'x'.repeat(2048)}`, 'https'],
])('%s refuses "%.30s…" and says what to write', (name, value, remedy) => {
  const problems = problemsOf({ ...complete, [name]: value });
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: .*${remedy}`))]);
});
