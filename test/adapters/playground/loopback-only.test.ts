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
