import { describe, expect, test } from '@jest/globals';
import { serverOf } from '../../../src/adapters/mail/server.ts';

const of = (url: string) => serverOf(url, 1000);

describe('the server of an SMTP_URL', () => {
  test.each([
    ['smtp://mail.example.org', { port: 25, secure: false, requireTLS: false }],
    ['smtp://mail.example.org:2525', { port: 2525 }],
    ['smtps://mail.example.org', { port: 465, secure: true, requireTLS: false }],
    ['smtp://user:pass@mail.example.org', { port: 587, secure: false, requireTLS: true }],
    ['smtp://user:pass@127.0.0.1:25', { port: 25, requireTLS: false }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ])('%s', (url, expected) => {
    expect(of(url)).toMatchObject(expected);
  });

  test('has the password as it is, without the escapes of the address', () => {
    expect(of('smtps://lotse%40example.org:p%40ss%3A%2F@mail.example.org').auth).toEqual({
      user: 'lotse@example.org',
      pass: 'p@ss:/',
    });
    expect(of('smtp://mail.example.org')).not.toHaveProperty('auth');
  });

  test('is given up after the patience everywhere', () => {
    expect(of('smtp://mail.example.org')).toMatchObject({
      connectionTimeout: 1000,
      greetingTimeout: 1000,
      dnsTimeout: 1000,
      socketTimeout: 1000,
    });
  });
});
