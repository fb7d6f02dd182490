import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkClock, dataFile, serverTime } from '../../src/app/clock-check.ts';
import { silent } from '../../src/core/ports/log.ts';

const at = (text: string) => () => new Date(text);
const witness = (text: string) => async () => ({ time: new Date(text), whose: 'the database' });

test('a clock that is a day off stops the start, with both times and what to do', async () => {
  const check = checkClock(at('2027-12-29T10:00:00Z'), [witness('2026-11-24T10:00:00Z')], silent);
  await expect(check).rejects.toThrow(/2027-12-29T10.*the database says 2026-11-24T10.*Set the clock/);
  const behind = checkClock(at('2026-11-22T10:00:00Z'), [witness('2026-11-24T10:00:00Z')], silent);
  await expect(behind).rejects.toThrow('Set the clock');
});

test('an hour, or a witness who cannot be asked, does not', async () => {
  const deaf = async () => Promise.reject(new Error('no way there'));
  await checkClock(at('2026-11-24T11:00:00Z'), [deaf, witness('2026-11-24T10:00:00Z')], silent);
});

test('data that was written in the future shows a clock that went back; old data shows nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-clock-'));
  const file = join(folder, 'lotse.jsonl');
  const now = at('2026-11-24T10:00:00Z');
  expect(await dataFile(folder, now)()).toBeUndefined();
  writeFileSync(file, '');
  utimesSync(file, new Date('2027-12-01'), new Date('2027-12-01'));
  await expect(checkClock(now, [dataFile(folder, now)], silent)).rejects.toThrow('2027-12-01');
  utimesSync(file, new Date('2025-12-01'), new Date('2025-12-01'));
  await checkClock(now, [dataFile(folder, now)], silent);
  rmSync(folder, { recursive: true });
});

test('the time of a server is that of its answer', async () => {
  const server = createServer((_req, res) => res.setHeader('date', 'Tue, 24 Nov 2026 10:00:00 GMT').end());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect((await serverTime(url)())?.time.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  server.close();
});
