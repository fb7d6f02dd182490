import { describe, expect, test } from '@jest/globals';
import { projectFiles, topLevel } from '../support/project-files.ts';
import { fileProblems, longestFile } from './file-rules.ts';

/** Tests of the rules themselves quote what the rules forbid. */
const quoting = ['test/house/files.test.ts', 'test/house/file-rules.ts'];

describe('the files of the project', () => {
  const files = projectFiles();

  test('keep the rules of the house', () => {
    expect(fileProblems(files.filter((file) => !quoting.includes(file.path)))).toEqual([]);
  });

  test('were really read', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.map((file) => file.path)).toEqual(
      expect.arrayContaining(['src/core/router.ts', 'package.json', '.ci/run', 'manifest/build.ts']),
    );
  });
});

test('the top of the project holds what DESIGN names and the usual tool files, nothing else', () => {
  const folders = ['manifest', 'cards', 'data', 'src', 'test', 'bench', 'docs'];
  const papers = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', '.env.example'];
  const tools = ['package.json', 'package-lock.json', 'tsconfig.json', 'jest.config.js', 'biome.json'];
  const published = ['publiccode.yml', 'SECURITY.md', 'NOTICE.md', 'Dockerfile', 'compose.yaml', 'deploy'];
  const dotted = ['.ci', '.dockerignore', '.gitignore', '.gitattributes', '.editorconfig', '.npmrc'];
  const known = new Set([...folders, ...papers, ...tools, ...published, ...dotted]);
  expect(topLevel().filter((name) => !known.has(name))).toEqual([]);
});

describe('a planted breach is found', () => {
  test.each([
    ['test/a.test.ts', "test.only('x', () => {});", 'run every test'],
    ['test/a.test.ts', "describe.skip.each([1])('x', () => {});", 'run every test'],
    ['docs/a.md', 'Some text\nTODO: more', 'docs/a.md:2: "TODO"'],
    ['src/core/a.ts', "const folder = '/home/somebody/lotse';", 'no path of one machine'],
    ['src/core/a.ts', 'export class CardManager {}', 'name it after what it does'],
    ['src/core/a.ts', 'export const stringUtils = {};', 'name it after what it does'],
    ['src/core/card-helper.ts', '', 'name the file'],
    ['test/support/utils.ts', '', 'name the file'],
    ['src/app/create-app.ts', 'const port = process.env.PORT;', 'read once'],
    ['src/features/ideas/a.ts', 'const now = new Date();', 'no clock'],
    ['src/features/ideas/a.ts', 'const id = Math.random();', 'no chance'],
    ['src/app/long.ts', 'x\n'.repeat(longestFile + 1), `at most ${longestFile}`],
  ])('in %s: %.40j', (path, text, problem) => {
    expect(fileProblems([{ path, text }])).toEqual([expect.stringContaining(problem)]);
  });

  test('and what is allowed passes', () => {
    const fine = [
      { path: 'test/a.test.ts', text: "(root ? test : test.skip)('needs root', () => {});" },
      { path: 'src/main.ts', text: 'start(process.env);' },
      { path: 'src/app/config.ts', text: 'readConfig(process.env);' },
      { path: 'src/core/a.ts', text: "export const strategicManagement = new Date('2026-11-24');" },
      { path: 'src/app/long.ts', text: 'x\n'.repeat(longestFile) },
    ];
    expect(fileProblems(fine)).toEqual([]);
  });
});
