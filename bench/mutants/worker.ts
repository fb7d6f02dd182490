import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { instrument, type Mutant } from './instrument.ts';

/*
 * Loads test files once, with sources that hold all their mutants, and runs the tests again for each mutant until one
 * fails. A thread of its own: a mutant may run for ever.
 */
type Given = {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  readonly from: number;
};
const { sources, tests, from } = workerData as Given;

const mutants: (Mutant & { readonly source: string })[] = [];
const codes = new Map<string, string>();
for (const source of sources) {
  const made = instrument(readFileSync(source, 'utf8'), mutants.length + 1);
  codes.set(pathToFileURL(resolve(source)).href, made.code);
  mutants.push(...made.mutants.map((mutant) => ({ ...mutant, source })));
}

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: new URL('./globals.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) => {
    const code = codes.get(url);
    return code === undefined
      ? next(url, context)
      : { format: 'module-typescript', source: code, shortCircuit: true };
  },
});

const { begin, run } = await import('./globals.ts');
for (const test of tests) await import(pathToFileURL(resolve(test)).href);
await begin();

const state = globalThis as { mutant?: number };
const baseline = await run();
if (baseline) throw new Error(`the tests fail without any mutant: ${baseline}`);
parentPort?.postMessage({ mutants });
for (const { id } of mutants) {
  if (id < from) continue;
  state.mutant = id;
  parentPort?.postMessage({ began: id });
  const failed = await run();
  state.mutant = 0;
  parentPort?.postMessage({ done: id, isKilled: failed !== undefined });
}
parentPort?.postMessage({ end: fileURLToPath(import.meta.url) });
