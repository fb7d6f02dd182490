import { createRequire } from 'node:module';

/* As much of jest as tests of pure decisions need, to be run again and again in the same process. */
const require = createRequire(import.meta.resolve('jest'));
const fromJest = createRequire(require.resolve('@jest/core'));
const ofCircus = createRequire(fromJest.resolve('jest-config'));
const circus = createRequire(ofCircus.resolve('jest-circus/runner'));
export const { expect } = circus('@jest/expect').jestExpect
  ? { expect: circus('@jest/expect').jestExpect }
  : { expect: circus('expect').expect };
const { bind } = circus('jest-each') as {
  bind(global: unknown, isTest?: boolean): (...table: unknown[]) => (...more: unknown[]) => void;
};

type Work = () => unknown;
type Case = {
  readonly name: string;
  readonly work: Work;
  readonly before: readonly Work[];
  readonly after: readonly Work[];
};
type Scope = { readonly name: string; readonly before: Work[]; readonly after: Work[] };

const cases: Case[] = [];
const first: Work[] = [];
const scopes: Scope[] = [{ name: '', before: [], after: [] }];
const inside = (): Scope => scopes.at(-1) as Scope;

export const beforeEach = (work: Work) => inside().before.push(work);
export const afterEach = (work: Work) => inside().after.push(work);
export const beforeAll = (work: Work) => first.push(work);
export const afterAll = (_work: Work) => undefined;
export const jest = {};

const suite = (name: string, work: Work): void => {
  scopes.push({
    name: `${inside().name} ${name}`.trim(),
    before: [...inside().before],
    after: [...inside().after],
  });
  work();
  scopes.pop();
};
const one = (name: string, work: Work): void => {
  const { name: around, before, after } = inside();
  // Jest runs what is declared after a test before it, too.
  cases.push({ name: `${around} ${name}`.trim(), work, before, after });
};
export const describe = Object.assign(suite, { each: bind(suite, false) });
export const test = Object.assign(one, { each: bind(one), skip: () => undefined });
export const it = test;

/** Once, before the first run. */
export async function begin(): Promise<void> {
  for (const work of first) await work();
}

/** @returns the name of the first test that fails. What failed last is tried first: it often fails again. */
export async function run(): Promise<string | undefined> {
  for (const [at, { name, work, before, after }] of cases.entries()) {
    try {
      for (const one of before) await one();
      await work();
      for (const one of after) await one();
    } catch {
      cases.unshift(...cases.splice(at, 1));
      return name;
    }
  }
  return undefined;
}
