import { describe, expect, test } from '@jest/globals';
import { findChromium, howToGetChromium, type Machine } from '../support/chromium.ts';

const machine = (platform: string, env: Machine['env'], ...files: string[]): Machine => ({
  platform,
  env,
  exists: (file) => files.includes(file),
});

describe('the browser for the browser tests', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';

  test('is the one that CHROMIUM_PATH names', () => {
    const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
    expect(findChromium(machine('linux', env, '/opt/chromium', '/usr/bin/chromium'))).toBe('/opt/chromium');
  });

  test('is otherwise one from the search path', () => {
    expect(findChromium(machine('linux', { PATH: '/bin:/usr/bin' }, '/usr/bin/google-chrome'))).toBe(
      '/usr/bin/google-chrome',
    );
  });

  test('is Edge on a Windows computer without Chrome', () => {
    expect(findChromium(machine('win32', {}, edge))).toBe(edge);
  });

  test('is missing when CHROMIUM_PATH is wrong, whatever else there is', () => {
    const wrong = machine('win32', { CHROMIUM_PATH: 'C:\\nowhere.exe' }, edge);
    expect(findChromium(wrong)).toBeUndefined();
    expect(howToGetChromium(wrong)).toContain('C:\\nowhere.exe');
  });

  test.each(['linux', 'darwin', 'win32'])('is asked for in one line on %s', (platform) => {
    expect(howToGetChromium(machine(platform, {}))).toMatch(/^[^\n]*(install)[^\n]*CHROMIUM_PATH[^\n]*$/);
  });
});
