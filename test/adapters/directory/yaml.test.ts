import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  directoryPaths,
  FileTooLarge,
  programModel,
  readDirectoryFiles,
} from '../../../src/adapters/directory/read-files.ts';
import { rewriteYaml } from '../../../src/adapters/directory/rewrite-yaml.ts';
import { readYaml } from '../../../src/adapters/directory/yaml-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading YAML', () => {
  const text = '# head\nunits:\n  - id: 10.50\n    name: { de: A,\n      en: no }\n  - id: "61"\n';

  test('as text keeps what people wrote, typed makes numbers of it', () => {
    expect(readYaml('a.yaml', text, 'text').value).toEqual({
      units: [{ id: '10.50', name: { de: 'A', en: 'no' } }, { id: '61' }],
    });
    expect(readYaml('a.yaml', text, 'typed').value).toMatchObject({ units: [{ id: 10.5 }, { id: '61' }] });
  });

  test.each([
    [['units'], 2],
    [['units', 0], 3],
    [['units', 0, 'id'], 3],
    [['units', 0, 'name', 'en'], 5],
    [['units', 1], 6],
    [['units', 1, 'kind'], 6],
    [['persons'], 2],
  ])('finds the line of %j, or of what is around it', (path, line) => {
    expect(readYaml('a.yaml', text, 'text').placeOf(path)).toEqual({ file: 'a.yaml', line });
  });

  test.each([
    ['an open quote', 'a: 1\nb: "x\n', 3],
    ['a key that is there twice', 'a: 1\nb: 2\na: 3\n', 3],
    ['wrong indentation', 'a:\n  - b\n c: d\n', 3],
  ])('tells the line of %s', (_name, broken, line) => {
    const { errors, value } = readYaml('a.yaml', broken, 'text');
    expect(errors[0]).toMatchObject({ line, reason: expect.not.stringContaining('at line') });
    expect(value).toBeUndefined();
  });

  test('does not expand anchors without limit', () => {
    const row = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`;
    const bomb = ['a: &a [x, x]', row('b', 'a'), row('c', 'b'), row('d', 'c'), row('e', 'd')].join('\n');
    expect(readYaml('a.yaml', bomb, 'text').errors).toHaveLength(1);
  });
});

describe('the files of a folder', () => {
  test('are its organisation and the role model of the program, unless it has its own', async () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    expect(directoryPaths(own, '/program')).toEqual({
      model: join('/program', 'data', 'directory.yaml'),
      organisation: join(own, 'organisation.yaml'),
    });
    writeFileSync(join(own, 'directory.yaml'), 'roles: []');
    expect(directoryPaths(own, '/program').model).toBe(join(own, 'directory.yaml'));
  });

  test('may lack the organisation, but not the folder', async () => {
    const files = await readDirectoryFiles({
      model: programModel('.'),
      organisation: join(folder, 'organisation.yaml'),
    });
    expect(files.organisation).toMatchObject({ text: undefined, errors: [] });
    const away = { model: programModel('.'), organisation: join(folder, 'away', 'organisation.yaml') };
    await expect(readDirectoryFiles(away)).rejects.toMatchObject({
      code: 'ENOENT',
      path: join(folder, 'away'),
    });
  });

  test('are not read when they are too large', async () => {
    const organisation = join(folder, 'large.yaml');
    writeFileSync(organisation, '');
    truncateSync(organisation, 21 * 1024 * 1024);
    await expect(readDirectoryFiles({ model: programModel('.'), organisation })).rejects.toThrow(
      FileTooLarge,
    );
  });
});

describe('rewriting YAML', () => {
  const keyOf = (_table: string, row: Readonly<Record<string, unknown>>) => String(row.id);
  const text = `# Who works here
persons:
  # the first
  - id: a # remark
    name: Old name # as on the door
    unit: "10.50"
  # the second
  - { id: b, name: B, unit: 61, tags: [x, y] }
  - id: c
    name: C
`;

  test('changes nothing when nothing changed', () => {
    const rows = (readYaml('a', text, 'text').value as { persons: { id: string }[] }).persons;
    expect(rewriteYaml(text, { persons: rows }, keyOf)).toBe(text);
  });

  test('keeps comments and all lines that did not change', () => {
    const persons = [
      { id: 'a', name: 'A', unit: '10.50' },
      { id: 'b', name: 'B', tags: ['x', 'z'] },
      { id: 'd', name: 'D', unit: '01', since: '2026-11-24', words: { de: 'x', en: 'no' }, none: [] },
    ];
    expect(rewriteYaml(text, { persons }, keyOf)).toBe(`# Who works here
persons:
  # the first
  - id: a # remark
    name: A # as on the door
    unit: "10.50"
  # the second
  - { id: b, name: B, tags: [x, z] }
  - id: d
    name: D
    unit: "01"
    since: "2026-11-24"
    words: { de: x, en: "no" }
`);
  });

  test('writes new rows in the style of their table', () => {
    const text = 'a:\n  - { id: x }\n';
    expect(rewriteYaml(text, { a: [{ id: 'x' }, { id: 'y', n: ['1'] }] }, keyOf)).toBe(
      'a:\n  - { id: x }\n  - { id: y, n: ["1"] }\n',
    );
  });

  test('fills an empty file and empties a list', () => {
    expect(rewriteYaml('', { persons: [{ id: 'a' }], units: [] }, keyOf)).toBe('persons:\n  - id: a\n');
    expect(rewriteYaml('persons:\n  - id: a\n', { persons: [] }, keyOf)).toBe('persons: []\n');
    expect(
      rewriteYaml('persons:\nunits: []\n', { persons: [{ id: 'a' }], units: [{ id: 'b' }] }, keyOf),
    ).toBe('persons:\n  - id: a\nunits:\n  - id: b\n');
  });
});
