import { expect, test } from '@jest/globals';
import { redeliver } from '../support/redeliveries.ts';

/* Ten thousand: `npm run bench -- redeliveries`. */
test('clicks that come again, late, early and in any order have one effect', async () => {
  let state = 3;
  const chance = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  expect(await redeliver(300, 12, chance)).toEqual([]);
}, 60_000);
