import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, type Environment, readConfig } from '../../src/app/config.ts';
import { inGerman } from '../../src/app/config-words.ts';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const complete = {
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: tenantId,
  MICROSOFT_APP_PASSWORD: 'secret',
};

test('every remedy is said in German, too', async () => {
  const files = await Promise.all(
    ['config', 'mail-config', 'run-config', 'demo/settings'].map((name) =>
      readFile(`src/app/${name}.ts`, 'utf8'),
    ),
  );
  const remedies = files.flatMap((file) =>
    [...file.matchAll(/'((?:[A-Z][A-Z_* and]*[A-Z*]: )?(?:write|name|remove|set) [^']+)'/g)].map(
      ([, remedy = '']) => remedy,
    ),
  );
  expect(remedies.length).toBeGreaterThan(30);
  expect(remedies.filter((remedy) => inGerman(remedy) === remedy)).toEqual([]);
  const { message } = new ConfigError(['PORT: write a port number from 0 to 65535, e.g. 3978']);
  expect(message).toMatch(/PORT: eine Portnummer.*\nThe configuration.*\n.*PORT: write a port/s);
  expect(inGerman('start it as "production", "dev" or "demo", not as "x"')).toContain('nicht als „x“');
});

function problems(env: Environment, mode?: string): readonly string[] {
  try {
    readConfig(env, mode);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('production', () => {
  test('is what runs when nothing else is asked for', () => {
    expect(readConfig(complete)).toEqual({
      mode: 'production',
      host: '0.0.0.0',
      targetedMessages: true,
      dialogs: true,
      port: 3978,
      dataDir: '.data/production',
      directoryDir: 'data',
      logLevel: 'info',
      connectorHosts: ['smba.trafficmanager.net'],
      identity: { type: 'secret', appId, tenantId, password: 'secret' },
    });
  });

  test('says everything that is missing at once, by name and with the remedy', () => {
    const found = problems({ PORT: '99999', LOG_LEVEL: 'loud' });
    const names = found.map((problem) => problem.split(':')[0]);
    expect(names.toSorted()).toEqual([
      'LOG_LEVEL',
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_TENANT_ID',
      'MICROSOFT_APP_TYPE',
      'PORT',
    ]);
    expect(found.join('\n')).toMatch(/MICROSOFT_APP_TENANT_ID: write the directory \(tenant\) id/);
  });

  test('is never the invented city, nor the folder of a trial', () => {
    const found = problems({ ...complete, DIRECTORY_DIR: 'data/demo', DATA_DIR: './.data/dev' });
    expect(found.map((problem) => problem.split(':')[0])).toEqual(['DIRECTORY_DIR', 'DATA_DIR']);
  });

  test.each(['MultiTenant', 'singletenant', 'SingleTenants', ''])('refuses the app type "%s"', (type) => {
    expect(problems({ ...complete, MICROSOFT_APP_TYPE: type })).toEqual([
      expect.stringMatching(
        /^MICROSOFT_APP_TYPE: write SingleTenant or UserAssignedMSI; MultiTenant is refused/,
      ),
    ]);
  });

  test.each([
    ['an empty app id', { MICROSOFT_APP_ID: ' ' }, 'MICROSOFT_APP_ID'],
    ['an app id that is no GUID', { MICROSOFT_APP_ID: 'lotse' }, 'MICROSOFT_APP_ID'],
    ['no tenant', { MICROSOFT_APP_TENANT_ID: undefined }, 'MICROSOFT_APP_TENANT_ID'],
    ['no secret and no certificate', { MICROSOFT_APP_PASSWORD: '' }, 'MICROSOFT_APP_PASSWORD'],
    [
      'a secret and a certificate',
      { MICROSOFT_APP_CERTIFICATE_THUMBPRINT: 'a'.repeat(40), MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'k.pem' },
      'MICROSOFT_APP_PASSWORD',
    ],
    [
      'half a certificate',
      { MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'k.pem' },
      'MICROSOFT_APP_CERTIFICATE_THUMBPRINT',
    ],
    ['a managed identity with a secret', { MICROSOFT_APP_TYPE: 'UserAssignedMSI' }, 'MICROSOFT_APP_PASSWORD'],
    ['a connector host with a wildcard', { CONNECTOR_HOSTS: '*.trafficmanager.net' }, 'CONNECTOR_HOSTS'],
    [
      'a connector host with a scheme',
      { CONNECTOR_HOSTS: 'https://smba.trafficmanager.net' },
      'CONNECTOR_HOSTS',
    ],
    ['a port that is no number', { PORT: '3978x' }, 'PORT'],
  ])('refuses %s', (_what, change, name) => {
    expect(problems({ ...complete, ...change })).toEqual([expect.stringMatching(new RegExp(`^${name}`))]);
  });

  test('takes a certificate instead of a secret', () => {
    const config = readConfig({
      ...complete,
      MICROSOFT_APP_PASSWORD: '',
      MICROSOFT_APP_CERTIFICATE_THUMBPRINT: 'A'.repeat(40),
      MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'key.pem',
    });
    expect(config).toMatchObject({ identity: { type: 'certificate', keyFile: 'key.pem' } });
  });

  test('takes a managed identity, and several exact connector hosts', () => {
    const config = readConfig({
      ...complete,
      MICROSOFT_APP_TYPE: 'UserAssignedMSI',
      MICROSOFT_APP_PASSWORD: undefined,
      CONNECTOR_HOSTS: 'a.example.org, B.example.org',
    });
    expect(config).toMatchObject({
      identity: { type: 'managed-identity', appId, tenantId },
      connectorHosts: ['a.example.org', 'b.example.org'],
    });
  });
});

describe.each(['dev', 'demo'])('%s', (mode) => {
  test('needs nothing and listens on this machine only', () => {
    expect(readConfig({}, mode)).toEqual({
      mode,
      host: '127.0.0.1',
      port: 3978,
      dataDir: `.data/${mode}`,
      directoryDir: 'data/demo',
      logLevel: 'info',
    });
  });

  test('honours PORT, DATA_DIR, DIRECTORY_DIR and LOG_LEVEL', () => {
    const env = { PORT: '0', DATA_DIR: '/tmp/x', DIRECTORY_DIR: 'mine', LOG_LEVEL: 'silent' };
    expect(readConfig(env, mode)).toMatchObject({
      port: 0,
      dataDir: '/tmp/x',
      directoryDir: 'mine',
      logLevel: 'silent',
    });
  });

  test('refuses HOST, because nobody is checked there', () => {
    expect(problems({ HOST: '0.0.0.0' }, mode)).toEqual([expect.stringMatching(/^HOST: remove it/)]);
  });
});

test('an unknown mode is refused', () => {
  expect(problems(complete, 'prod')).toEqual(['start it as "production", "dev" or "demo", not as "prod"']);
});

describe('what is kept of files, and who sees answers in groups', () => {
  test('is as it is set, each by itself', () => {
    const megabyte = 1024 * 1024;
    expect(readConfig({ FILE_MAX_MB: '2' }, 'dev').fileLimits).toEqual({ bytes: 2 * megabyte, perCase: 10 });
    expect(readConfig({ FILES_PER_CASE: '3' }, 'dev').fileLimits).toEqual({
      bytes: 10 * megabyte,
      perCase: 3,
    });
    expect(() => readConfig({ FILE_MAX_MB: '500', FILES_PER_CASE: '0' }, 'dev')).toThrow(ConfigError);
    expect(readConfig({}, 'dev').targetedMessages).toBeUndefined();
    expect(readConfig({ ...complete, TARGETED_MESSAGES: 'off' }).targetedMessages).toBe(false);
    expect(readConfig({}, 'dev').dialogs).toBeUndefined();
    expect(readConfig({ ...complete, DIALOGS: 'off' }).dialogs).toBe(false);
  });
});
