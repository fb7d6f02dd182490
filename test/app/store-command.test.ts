import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runAuditCommand } from '../../src/app/audit-command.ts';
import { runStoreCommand } from '../../src/app/store-command.ts';
import { newDatabase } from '../support/postgres.ts';

/* Backing up, restoring, moving and saving data, on copies of a data folder with every kind of case in every state. */

const root = mkdtempSync(join(tmpdir(), 'lotse-store-command-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
  cpSync('test/fixtures/stored-2026-11/data', folder, { recursive: true });
});
const fresh = () => join(mkdtempSync(join(root, 'new-')), 'place');

async function run(args: readonly string[], answer?: boolean) {
  const said: string[] = [];
  const code = await runStoreCommand(args, {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async () => answer,
    now: () => new Date('2026-11-24T10:00:00Z'),
    env: { DATA_DIR: folder },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
}
const records = (file: string) => readFileSync(join(file, 'lotse.jsonl'), 'utf8').trimEnd().split('\n');

describe('npm run store', () => {
  test('verifies what is there, by count', async () => {
    const { code, said } = await run(['verify']);
    expect(said).toMatch(/lesbar von Anfang bis Ende/);
    expect(said).toMatch(/requests: \d+[\s\S]*Archiv 2025: 3/);
    expect(code).toBe(0);
  });

  test('backs up data and archive into a folder that stands by itself, once', async () => {
    const to = fresh();
    expect((await run(['backup', to])).said).toMatch(/dort nachgelesen und verglichen/);
    expect((await run(['verify', to])).code).toBe(0);
    expect(existsSync(join(to, 'archive', 'requests-2025.jsonl'))).toBe(true);
    expect((await run(['backup', to])).said).toContain('liegen schon Daten');
  });

  test('moves everything to a database and back, and nothing is different', async () => {
    const url = await newDatabase();
    const back = fresh();
    mkdirSync(join(folder, 'files'));
    writeFileSync(join(folder, 'files', 'a-1'), Buffer.from([0, 255, 10]));
    const there = await run(['copy', url]);
    expect(there.said).toMatch(/Umgezogen aus Ordner .* nach Datenbank/);
    expect(there.said).not.toContain(':lotse@');
    expect((await run(['copy', url])).said).toContain('leere Datenbank');
    expect(await run(['copy', back, '--from', url])).toMatchObject({ code: 0 });
    expect(readFileSync(join(back, 'files', 'a-1'))).toEqual(Buffer.from([0, 255, 10]));
    const [before, after] = [await run(['verify', folder]), await run(['verify', back])];
    expect(after.said.split('\n').slice(1)).toEqual(before.said.split('\n').slice(1));
  });

  test('restores a backup, puts aside what was there, and marks it; a no changes nothing', async () => {
    const backup = fresh();
    await run(['backup', backup]);
    expect((await run(['restore', backup], false)).code).toBe(1);
    expect(records(folder).some((line) => line.includes('"restores"'))).toBe(false);
    const { said, code } = await run(['restore', backup, '--yes']);
    expect([code, said]).toEqual([0, expect.stringMatching(/liegt jetzt in .*before-restore-2026-11-24/)]);
    expect(records(folder).some((line) => line.includes('"in":"restores"'))).toBe(true);
    expect(existsSync(join(folder, 'before-restore-2026-11-24T10-00-00.000Z', 'archive'))).toBe(true);
  });

  test('what lies in a database is read, checked and erased there, whatever the data folder still holds', async () => {
    const url = await newDatabase();
    await run(['copy', url]);
    const said: string[] = [];
    const audit = (...args: readonly string[]) =>
      runAuditCommand(args, {
        print: (line) => said.push(line),
        complain: (line) => said.push(line),
        confirm: async () => true,
        now: () => new Date('2026-11-30T10:00:00Z'),
        env: { DATA_DIR: folder, STORE_URL: url },
        programFolder: process.cwd(),
      });
    const before = records(folder);
    expect(await audit('person', 'erase', 'itb-61')).toBe(0);
    expect(said.join('\n')).toMatch(/Gelöscht: \d+ Stellen/);
    expect(records(folder)).toEqual(before);
    said.length = 0;
    expect(await audit('verify')).toBe(0);
    expect(said.join('\n')).toMatch(/Daten: Datenbank [\s\S]*Wortlaut gelöscht/);
    expect(said.join('\n')).not.toContain(':lotse@');
    expect(await audit('person', 'erase', 'itb-61')).toBe(1);
  });

  test('restores into an empty database', async () => {
    const [backup, url] = [fresh(), await newDatabase()];
    await run(['backup', backup]);
    expect((await run(['restore', backup, '--from', url, '--yes'])).code).toBe(0);
    expect((await run(['verify', url])).said).toContain('restores: 1');
  });

  test.each([['with'], ['without']])(
    'saves all but a damaged line and names it, %s the note of how far it went',
    async (how) => {
      const lines = records(folder);
      const at = lines.findIndex((line) => line.includes('"in":"requests"'));
      const [, id = ''] = /"in":"requests","id":"([^"]+)"/.exec(lines[at] ?? '') ?? [];
      lines[at] = `${lines[at]?.slice(0, 200)}#${lines[at]?.slice(201)}`;
      writeFileSync(join(folder, 'lotse.jsonl'), `${lines.join('\n')}\n`);
      if (how === 'without') rmSync(join(folder, 'lotse.position'));
      const to = fresh();
      const { said, code } = await run(['salvage', to]);
      expect(code).toBe(1);
      expect(said).toContain(`${lines.length - 1} Änderungen`);
      expect(said).toMatch(new RegExp(`Zeile ${at + 1}, .*requests ${id}`));
      expect((await run(['verify', to])).code).toBe(0);
    },
  );

  test('saves what stands before a cut-off end', async () => {
    const whole = readFileSync(join(folder, 'lotse.jsonl'));
    writeFileSync(join(folder, 'lotse.jsonl'), whole.subarray(0, whole.length - 50));
    const to = fresh();
    const { said } = await run(['salvage', to]);
    expect(said).toMatch(/Gerettet nach/);
    expect((await run(['verify', to])).code).toBe(0);
  });

  test('says what it can do, and what went wrong, in words', async () => {
    expect((await run(['--help'])).said).toContain('salvage ORDNER');
    expect((await run(['erase'])).said).toContain('Nennen Sie einen Befehl');
    expect((await run(['verify', fresh()])).said).toContain('liegen keine Daten');
    writeFileSync(join(folder, 'lotse.jsonl'), 'something else\n');
    expect((await run(['verify'])).said).toContain('salvage');
    expect((await run(['salvage', fresh()])).said).toContain('nichts zu retten');
  });
});
