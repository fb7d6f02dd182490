import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openLexicon } from '../../src/app/lexicon.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-lexicon-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (text: string) => {
  const path = join(folder, 'lexicon.yaml');
  writeFileSync(path, text);
  return openLexicon(path);
};

describe('the vocabulary', () => {
  test('that comes with the program is read', async () => {
    const { concepts } = await openLexicon();
    expect(Object.keys(concepts).length).toBeGreaterThan(50);
    expect(concepts.device?.words).toContain('drucker');
  });

  test('with errors names every one with its line', async () => {
    const broken =
      'concepts:\n  device:\n    weight: heavy\n    words: a, b\n  Wrong Name:\n    weight: 1\n    words: c\n';
    const failed = await open(broken).catch((error: Error) => error.message);
    expect(failed).toMatch(/^The vocabulary has errors:\n/);
    expect(failed).toMatch(/data\/lexicon\.yaml:3: concepts\.device\.weight/);
    expect(failed).toMatch(/data\/lexicon\.yaml:5: /);
  });

  test('that is no YAML says where', async () => {
    await expect(open('concepts: {a: [')).rejects.toThrow(/data\/lexicon\.yaml:1: /);
  });

  test('that is missing is an error', async () => {
    await expect(openLexicon(join(folder, 'none.yaml'))).rejects.toThrow(/none\.yaml/);
  });
});
