import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { filesBelow, importsOf, readModules } from '../support/imports.ts';
import { violations } from './import-rules.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const dependencies = Object.keys(manifest.dependencies);

describe('the imports of src', () => {
  const modules = readModules('.', 'src');

  test('all follow the one direction, and every package stays in its folder', () => {
    expect(violations(modules, dependencies)).toEqual([]);
  });

  test('were really read: every module of src, and not a handful of imports', () => {
    const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
    expect(modules).toHaveLength(sources.length);
    expect(modules.length).toBeGreaterThanOrEqual(13);
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThanOrEqual(modules.length / 2);
  });
});

describe('a planted violation is found', () => {
  const root = mkdtempSync(join(tmpdir(), 'lotse-imports-'));
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    ['src/core/a.ts', "import type { X } from '../features/ideas/x.ts';", 'core may not see features/ideas'],
    ['src/core/b.ts', "export type { X } from '../app/x.ts';", 'core may not see app'],
    ['src/core/c.ts', "export type X = import('../app/x.ts').X;", 'core may not see app'],
    [
      'src/core/d.ts',
      "export const x = async () => import('../adapters/web/x.ts');",
      'core may not see adapters/web',
    ],
    ['src/core/e.ts', "export const x = async (y: string) => import('../' + y);", 'a computed import cannot'],
    ['src/core/f.ts', "import { type X } from '../tabs/x.ts';", 'core may not see tabs'],
    ['src/core/g.ts', "import '../../test/support/x.ts';", 'core may not see outside src'],
    ['src/core/h.ts', "import { readFileSync } from 'node:fs';", 'core does no I/O of its own'],
    [
      'src/features/ideas/a.ts',
      "export * from '../beirat/x.ts';",
      'features/ideas may not see features/beirat',
    ],
    [
      'src/features/ideas/b.ts',
      "import '../../adapters/store/x.ts';",
      'features/ideas may not see adapters/store',
    ],
    ['src/features/ideas/c.ts', "import type { Turn } from 'botbuilder';", 'botbuilder does not belong in'],
    ['src/features/ideas/d.ts', "import '../../app/features.ts';", 'features/ideas may not see app'],
    [
      'src/adapters/web/a.ts',
      "import '../../features/ideas/x.ts';",
      'adapters/web may not see features/ideas',
    ],
    [
      'src/adapters/teams/a.ts',
      "import type { Activity } from 'botbuilder';",
      'botbuilder does not belong in',
    ],
    [
      'src/adapters/teams/b.ts',
      "import './botbuilder/x.ts';",
      'adapters/teams may not see adapters/teams/botbuilder',
    ],
    [
      'src/adapters/teams/agents/a.ts',
      "import '../botbuilder/x.ts';",
      'adapters/teams/agents may not see adapters/teams/botbuilder',
    ],
    ['src/adapters/web/b.ts', "import lowdb from 'lowdb/node';", 'lowdb does not belong in adapters/web'],
    ['src/adapters/web/c.ts', "import { readFileSync } from 'fs';", 'write node:fs'],
    ['src/adapters/mail/a.ts', "import x from 'nodemailer';", 'nodemailer is missing from the dependencies'],
    ['src/app/a.ts', "const restify = require('restify');", 'restify does not belong in app'],
    ['src/main.ts', "import './features/ideas/x.ts';", 'entry may not see features/ideas'],
    ['src/extras/a.ts', "import '../core/x.ts';", 'no rule for extras'],
  ])('%s: %s', (path, source, why) => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), source);
    const planted = readModules(root, 'src').filter((module) => module.path === path);
    expect(violations(planted, ['zod', 'botbuilder', 'restify', 'lowdb'])).toEqual([
      expect.stringContaining(why),
    ]);
  });

  test('and what is allowed passes', () => {
    const fine = [
      { path: 'src/main.ts', imports: ['./app/x.ts'] },
      { path: 'src/app/x.ts', imports: ['../features/ideas/x.ts', '../adapters/web/x.ts', '../core/x.ts'] },
      { path: 'src/features/ideas/deep/x.ts', imports: ['../x.ts', '../../../core/ports/x.ts', 'zod'] },
      { path: 'src/adapters/web/x.ts', imports: ['restify', 'node:http', './y.ts'] },
    ];
    expect(violations(fine, ['zod', 'restify'])).toEqual([]);
  });
});

test('imports in comments and strings do not count', () => {
  expect(importsOf(`// import './a.ts'\nexport const text = "import './b.ts'";`)).toEqual([]);
});
