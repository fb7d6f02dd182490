import { expect, test } from '@jest/globals';
import { every } from '../../../src/adapters/clock/every.ts';

test('runs again and again, never twice at once, also after a run that failed', async () => {
  let [runs, underWay, most] = [0, 0, 0];
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const end = every(1, async () => {
    runs += 1;
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((done) => setImmediate(done));
    underWay -= 1;
    if (runs === 3) resolve();
    if (runs === 2) throw new Error('one run fails');
  });
  await enough;
  await end();
  expect(most).toBe(1);
  expect(runs).toBeGreaterThanOrEqual(3);
});

test('ending waits for the run under way, and nothing runs afterwards', async () => {
  let runs = 0;
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const end = every(1, async () => {
    runs += 1;
    started.resolve();
    await finish.promise;
  });
  await started.promise;
  let ended = false;
  const ending = end().then(() => {
    ended = true;
  });
  await new Promise((done) => setImmediate(done));
  expect(ended).toBe(false);
  finish.resolve();
  await ending;
  await new Promise((done) => setTimeout(done, 10));
  expect(runs).toBe(1);
});
