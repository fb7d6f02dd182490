import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, referencesOf } from '../support/markdown.ts';
import { projectFiles } from '../support/project-files.ts';

const pages = projectFiles().filter(({ path }) => path.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the documentation', () => {
  test('begins with README.md and CONTRIBUTING.md', () => {
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md']));
  });

  test('names only files, headings and npm scripts that exist', () => {
    const missing = pages.flatMap(({ path, text }) => {
      const { files, anchors, scripts: named } = referencesOf(path, text);
      const unmet = [
        ...files.filter((file) => !existsSync(file)),
        ...anchors.filter((anchor) => !hasAnchor(anchor)),
        ...named.filter((script) => !scripts[script]).map((script) => `npm run ${script}`),
      ];
      return unmet.map((reference) => `${path} names ${reference}`);
    });
    expect(missing).toEqual([]);
  });
});

test('every npm script starts a file that exists', () => {
  const files = Object.entries(scripts).flatMap(([name, command]) =>
    [...command.matchAll(/[\w./-]+\.(?:ts|js)\b/g)].map(([file]) => [name, file] as const),
  );
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter(([, file]) => !existsSync(file))).toEqual([]);
});

describe('references are found', () => {
  const page = [
    'See [the flow](flow.md#In-short), ![a card](images/answer.png "Card") and `src/core/turn.ts`.',
    'Start `npm run demo`, then npm test; read [this](#top) and [that](https://www.example.org/src/x.ts).',
    'New features live in `src/features/<name>/`. <img alt="" src="images/more.png">',
  ].join('\n');

  test('as links, pictures, paths, headings and scripts', () => {
    expect(referencesOf('docs/house.md', page)).toEqual({
      files: [
        'docs/flow.md',
        'docs/images/answer.png',
        'docs/house.md',
        'docs/images/more.png',
        'src/core/turn.ts',
        'src/features/',
      ],
      anchors: ['docs/flow.md#In-short', 'docs/house.md#top'],
      scripts: ['demo', 'test'],
    });
  });

  test('and headings become anchors as on GitHub', () => {
    expect(anchorsOf('# Über Lotse: kurz & gut\n```\n# no heading\n```\n## `npm test`')).toEqual([
      'über-lotse-kurz--gut',
      'npm-test',
    ]);
  });
});

function hasAnchor(anchor: string): boolean {
  const [file = '', heading = ''] = anchor.split('#');
  return existsSync(file) && anchorsOf(readFileSync(file, 'utf8')).includes(decodeURI(heading));
}
