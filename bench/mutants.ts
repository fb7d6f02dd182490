import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Mutant } from './mutants/instrument.ts';

/*
 * Whether the tests of what decides would notice a mistake: each comparison, condition, value and list is changed, one at
 * a time, and the tests must fail. `npm run bench -- mutants`, or `node bench/mutants.ts PART …` for some.
 */
const parts: Readonly<
  Record<string, { readonly sources: readonly string[]; readonly tests: readonly string[] }>
> = {
  quorum: {
    sources: ['src/features/beirat/board/quorum.ts'],
    tests: ['test/features/beirat/board/quorum.test.ts'],
  },
  machine: {
    sources: ['src/case/decision.ts'],
    tests: ['test/case/decision.test.ts', 'test/case/machine.test.ts'],
  },
  circulations: {
    sources: ['src/features/beirat/circulations/policy.ts'],
    tests: ['table', 'voting'].map((name) => `test/features/beirat/circulations/${name}.test.ts`),
  },
  ideas: {
    sources: ['src/features/ideas/policy.ts'],
    tests: ['policy', 'table', 'rights'].map((name) => `test/features/ideas/${name}.test.ts`),
  },
  meetings: {
    sources: ['src/features/beirat/meetings/policy.ts'],
    tests: ['policy', 'reviews', 'record/recommendations'].map(
      (name) => `test/features/beirat/meetings/${name}.test.ts`,
    ),
  },
  requests: {
    sources: ['policy', 'parts', 'order'].map((name) => `src/features/requests/${name}.ts`),
    tests: ['policy', 'table', 'actors', 'parts', 'colleague'].map(
      (name) => `test/features/requests/${name}.test.ts`,
    ),
  },
  polls: {
    sources: ['src/features/beirat/date-polls/policy.ts'],
    tests: ['table', 'program'].map((name) => `test/features/beirat/date-polls/${name}.test.ts`),
  },
};
/** A mutant that takes longer has been noticed: nothing here takes a second. Milliseconds. */
const patience = 20_000;
/** Share that must be noticed. */
const goal = 0.85;

type Found = Mutant & { readonly source: string };
type Said = {
  readonly mutants?: readonly Found[];
  readonly began?: number;
  readonly done?: number;
  readonly isKilled?: boolean;
};

/** @returns what nobody noticed, and how many there were */
async function survivorsOf({
  sources,
  tests,
}: {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}) {
  let mutants: readonly Found[] = [];
  const survivors: Found[] = [];
  let from = 1;
  do {
    const worker = new Worker(new URL('./mutants/worker.ts', import.meta.url), {
      workerData: { sources, tests, from },
    });
    let late: NodeJS.Timeout | undefined;
    let began = 0;
    from = await new Promise<number>((resolve, reject) => {
      worker.on('message', (said: Said) => {
        mutants = said.mutants ?? mutants;
        if (said.began !== undefined) {
          began = said.began;
          clearTimeout(late);
          late = setTimeout(() => worker.terminate(), patience);
        }
        const survivor =
          said.done !== undefined && !said.isKilled && mutants.find(({ id }) => id === said.done);
        if (survivor) survivors.push(survivor);
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        clearTimeout(late);
        resolve(began + 1);
      });
    });
  } while (from <= mutants.length);
  return { survivors, count: mutants.length };
}

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
// Each part in a process of its own: what one of them loaded is not there for the next.
if (chosen.length > 1) {
  const codes = chosen.map((name) => {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
    });
    return status ?? 1;
  });
  process.exit(Math.max(...codes));
}
const rows: string[] = [];
for (const name of chosen) {
  const part = parts[name];
  if (!part) throw new Error(`There is no part "${name}". There are: ${Object.keys(parts).join(', ')}.`);
  const { survivors, count } = await survivorsOf(part);
  for (const { source, line, was, is } of survivors) console.log(`${source}:${line}: ${was}  →  ${is}`);
  const share = (count - survivors.length) / count;
  rows.push(`| ${name} | ${count} | ${survivors.length} | ${(share * 100).toFixed(0)} % |`);
  if (share < goal) process.exitCode = 1;
}
console.log('\n| part | mutants | not noticed | noticed |\n| --- | ---: | ---: | ---: |');
for (const row of rows) console.log(row);
