import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { manifestVariables } from '../../manifest/settings.ts';
import { variableNames } from '../../src/app/config.ts';
import { projectFiles } from '../support/project-files.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the file .env.example', () => {
  test('names exactly the variables that the program reads', () => {
    const example = readFileSync('.env.example', 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    const read = new Set([...variableNames, ...manifestVariables]);
    expect(named.toSorted()).toEqual([...read].toSorted());
  });
});

test('a variable that only a command on this machine reads is explained in the README', () => {
  const files = projectFiles().filter(({ path }) =>
    /^(src|manifest|docs|bench|test\/support)\/.*\.ts$/.test(path),
  );
  const read = files.flatMap(({ text }) =>
    [...text.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name = '']) => name),
  );
  const special = new Set(read.filter((name) => ![...variableNames, ...ownOfTheMachine].includes(name)));
  expect([...special]).toEqual(expect.arrayContaining(['DEMO_PORT', 'CHROMIUM_PATH']));
  expect([...special].filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
});

const ownOfTheMachine: readonly string[] = ['PATH', 'HOME', 'TERM'];
