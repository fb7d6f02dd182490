import { redeliver } from '../test/support/redeliveries.ts';

/*
 * Clicks on 200 requests, delivered again and again in any order, several at once, also before their time and after the
 * end: each has one effect, and the same notices are owed for every request.
 * `node bench/redeliveries.ts [deliveries] [seed]`
 */
const [deliveries = 10_000, seed = 1] = process.argv.slice(2).map(Number);
let state = seed;
const chance = () => {
  state = (state * 1664525 + 1013904223) % 2 ** 32;
  return state / 2 ** 32;
};
const start = performance.now();
const wrong = await redeliver(deliveries, 200, chance);
console.log(
  `${deliveries} deliveries, ${((performance.now() - start) / 1000).toFixed(0)} s: ${wrong.length} wrong`,
);
for (const fault of wrong.slice(0, 20)) console.log(`WRONG: ${fault}`);
if (wrong.length > 0) process.exitCode = 1;
