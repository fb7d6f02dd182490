import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';

const dataDir = mkdtempSync(join(tmpdir(), 'lotse-main-'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts the program as `npm run dev` and `npm start` do, with nothing but the given variables. */
function start(mode: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts', mode], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATA_DIR: dataDir,
      ...env,
    },
  });
  children.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  const started = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', () => {
      const line = output.out.split('\n').find((text) => text.includes('"started"'));
      if (line) resolve(JSON.parse(line).port);
    });
    child.once('exit', () => reject(new Error(output.err)));
  });
  started.catch(() => {});
  return { child, output, started, ended: once(child, 'exit') };
}

describe('the program', () => {
  test('refuses to start in production without credentials, and says which', async () => {
    const { output, ended } = start('production', {});
    expect((await ended)[0]).toBe(1);
    expect(output.err).toMatch(/MICROSOFT_APP_ID: write the application/);
    expect(output.err).toMatch(/MICROSOFT_APP_TYPE/);
    expect(output.err).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test('refuses to start without the folder of the directory, in one line', async () => {
    const { output, ended } = start('dev', { DIRECTORY_DIR: '/missing' });
    expect((await ended)[0]).toBe(1);
    expect(output.err).toMatch(/^DIRECTORY_DIR: .*„\/missing“.*\n$/);
  });

  test('refuses to start on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { output, ended } = start('dev', { PORT: String(port) });
    expect((await ended)[0]).toBe(1);
    expect(output.err).toMatch(/the port is taken/);
    other.close();
  }, 60_000);

  test('answers in dev mode with nothing configured, and stops cleanly on a signal', async () => {
    const { child, output, started, ended } = start('dev', { PORT: '0' });
    const url = `http://127.0.0.1:${await started}`;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(output.out).toMatch(/"event":"stopped"/);
    for (const line of output.out.trim().split('\n'))
      expect(JSON.parse(line).event).toEqual(expect.any(String));
  }, 60_000);
});
