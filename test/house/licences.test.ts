import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

test('every package of a running Lotse names a licence that somebody has looked at', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['docs/licences.ts', '--all'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('date-holidays');
});

test('the licence stands in full where everybody looks for it, and is the one that package.json names', () => {
  const text = readFileSync('LICENSE', 'utf8');
  expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
  expect(text).toContain('15.Applicable Law');
  const { license, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const code = parse(readFileSync('publiccode.yml', 'utf8'));
  expect([code.legal.license, code.softwareVersion]).toEqual([license, version]);
});

test('publiccode.yml has what its standard asks for', () => {
  const code = parse(readFileSync('publiccode.yml', 'utf8'));
  const needed = [
    'publiccodeYmlVersion',
    'name',
    'platforms',
    'developmentStatus',
    'softwareType',
    'description',
    'legal',
    'maintenance',
    'localisation',
  ];
  expect(needed.filter((name) => code[name] === undefined)).toEqual([]);
  for (const language of code.localisation.availableLanguages) {
    const { shortDescription, longDescription, features } = code.description[language];
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThan(0);
  }
});
