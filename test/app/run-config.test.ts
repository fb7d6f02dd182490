import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/app/config.ts';
import { proxiesOf } from '../../src/app/run-config.ts';

const problems = (env: Record<string, string>): string => {
  try {
    readConfig(env, 'dev');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('how the program runs', () => {
  test('is read from the environment', () => {
    const env = {
      STORE_URL: 'postgres://lotse:p%40ss@db:5432/lotse',
      METRICS_PORT: '9464',
      TRUSTED_PROXIES: '10.0.0.0/8',
    };
    expect(readConfig(env, 'dev')).toMatchObject({
      storeUrl: env.STORE_URL,
      metricsPort: 9464,
      trustedProxies: '10.0.0.0/8',
    });
  });

  test.each([
    [{ STORE_URL: 'mysql://db/lotse' }, 'STORE_URL: write the database as postgres://'],
    [{ STORE_URL: 'postgres://db' }, 'STORE_URL'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES: write addresses or networks'],
    [{ TRUSTED_PROXIES: 'proxy.example.org' }, 'TRUSTED_PROXIES'],
    [{ METRICS_PORT: '0' }, 'METRICS_PORT'],
  ])('%j is refused with what to write', (env, message) => {
    expect(problems(env as Record<string, string>)).toContain(message);
  });

  test.each([
    ['127.0.0.1', undefined, true],
    ['::1', undefined, true],
    ['::ffff:127.0.0.1', undefined, true],
    ['10.1.2.3', undefined, false],
    ['10.1.2.3', '10.1.0.0/16, 2001:db8::/32', true],
    ['10.2.2.3', '10.1.0.0/16', false],
    ['2001:db8::7', '10.1.0.0/16, 2001:db8::/32', true],
    ['not an address', '10.1.0.0/16', false],
  ])('%s behind %s is a proxy: %s', (address, list, expected) => {
    expect(proxiesOf(list)(address)).toBe(expected);
  });
});
