import { spawnSync } from 'node:child_process';

/*
 * A store works, and the power fails: at 600 moments of it, writes and names that were not synced are lost, torn by
 * sectors, or there. Everything that was acknowledged must be found, nothing half, and the store must open.
 * `node bench/power.ts [failures] [seed]`
 */
const [failures = 600, seed = 1] = process.argv.slice(2).map(Number);
const child = spawnSync(
  process.execPath,
  ['test/adapters/store/children/power.ts', String(failures), String(seed)],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
);
const seen = JSON.parse(child.stdout);
console.log('| what | figure |\n| --- | ---: |');
console.log(`| power failures | ${seen.failures} |`);
console.log(`| opened again, and once more | ${seen.opened} |`);
console.log(`| acknowledged changes looked for | ${seen.acknowledged} |`);
console.log(`| of them lost, half, or taken for a restore | ${seen.wrong.length} |`);
console.log(`| a torn record at the end, never acknowledged, dropped | ${seen.dropped} |`);
for (const fault of seen.wrong) console.log(`WRONG: ${fault}`);
if (seen.wrong.length > 0) process.exitCode = 1;
