import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { runAuditCommand } from '../../src/app/audit-command.ts';
import { Meeting, meetingCollection } from '../../src/features/beirat/meetings/model.ts';
import { acted, contextAt, invitedAt, no, wednesday } from '../features/beirat/world.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-histories-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';

const meeting = acted(invitedAt(), 'kgrz', no(), contextAt(wednesday));

beforeEach(async () => {
  folder = mkdtempSync(join(root, 'data-'));
  const store = await openLowdbStore({ folder });
  const { version: _, ...doc } = meeting;
  await store.collection(meetingCollection, Meeting).add(doc);
  await store.close();
});

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const code = await runAuditCommand(args, {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async () => true,
    now: () => new Date('2027-05-01T10:00:00Z'),
    env: { DATA_DIR: folder },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
}

/** Changes words in the data file and repairs the checksums, as somebody would who knows what they do. */
function forge(from: string, to: string): void {
  const path = join(folder, 'lotse.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const forged = lines.map((line) => line.slice(9).replaceAll(from, to));
  writeFileSync(
    path,
    forged.map((json) => `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`).join(''),
  );
}

describe('the audit of meetings', () => {
  test('counts them with their entries', async () => {
    const { code, said } = await run('verify');
    expect(code).toBe(0);
    expect(said).toContain(`1 Sitzungen, Ideen und Beratungen mit ${meeting.history.length} Einträgen`);
  });

  test('finds an act that was changed afterwards', async () => {
    forge('"act":"approved"', '"act":"wished"');
    const { code, said } = await run('verify');
    expect(code).toBe(1);
    expect(said).toContain('B-2026-1, Eintrag');
  });

  test('shows who did what, by the number as people read it', async () => {
    const { code, said } = await run('show', 'B-2026/1');
    expect(code).toBe(0);
    expect(said).toContain('Sitzung B-2026-1 · invited');
    expect(said).toMatch(/Funktion chair · approved/);
  });

  test('gives a member everything that is kept about them, and says so when there is nothing', async () => {
    const { code, said } = await run('person', 'show', 'science');
    expect(code).toBe(0);
    expect(said).toContain('"meetings"');
    expect((await run('person', 'show', 'stranger')).code).toBe(1);
  });
});
