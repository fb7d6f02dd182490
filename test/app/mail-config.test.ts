import { describe, expect, test } from '@jest/globals';
import { ConfigError, type Environment, readConfig } from '../../src/app/config.ts';

const production = {
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  MICROSOFT_APP_PASSWORD: 'secret',
};
const mail = {
  SMTP_URL: 'smtps://lotse:p%40ss@mail.example.org:465',
  MAIL_FROM: 'Lotse, Stadt <lotse@example.org>',
  PUBLIC_URL: 'https://lotse.example.org/',
};

function problems(env: Environment, mode?: string): readonly string[] {
  try {
    readConfig(env, mode);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('mail', () => {
  test('is not sent when no server is set', () => {
    expect(readConfig(production).mail).toBeUndefined();
    expect(readConfig({ MAIL_FROM: mail.MAIL_FROM }, 'dev').mail).toBeUndefined();
  });

  test('goes to the server that is set, from the mailbox, with links to the outside', () => {
    expect(readConfig({ ...production, ...mail })).toMatchObject({
      mail: { smtpUrl: mail.SMTP_URL, from: { name: 'Lotse, Stadt', address: 'lotse@example.org' } },
      publicUrl: 'https://lotse.example.org',
    });
  });

  test.each([
    ['lotse@example.org', { name: 'Lotse', address: 'lotse@example.org' }],
    ['<lotse@example.org>', { name: 'Lotse', address: 'lotse@example.org' }],
    ['Digitaler Beirat <beirat@example.org>', { name: 'Digitaler Beirat', address: 'beirat@example.org' }],
  ])('comes from "%s"', (text, from) => {
    expect(readConfig({ ...production, ...mail, MAIL_FROM: text }).mail?.from).toEqual(from);
  });

  test('needs to say at once who sends it and where its links lead', () => {
    const { SMTP_URL } = mail;
    expect(problems({ ...production, SMTP_URL })).toEqual([
      expect.stringMatching(/^MAIL_FROM: write the mailbox/),
      expect.stringMatching(/^PUBLIC_URL: write the address/),
    ]);
    expect(problems({ SMTP_URL }, 'dev')).toEqual([expect.stringMatching(/^MAIL_FROM/)]);
  });

  test.each([
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['SMTP_URL', 'smtp://user:%zz@mail.example.org'],
    ['SMTP_URL', 'smtp://mail.example.org/path'],
    ['MAIL_FROM', 'Lotse'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['MAIL_FROM', 'Lotse <a@example.org> <b@example.org>'],
    ['PUBLIC_URL', 'lotse.example.org'],
    ['PUBLIC_URL', 'http://lotse.example.org'],
    ['PUBLIC_URL', 'https://lotse.example.org/?x=1'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
  ])('is refused with %s "%s"', (name, value) => {
    expect(problems({ ...production, ...mail, [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: write`)),
    ]);
  });

  test('may lead to this machine while trying things out', () => {
    expect(readConfig({ PUBLIC_URL: 'http://127.0.0.1:4000' }, 'dev').publicUrl).toBe(
      'http://127.0.0.1:4000',
    );
  });
});
