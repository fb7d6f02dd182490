import { expect, test } from '@jest/globals';
import { createReadiness } from '../../src/app/readiness.ts';
import { silent } from '../../src/core/ports/log.ts';

let now = new Date('2026-11-24T09:00:00Z');
const clock = { now: () => now };
const open = (check: () => Promise<void>, stopped: readonly string[] = []) =>
  createReadiness({ store: { check }, stopped: async () => stopped, clock, log: silent });

test('who can read, write and send is ready', async () => {
  expect(await open(async () => undefined)()).toEqual({ status: 200, body: { status: 'ready' } });
});

test('a store that cannot be written, or a channel that refuses us, says why', async () => {
  const full = open(async () => {
    throw new Error('ENOSPC');
  });
  expect(await full()).toEqual({ status: 503, body: { status: 'not-ready', reasons: ['store-not-usable'] } });
  expect(await open(async () => undefined, ['teams'])()).toMatchObject({
    status: 503,
    body: { reasons: ['sending-stopped-teams'] },
  });
});

test('many probes cost one look every few seconds', async () => {
  let looks = 0;
  const ready = open(async () => {
    looks += 1;
  });
  await Promise.all([ready(), ready(), ready()]);
  expect(looks).toBe(1);
  now = new Date(now.getTime() + 5000);
  await ready();
  expect(looks).toBe(2);
});
