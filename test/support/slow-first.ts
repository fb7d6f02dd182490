import { statSync } from 'node:fs';

type Test = { readonly path: string };

/** Files that take by far the longest, those with a browser in turn with others: two browsers would be in each other's way. */
const slow = [
  'browser/ideas',
  'house/cards',
  'browser/beirat.',
  'app/stored-data',
  'browser/pages',
  'app/audit-person',
  'browser/requests',
  'learned/learn',
  'browser/tabs',
  'app/demo',
  'browser/demo',
  'wire/beirat-faults',
  'browser/beirat-pages',
];

/**
 * The order of test files: the slow ones first, so that at the end no worker waits for one of them while the others
 * have nothing left to do. Jest would know only from a run before, which a clean checkout has not had.
 */
export default class SlowFirst {
  sort(tests: readonly Test[]): Test[] {
    const rank = ({ path }: Test) => {
      const at = slow.findIndex((part) => path.includes(`/${part}`));
      return at === -1 ? slow.length : at;
    };
    const size = ({ path }: Test) => statSync(path).size;
    return [...tests].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
  }

  /** Nothing is remembered: every run has the same order. */
  cacheResults(): void {}
}
