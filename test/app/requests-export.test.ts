import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createArchive } from '../../src/adapters/archive/archive-files.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { archiveFolder } from '../../src/app/case-data.ts';
import { runRequestsCommand } from '../../src/app/requests-command.ts';
import { Request, requestCollection } from '../../src/features/requests/model.ts';
import { allActed, submittedBy } from '../features/requests/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const { version: _version, ...open } = submittedBy('staff-61');
  const store = await openLowdbStore({ folder });
  await store.collection(requestCollection, Request).add({ ...open, title: '=HYPERLINK("x";"y")' });
  await store.close();
  const closed = allActed(submittedBy('staff-36'), [['staff-36', { kind: 'withdraw' }]]);
  await createArchive(archiveFolder(folder)).keep(2026, [{ ...closed, id: 'IT-2026-0002' }]);
});

const file = (name: string) => join(folder, name);
async function run(...args: readonly string[]) {
  const said: string[] = [];
  const code = await runRequestsCommand(['export', ...args], {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    now: () => new Date('2026-11-25T10:00:00Z'),
    env: { DATA_DIR: folder },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
}

test('store and archive go into one file that Excel opens, without formulas', async () => {
  expect(await run(file('a.csv'))).toMatchObject({ code: 0, said: expect.stringContaining('2 Anträge') });
  const text = readFileSync(file('a.csv'), 'utf8');
  expect(text.startsWith('\ufeffNummer;Antragsart;Titel')).toBe(true);
  expect(text.split('\r\n').map((line) => line.slice(0, 13))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^IT-2026-0001;/),
      expect.stringMatching(/^IT-2026-0002;/),
    ]),
  );
  expect(text).toContain(`"'=HYPERLINK(""x"";""y"")"`);
});

test('JSON holds everything of the wanted cases', async () => {
  await run(file('a.json'), '--state', 'closed', '--year', '2026');
  const found = JSON.parse(readFileSync(file('a.json'), 'utf8')) as readonly Request[];
  expect(found).toMatchObject([{ id: 'IT-2026-0002', history: expect.any(Array) }]);
});

test('a file that exists is overwritten only on request', async () => {
  await run(file('b.csv'));
  expect(await run(file('b.csv'))).toMatchObject({ code: 1 });
  expect(await run(file('b.csv'), '--yes')).toMatchObject({ code: 0 });
});

test.each([
  [[]],
  [['a.txt']],
  [['a.csv', '--state', 'lost']],
  [['a.csv', '--year', '26']],
  [['a.csv', '--wrong']],
])('says how it is called when it was called with %j', async (args) =>
  expect((await run(...args)).code).toBe(2),
);
