import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

type Locked = { readonly optionalDependencies?: Readonly<Record<string, string>> };
type Lockfile = { readonly packages: Readonly<Record<string, Locked>> };

const text = readFileSync('package-lock.json', 'utf8');
const { packages } = JSON.parse(text) as Lockfile;

/** Optional packages that nobody locked: `npm ci` refuses the whole file because of one. */
const unlocked = (all: Lockfile['packages']): readonly string[] => {
  const names = new Set(Object.keys(all).map((place) => place.split('node_modules/').at(-1)));
  return Object.entries(all).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).flatMap((name) => (names.has(name) ? [] : [`${place} → ${name}`])),
  );
};

test('every package for another operating system is locked as well', () => {
  // Otherwise: take the newest version of the parent whose packages for all systems are published.
  expect(unlocked(packages)).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(300);
});

test('a missing one is found', () => {
  const planted = { 'node_modules/a': { optionalDependencies: { 'a-win32': '1.0.0' } } };
  expect(unlocked(planted)).toEqual(['node_modules/a → a-win32']);
});

test('the lockfile names no download host', () => {
  expect(text).not.toContain('"resolved"');
});
