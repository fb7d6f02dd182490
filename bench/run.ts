import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `npm run bench` measures everything, `npm run bench -- NAME …` only those files of bench/; each in a fresh process. */
const folder = import.meta.dirname;
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.endsWith('-subject.ts'))
  .map((file) => file.replace(/\.ts$/, ''));
const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !all.includes(name));
const chosen = positionals.length > 0 ? positionals : all;

if (unknown.length > 0 || all.length === 0) {
  console.error(
    `There is no benchmark "${unknown.join('", "')}". There are: ${all.join(', ') || 'none yet'}.`,
  );
  process.exitCode = 1;
} else {
  for (const name of chosen) {
    console.log(`\n${name}\n${'─'.repeat(name.length)}`);
    const { status } = spawnSync(process.execPath, ['--expose-gc', `${folder}/${name}.ts`], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
