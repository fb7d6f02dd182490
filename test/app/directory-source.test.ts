import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDataTroubles } from '../../src/app/data-troubles.ts';
import { DirectoryBroken, openDirectory } from '../../src/app/directory-source.ts';
import { lastGoodIn } from '../../src/app/last-good.ts';
import type { Kept } from '../../src/app/own-file.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-source-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
let organisation = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  organisation = join(folder, 'organisation.yaml');
  copyFileSync('data/demo/organisation.yaml', organisation);
});

/** Opens the folder with a watch that looks when told to, and a log that is kept. */
async function open(kept: Omit<Kept, 'folder' | 'log' | 'every'> = {}) {
  const lines: string[] = [];
  const write = (event: string, fields: object = {}) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  let look: () => Promise<void> = async () => undefined;
  const source = await openDirectory(
    folder,
    { info: write, warn: write, error: write },
    {
      ...kept,
      every: (run) => {
        look = run;
        return () => undefined;
      },
    },
  );
  return { source, lines, look: () => look() };
}

describe('the directory in use', () => {
  test('is loaded again when a file changes, without a restart', async () => {
    const { source, look } = await open();
    const first = source.current();
    await look();
    expect(source.current()).toBe(first);
    writeFileSync(organisation, '');
    await look();
    expect(source.current().persons).toEqual([]);
  });

  test('takes up an own role model that is put beside it', async () => {
    const { source, look, lines } = await open();
    writeFileSync(join(folder, 'directory.yaml'), 'roles: []');
    await look();
    expect(lines.join('\n')).toContain(
      `${join(folder, 'directory.yaml')}:1: Fehler: Die Rolle „stadtvorstand“ fehlt.`,
    );
    expect(source.current().roles).toHaveLength(10);
  });

  test('keeps answering when a line of asks cannot be understood', async () => {
    const { source, look, lines } = await open();
    const good = source.current();
    const own = readFileSync('data/directory.yaml', 'utf8').replace(/- overall steering$/m, '- -citizen');
    writeFileSync(join(folder, 'directory.yaml'), own);
    await look();
    expect(source.current()).toBe(good);
    expect(lines.join('\n')).toContain('nennt keinen Begriff');
  });

  test.each([
    ['is broken', () => writeFileSync(organisation, 'persons: [{')],
    ['has a wrong row', () => writeFileSync(organisation, 'persons:\n  - id: X\n')],
    ['vanishes', () => rmSync(organisation)],
    ['cannot be reached with its folder', () => rmSync(folder, { recursive: true })],
  ])('stays the last good one when the file %s, and the log says so', async (_name, happen) => {
    const { source, lines, look } = await open();
    const good = source.current();
    happen();
    await look();
    expect(source.current()).toBe(good);
    expect(await source.reload()).toBe(false);
    expect(lines.join('\n')).toContain('directory-kept');
  });

  test('recovers as soon as the file is right again', async () => {
    const { source, look } = await open();
    writeFileSync(organisation, 'persons: [{');
    await look();
    writeFileSync(organisation, 'units: []');
    await look();
    expect(source.current().persons).toEqual([]);
  });

  test('is refused at the start with every problem and its line', async () => {
    writeFileSync(organisation, 'units:\n  - id: "61"\npersons:\n  - id: a\n');
    const failed = await open().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DirectoryBroken);
    expect((failed as Error).message).toContain(`${organisation}:2: Fehler: Das Feld „kind“ fehlt.`);
    expect((failed as Error).message).toContain(`${organisation}:4: Fehler: Das Feld „name“ fehlt.`);
  });

  test.each([
    ['does not exist', () => join(root, 'none')],
    ['is a file', () => organisation],
  ])('is refused in one line when the folder %s', async (_name, where) => {
    folder = where();
    const failed = await open().catch((error: unknown) => error);
    expect((failed as Error).message).toBe(
      `DIRECTORY_DIR: Den Ordner „${folder}“ gibt es nicht. Nennen Sie den Ordner mit organisation.yaml, z. B. data/demo.`,
    );
  });

  test('may be empty at the start, which is remarked', async () => {
    rmSync(organisation);
    const { source, lines } = await open();
    expect(source.current()).toMatchObject({ units: [], assignments: [] });
    expect(lines.join('\n')).toContain('directory-empty');
  });

  test('names no more than a handful of problems in the log', async () => {
    const { lines, look } = await open();
    writeFileSync(organisation, `persons:\n${'  - id: X\n'.repeat(500)}`);
    await look();
    expect(lines.filter((line) => line.startsWith('directory-problem ')).length).toBeLessThan(30);
    expect(lines.join('\n')).toMatch(/directory-problems \{"count":\d{3,}\}/);
  });
});

describe('a start with files that cannot be used', () => {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const kept = () => ({ lastGood: lastGoodIn(join(folder, 'data'), silent), troubles: createDataTroubles() });

  test.each([
    [
      'are broken',
      () => writeFileSync(organisation, readFileSync(organisation, 'utf8').replace('partOf:', 'partof:')),
    ],
    ['are gone', () => rmSync(organisation)],
    ['are no YAML', () => writeFileSync(organisation, 'units: [')],
    [
      'are a folder',
      () => {
        rmSync(organisation);
        mkdirSync(organisation);
      },
    ],
  ])(
    'goes on with the last good ones when they %s, says so, and follows them when they are mended',
    async (_how, spoil) => {
      const good = readFileSync(organisation, 'utf8');
      await open(kept());
      spoil();
      const { lastGood, troubles } = kept();
      const { source, lines, look } = await open({ lastGood, troubles });
      expect(source.current().persons.length).toBeGreaterThan(50);
      expect(lines.join('\n')).toContain('started-with-last-good');
      expect(troubles.list()).toMatchObject([
        { file: 'organisation.yaml', lines: [{ de: expect.any(String), en: expect.any(String) }] },
      ]);
      rmSync(organisation, { recursive: true, force: true });
      writeFileSync(organisation, `${good}\n# mended\n`);
      await look();
      expect(troubles.list()).toEqual([]);
    },
  );

  test('stops where there never was a good one', async () => {
    writeFileSync(organisation, 'units: [');
    await expect(open(kept())).rejects.toThrow(DirectoryBroken);
  });
});
