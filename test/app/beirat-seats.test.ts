import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runDirectoryCommand } from '../../src/app/directory-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-seats-'));
afterAll(() => rmSync(folder, { recursive: true }));
const demo = readFileSync('data/demo/organisation.yaml', 'utf8');

/** `npm run directory -- check` in a folder with this directory. */
async function checked(organisation: string) {
  writeFileSync(join(folder, 'organisation.yaml'), organisation);
  const said: string[] = [];
  const code = await runDirectoryCommand(['check'], {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async () => undefined,
    now: () => new Date('2026-11-24T10:30:00Z'),
    env: { DIRECTORY_DIR: folder },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
}

describe('the check of the directory', () => {
  test('finds nothing to say about the seats of the demo', async () => {
    expect((await checked(demo)).said).not.toContain('Beirat');
  });

  test('names who sits in the Beirat on no seat, or on one that its rules do not know; both are no errors', async () => {
    const { code, said } = await checked(
      demo.replace(', seat: science }', ', seat: culture }').replace(', seat: economy }', ' }'),
    );
    expect(code).toBe(0);
    expect(said).toContain('Den Sitz „culture“ von „beirat-wissenschaft“ gibt es in data/beirat.yaml nicht');
    expect(said).toContain('„beirat-wirtschaft“ ist dem Digitalen Beirat ohne Sitz zugeordnet');
  });

  test('goes by the rules beside the directory', async () => {
    const rules = readFileSync('data/beirat.yaml', 'utf8').replace('id: science,', 'id: culture,');
    writeFileSync(join(folder, 'beirat.yaml'), rules);
    const { said } = await checked(demo);
    expect(said).toMatch(/Den Sitz „science“ von „beirat-wissenschaft“ gibt es in .*beirat\.yaml nicht/);
    writeFileSync(join(folder, 'beirat.yaml'), rules.replace('days: 4', 'days: vier'));
    expect((await checked(demo)).code).toBe(2);
  });
});
