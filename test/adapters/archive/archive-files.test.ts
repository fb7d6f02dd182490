import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createArchive } from '../../../src/adapters/archive/archive-files.ts';
import type { Archive, Archived } from '../../../src/core/ports/archive.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-archive-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
let archive: Archive;
const again = () => createArchive(folder);
beforeEach(() => {
  folder = join(mkdtempSync(join(root, 'case-')), 'archive');
  archive = again();
});

const one = (id: string, title = 'Notebook für die Bauberatung'): Archived => ({ id, title });
const file = (year: number) => join(folder, `requests-${year}.jsonl`);
const all = async (year: number, from = archive) => {
  const found: Archived[] = [];
  for await (const each of from.list(year)) found.push(each);
  return found;
};

describe('keeping cases', () => {
  test('finds them by their number, also after a restart, whatever year they lie in', async () => {
    await archive.keep(2025, [one('IT-2024-0007', 'Größe “ä”'), one('IT-2025-0001')]);
    await archive.keep(2026, [one('IT-2026-0001')]);
    for (const open of [archive, again()]) {
      expect(await open.find('IT-2024-0007')).toEqual(one('IT-2024-0007', 'Größe “ä”'));
      expect(await open.find('IT-2026-0001')).toEqual(one('IT-2026-0001'));
      expect(await open.find('IT-2026-0002')).toBeUndefined();
      expect(await open.years()).toEqual([2025, 2026]);
    }
  });

  test('knows nothing where nothing was kept', async () => {
    expect(await archive.find('IT-2026-0001')).toBeUndefined();
    expect(await archive.years()).toEqual([]);
    expect(await all(2026)).toEqual([]);
  });

  test('kept twice after a crash, the last one counts, once', async () => {
    await archive.keep(2026, [one('IT-2026-0001'), one('IT-2026-0002')]);
    await again().keep(2026, [one('IT-2026-0001', 'neu')]);
    const open = again();
    expect(await open.find('IT-2026-0001')).toEqual(one('IT-2026-0001', 'neu'));
    expect((await all(2026, open)).map(({ id }) => id)).toEqual(['IT-2026-0002', 'IT-2026-0001']);
  });

  test('several at the same time all arrive', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `IT-2026-${n}`);
    await Promise.all(ids.map((id) => archive.keep(2026, [one(id)])));
    expect((await all(2026)).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect((await all(2026, again())).length).toBe(40);
  });
});

describe('after a crash in the middle of a line', () => {
  beforeEach(async () => {
    await archive.keep(2026, [one('IT-2026-0001')]);
    appendFileSync(file(2026), '0badc0de {"id":"IT-2026-0002","ti');
  });

  test('what was kept before is found and the rest is as if it had not been', async () => {
    expect(await again().find('IT-2026-0001')).toEqual(one('IT-2026-0001'));
    expect(await again().find('IT-2026-0002')).toBeUndefined();
  });

  test('the next case is kept on a line of its own', async () => {
    await again().keep(2026, [one('IT-2026-0002')]);
    expect((await all(2026, again())).map(({ id }) => id)).toEqual(['IT-2026-0001', 'IT-2026-0002']);
    expect(readFileSync(file(2026), 'utf8').split('\n').length).toBe(3);
  });
});

test('a line that was changed by hand does not count', async () => {
  await archive.keep(2026, [one('IT-2026-0001', 'hundert'), one('IT-2026-0002')]);
  writeFileSync(file(2026), readFileSync(file(2026), 'utf8').replace('hundert', 'tausend'));
  expect(await again().find('IT-2026-0001')).toBeUndefined();
  expect(await again().find('IT-2026-0002')).toEqual(one('IT-2026-0002'));
  await expect(archive.find('IT-2026-0001')).rejects.toThrow('checksum');
});

describe('rewriting a year', () => {
  test('leaves nothing of the old words in the file and everything else as it was', async () => {
    await archive.keep(2026, [one('IT-2026-0001', 'Vertraulich'), one('IT-2026-0002')]);
    const changed = await archive.rewrite(2026, (each) =>
      each.id === 'IT-2026-0001' ? { ...each, title: '–' } : each,
    );
    expect(changed).toBe(1);
    expect(readFileSync(file(2026), 'utf8')).not.toContain('Vertraulich');
    for (const open of [archive, again()]) {
      expect(await open.find('IT-2026-0001')).toEqual(one('IT-2026-0001', '–'));
      expect(await open.find('IT-2026-0002')).toEqual(one('IT-2026-0002'));
    }
  });

  test('asks only about those that it concerns', async () => {
    await archive.keep(2026, [one('IT-2026-0001'), one('T-2026-1')]);
    const asked = new Set<string>();
    const changed = await archive.rewrite(
      2026,
      (each) => {
        asked.add(each.id);
        return { ...each, title: '–' };
      },
      (id) => id.startsWith('T-'),
    );
    expect([changed, [...asked]]).toEqual([1, ['T-2026-1']]);
    expect(await again().find('IT-2026-0001')).toEqual(one('IT-2026-0001'));
    expect(await again().find('T-2026-1')).toEqual(one('T-2026-1', '–'));
  });

  test('writes nothing where nothing changes', async () => {
    await archive.keep(2026, [one('IT-2026-0001')]);
    const before = readFileSync(file(2026));
    expect(await archive.rewrite(2026, (each) => each)).toBe(0);
    expect(readFileSync(file(2026))).toEqual(before);
  });
});
