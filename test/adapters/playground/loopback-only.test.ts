import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { findPlayground } from '../../../src/adapters/playground/find-playground.ts';

/** What a program prints that runs under the guard. */
const guarded = (program: string): string =>
  execFileSync(
    process.execPath,
    ['--import', './src/adapters/playground/loopback-only.ts', '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  ).trim();

const connecting = (target: string): string => `
  import net from 'node:net';
  const socket = net.connect(${target});
  socket.on('error', (error) => console.log(error.message));
`;

describe('a program under the guard', () => {
  test('listens on this machine only, although it asked for every address', () => {
    const listening = (args: string) => `
      import http from 'node:http';
      const server = http.createServer();
      server.listen(${args}, () => { console.log(server.address().address); server.close(); });
    `;
    expect(guarded(listening('0'))).toBe('127.0.0.1');
    expect(guarded(listening("0, '0.0.0.0'"))).toBe('127.0.0.1');
  });

  test.each([
    ['its own page', "{ host: 'localhost:1' }", 200],
    ['its own page with its origin', "{ host: '127.0.0.1:1', origin: 'http://127.0.0.1:1' }", 200],
    ['a name made to point to this machine', "{ host: 'evil.example' }", 'ECONNRESET'],
    ['a page elsewhere', "{ origin: 'https://evil.example' }", 'ECONNRESET'],
    [
      'a page elsewhere that opens a socket',
      "{ origin: 'https://evil.example', connection: 'upgrade', upgrade: 'websocket' }",
      'ECONNRESET',
    ],
  ])('lets only pages of this machine ask: %s', (_what, headers, outcome) => {
    const asking = `
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end());
      server.on('upgrade', (request, socket) => socket.end('HTTP/1.1 200 OK\\r\\n\\r\\n'));
      server.listen(0, () => {
        const { port } = server.address();
        const done = (outcome) => { console.log(outcome); process.exit(); };
        http.get({ host: '127.0.0.1', port, headers: ${headers} }, (response) => done(response.statusCode))
          .on('error', (error) => done(error.code));
      });
    `;
    expect(guarded(asking)).toBe(String(outcome));
  });

  test.each(["443, '192.0.2.1'", "{ host: 'telemetry.example.org', port: 443 }"])(
    'does not reach net.connect(%s)',
    (target) => {
      expect(guarded(connecting(target))).toBe('The Playground may connect to this machine only.');
    },
  );

  test.each(["1, '127.0.0.1'", "{ port: 1, host: 'localhost' }", '1'])(
    'may try net.connect(%s)',
    (target) => {
      expect(guarded(connecting(target))).not.toContain('this machine only');
    },
  );

  test('does not reach another machine with fetch', () => {
    const program =
      "try { await fetch('https://telemetry.example.org') } catch (error) { console.log(error.cause.message) }";
    expect(guarded(program)).toBe('The Playground may connect to this machine only.');
  });
});

test('an installation without the Playground is noticed', () => {
  expect(findPlayground()).toMatch(/m365agentsplayground/);
  expect(findPlayground('/nowhere/file.js')).toBeUndefined();
});
