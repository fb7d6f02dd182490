import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { watchFiles } from '../../../src/adapters/directory/watch-files.ts';
import { ChangedMeanwhile, replaceText, writeWhole } from '../../../src/adapters/directory/write-file.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-files-'));
afterAll(() => rmSync(root, { recursive: true }));
const freshFolder = () => mkdtempSync(join(root, 'case-'));
const now = new Date('2026-11-24T10:30:00Z');

describe('replacing a file', () => {
  test('writes the new text and keeps the old one beside it with the date', async () => {
    const file = join(freshFolder(), 'a.yaml');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    const backup = await replaceText(file, 'new', 'old', now);
    expect(backup).toBe(`${file}.2026-11-24T10-30-00-000Z.bak`);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readFileSync(String(backup), 'utf8')).toBe('old');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(file, '..'))).toHaveLength(2);
  });

  test('keeps the newest twenty of the old texts, and what lies beside them', async () => {
    const folder = freshFolder();
    const file = join(folder, 'a.yaml');
    writeFileSync(file, 'text 0');
    writeFileSync(join(folder, 'b.yaml.2020-01-01T00-00-00-000Z.bak'), 'of another file');
    for (let day = 1; day <= 23; day += 1)
      await replaceText(file, `text ${day}`, `text ${day - 1}`, new Date(Date.UTC(2026, 0, day)));
    const kept = readdirSync(folder).filter((name) => name.startsWith('a.yaml.'));
    expect(kept).toHaveLength(20);
    expect(kept.toSorted()[0]).toBe('a.yaml.2026-01-04T00-00-00-000Z.bak');
    expect(readFileSync(join(folder, kept.toSorted().at(-1) ?? ''), 'utf8')).toBe('text 22');
    expect(readdirSync(folder)).toContain('b.yaml.2020-01-01T00-00-00-000Z.bak');
  });

  test('creates the file where there is none, without a copy', async () => {
    const file = join(freshFolder(), 'a.yaml');
    expect(await replaceText(file, 'new', undefined, now)).toBeUndefined();
    expect(readdirSync(join(file, '..'))).toEqual(['a.yaml']);
  });

  test('follows a link to the file behind it', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'real.yaml'), 'old');
    symlinkSync(join(folder, 'real.yaml'), join(folder, 'link.yaml'));
    await replaceText(join(folder, 'link.yaml'), 'new', 'old', now);
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('new');
  });

  test.each([
    ['was changed', 'theirs', 'mine'],
    ['appeared', 'theirs', undefined],
    ['vanished', undefined, 'mine'],
  ])('writes nothing when the file %s meanwhile', async (_name, there, expected) => {
    const folder = freshFolder();
    const file = join(folder, 'a.yaml');
    if (there !== undefined) writeFileSync(file, there);
    await expect(replaceText(file, 'new', expected, now)).rejects.toThrow(ChangedMeanwhile);
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(
      there ? [there] : [],
    );
  });

  test('leaves nothing behind when writing fails', async () => {
    const folder = freshFolder();
    await expect(writeWhole(folder, 'x')).rejects.toThrow();
    expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('watching files', () => {
  async function watched(files: readonly string[]) {
    let changes = 0;
    let look: () => Promise<void> = async () => undefined;
    let ended = false;
    const every = (run: () => Promise<void>) => {
      look = run;
      return () => {
        ended = true;
      };
    };
    const stop = await watchFiles(files, async () => ++changes, every);
    return { look: () => look(), changes: () => changes, stop, ended: () => ended };
  }

  test('tells each change once: other content, other time, gone, back again', async () => {
    const file = join(freshFolder(), 'a.yaml');
    writeFileSync(file, 'a');
    const watch = await watched([file]);
    await watch.look();
    expect(watch.changes()).toBe(0);
    writeFileSync(file, 'ab');
    await watch.look();
    await watch.look();
    expect(watch.changes()).toBe(1);
    utimesSync(file, 1, 1);
    await watch.look();
    expect(watch.changes()).toBe(2);
    rmSync(file);
    await watch.look();
    expect(watch.changes()).toBe(3);
    writeFileSync(file, 'ab');
    await watch.look();
    expect(watch.changes()).toBe(4);
  });

  test('begins with files that are not there yet, and can be ended', async () => {
    const file = join(freshFolder(), 'a.yaml');
    const watch = await watched([file]);
    writeFileSync(file, 'a');
    await watch.look();
    expect(watch.changes()).toBe(1);
    watch.stop();
    expect(watch.ended()).toBe(true);
  });
});
