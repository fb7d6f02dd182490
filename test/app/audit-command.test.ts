import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createArchive } from '../../src/adapters/archive/archive-files.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { runAuditCommand } from '../../src/app/audit-command.ts';
import type { PersonFile } from '../../src/app/audit-person.ts';
import { archiveFolder } from '../../src/app/case-data.ts';
import { keepReading, openReadings } from '../../src/case/readings.ts';
import { sealed } from '../../src/case/seal.ts';
import { appended, type HistoryEntry } from '../../src/core/history.ts';
import { changeDoc, openChanges } from '../../src/features/directory/changes/recording.ts';
import { Budget, budgetCollection, committed, opened } from '../../src/features/requests/budgets/model.ts';
import { Request, requestCollection } from '../../src/features/requests/model.ts';
import { requestRecord } from '../../src/features/requests/record.ts';
import { acted, allActed, contextAt, monday, party, submittedBy } from '../features/requests/world.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-audit-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';

const itBudget = '2026-it-budget';
const keeper = party('lead-10.50');
/** Granted at the step of 10.50, so that a budget carries it. */
const year = { year: 2026, name: { de: 'IT-Budget', en: 'IT budget' }, limit: 500_000 };
const context = contextAt(monday);
const funded = acted(
  allActed(submittedBy('staff-61'), [['itb-61', { kind: 'approve' }]]),
  'lead-10.50',
  { kind: 'approve', funding: { budget: itBudget, cents: 120_000 } },
  context,
  new Map([[itBudget, { ...opened(year, keeper, context), version: 1 }]]),
);
const withdrawn = allActed(submittedBy('staff-61', { reason: 'Vertraulicher Grund' }), [
  ['staff-61', { kind: 'withdraw' }],
]);

const budget = (): Budget =>
  committed({ ...opened(year, keeper, context), version: 1 }, funded.id, 120_000, keeper, context);

/** A data folder with one funded request in the store, its budget, and what else is given in the archive. */
async function fill(inArchive: readonly Request[], money = budget()): Promise<void> {
  folder = mkdtempSync(join(root, 'data-'));
  const store = await openLowdbStore({ folder });
  const { version: _version, ...doc } = funded;
  await store.collection(requestCollection, Request).add(doc);
  const { version: _budgetVersion, ...money2026 } = money;
  await store.collection(budgetCollection, Budget).add(money2026);
  await store.close();
  if (inArchive.length > 0) await createArchive(archiveFolder(folder)).keep(2026, inArchive);
}
/** The same life under another number, chained anew. */
const numbered = (id: string, request: Request): Request => {
  const history = request.history.reduce<readonly HistoryEntry[]>(
    (chain, { n: _n, previous: _previous, hash: _hash, ...entry }) =>
      appended(chain, id, entry, randomIds.digest),
    [],
  );
  const copy = { ...request, id, history: [...history], seal: undefined };
  return sealed(copy, requestRecord.covers, randomIds.digest);
};

async function run(args: readonly string[], answer?: boolean) {
  const said: string[] = [];
  const code = await runAuditCommand(args, {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async () => answer,
    now: () => new Date('2027-05-01T10:00:00Z'),
    env: { DATA_DIR: folder },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
}

/** Changes words in the data file and repairs the checksums, as somebody would who knows what they do. */
function forge(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const forged = lines.map((line) => {
    const json = line.slice(9).replace(from, to);
    return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
  });
  writeFileSync(path, forged.join(''));
}

describe('verify', () => {
  beforeEach(() => fill([numbered('IT-2026-0009', withdrawn)]));

  test('says how much was checked where everything fits', async () => {
    const { code, said } = await run(['verify']);
    expect(said).toMatch(/In Ordnung[\s\S]*Antrag: 2, Einträge: \d+\n {2}Budget: 1, Einträge: 2/);
    expect(said).not.toContain('noch nicht besiegelt');
    expect(code).toBe(0);
  });

  test('names case and entry of a history that was changed in the store', async () => {
    forge(
      'lotse.jsonl',
      '"byName":"Funktion itb-61","act":"recommended"',
      '"byName":"Andere","act":"recommended"',
    );
    const { code, said } = await run(['verify']);
    expect(said).toMatch(/IT-2026-0001, Eintrag \d+: Der Eintrag „recommended“/);
    expect(code).toBe(1);
  });

  test('names case and entry of a history that was changed in the archive', async () => {
    forge('archive/requests-2026.jsonl', '"act":"withdrawn"', '"act":"approved"');
    const { code, said } = await run(['verify']);
    expect(said).toMatch(/IT-2026-0009, Eintrag \d+/);
    expect(code).toBe(1);
  });

  test('notices an amount that differs between budget and request', async () => {
    forge(
      'lotse.jsonl',
      '"entries":{"IT-2026-0001":{"cents":120000',
      '"entries":{"IT-2026-0001":{"cents":120',
    );
    const { code, said } = await run(['verify']);
    expect(said).toContain(
      `${itBudget}: Für IT-2026-0001 steht 120 Cent gebunden, laut Historie 120000 Cent gebunden.`,
    );
    expect(code).toBe(1);
  });

  test('notices a line of the archive that was changed without its checksum', async () => {
    const path = join(folder, 'archive/requests-2026.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Vertraulicher', 'Vertraulichem'));
    expect(await run(['verify'])).toMatchObject({ code: 1, said: expect.stringContaining('verändert') });
  });

  test('says that Lotse is running, and checks all the same', async () => {
    const store = await openLowdbStore({ folder });
    const { code, said } = await run(['verify']);
    await store.close();
    expect(said).toContain('Lotse arbeitet gerade mit diesen Daten');
    expect(code).toBe(0);
  });

  test('cannot work without data', async () => {
    folder = mkdtempSync(join(root, 'empty-'));
    expect(await run(['verify'])).toMatchObject({ code: 2, said: expect.stringContaining('keine Daten') });
  });
});

describe('show', () => {
  beforeEach(() => fill([numbered('IT-2026-0009', withdrawn)]));

  test.each([
    'IT-2026-0001',
    'it-2026-0009',
    'it 2026 9',
    'IT–2026–0001',
    '2026-0001',
    'IT2026/1',
    'IT 2026/9',
  ])('prints %s with its whole history', async (id) => {
    const { code, said } = await run(['show', id]);
    expect(said).toContain('1. 23.11.2026, 09:00 · Funktion staff-61 hat den Antrag gestellt');
    expect(said.includes('im Archiv')).toBe(id.endsWith('9'));
    expect(code).toBe(0);
  });

  test('says when there is no such case', async () => {
    expect(await run(['show', 'IT-2020-0001'])).toMatchObject({ code: 1 });
  });

  test('says euros, not cents', async () => {
    const { said } = await run(['show', itBudget]);
    expect(said.replaceAll('\u00a0', ' ')).toContain('1.200,00 € gebunden für IT-2026-0001');
    expect(said).not.toContain('120000');
  });
});

test('show reads in German: labels of the form, who was asked, no field of the program', async () => {
  await fill([]);
  const said = (await run(['show', 'IT-2026-0001'])).said.replaceAll('\u00a0', ' ');
  expect(said).toContain('EDV-Arbeitsplatz beantragen, Amt 61, gestellt von Funktion staff-61 (staff-61)');
  expect(said).toMatch(/Lotse · fragt itb-61\n/);
  expect(said).toMatch(/Schritt .*Entscheidung.*1\.200,00 €, aus IT-Budget 2026/);
  expect(said).not.toMatch(/\w=|visit|workplace|step/);
});

describe('file', () => {
  beforeEach(() => fill([numbered('IT-2026-0009', withdrawn)]));

  test.each(['IT-2026-0001', 'IT 2026/9', itBudget])(
    'writes %s as a PDF that only its owner reads',
    async (id) => {
      const path = join(folder, 'akte.pdf');
      expect(await run(['file', id, path])).toMatchObject({ code: 0, said: expect.stringContaining(path) });
      expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
      expect(statSync(path).mode & 0o777).toBe(0o600);
    },
  );

  test('never overwrites, and says when there is no such case', async () => {
    const path = join(folder, 'akte.pdf');
    writeFileSync(path, 'mine');
    expect(await run(['file', 'IT-2026-0001', path])).toMatchObject({ code: 2 });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await run(['file', 'IT-2020-0001', join(folder, 'none.pdf')])).toMatchObject({ code: 1 });
  });
});

describe('person', () => {
  beforeEach(() => fill([numbered('IT-2026-0009', withdrawn)]));

  test('is shown from store and archive, as JSON', async () => {
    const { said } = await run(['person', 'show', 'staff-61', '--json']);
    const { stored } = JSON.parse(said) as PersonFile;
    expect(stored.map(({ id, inArchive }) => `${id}${inArchive ? ' in the archive' : ''}`)).toEqual([
      'IT-2026-0001',
      'IT-2026-0009 in the archive',
    ]);
    expect(await run(['person', 'show', 'mentor-wissenschaft'])).toMatchObject({ code: 1 });
  });

  test('is erased from the archive after a confirmation, and everything still fits', async () => {
    const archived = () => readFileSync(join(folder, 'archive/requests-2026.jsonl'), 'utf8');
    expect(await run(['person', 'erase', 'staff-61'], false)).toMatchObject({ code: 1 });
    expect(archived()).toContain('Vertraulicher Grund');
    const { code, said } = await run(['person', 'erase', 'staff-61'], true);
    expect(said).toMatch(/Muss bleiben:\n {2}Antrag: IT-2026-0001\n/);
    expect(said).toContain('Gelöscht: 1 Stelle.');
    expect(code).toBe(0);
    expect(archived()).not.toMatch(/staff-61|Vertraulich/);
    expect(await run(['verify'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('Wortlaut gelöscht'),
    });
    expect(await run(['person', 'erase', 'staff-61'], true)).toMatchObject({ code: 1 });
  });

  test('is not erased while Lotse works with the data', async () => {
    const store = await openLowdbStore({ folder });
    expect(await run(['person', 'erase', 'staff-61', '--yes'])).toMatchObject({ code: 2 });
    await store.close();
  });
});

test.each([[['nonsense']], [['show']], [['person', 'erase']], [['verify', '--wrong']]])(
  'says how it is called when it was called with %j',
  async (args) => expect((await run(args)).code).toBe(2),
);

describe('the directory, and who has read what', () => {
  beforeEach(async () => {
    await fill([]);
    const store = await openLowdbStore({ folder });
    const { changes, state } = openChanges(store);
    const noRows = { units: [], persons: [], applications: [], assignments: [], order: [] };
    const persons = [{ before: { id: 'itb-61', phone: '1' }, after: { id: 'itb-61', phone: '2' } }];
    const brought = { by: 'lead-10.50', byName: 'Leitung 10.50', way: 'import', source: 'p.xlsx' } as const;
    const at = '2026-11-24T10:00:00.000Z';
    const first = changeDoc({ n: 1, at, previous: '', rows: noRows, brought }, randomIds.digest);
    const head = first.history[0]?.hash ?? '';
    const second = changeDoc(
      { n: 2, at, previous: head, rows: { ...noRows, persons }, brought },
      randomIds.digest,
    );
    for (const one of [first, second]) await changes.add(one);
    await state.add({ id: 'current', n: 2, head: second.history[0]?.hash ?? '', content: '', model: '' });
    await keepReading(openReadings(store), { id: 'pruefung-14', name: 'Prüfung Amt 14' }, 'IT-2026-0001', at);
    await store.close();
  });

  test('is verified, and shown as a file with every row', async () => {
    expect((await run(['verify'])).said).toContain('Änderung am Verzeichnis: 2, Einträge: 2');
    expect((await run(['show', 'change-000002'])).said).toContain(
      'Leitung 10.50 hat die Änderung eingebracht',
    );
    expect((await run(['file', 'change-000002', join(folder, 'a.pdf')])).code).toBe(0);
  });

  test('is found to be forged', async () => {
    forge('lotse.jsonl', '"phone":"2"', '"phone":"3"');
    const { code, said } = await run(['verify']);
    expect([code, said]).toEqual([1, expect.stringContaining('change-000002')]);
  });

  test('each look at a file is told', async () => {
    expect((await run(['readings'])).said).toContain(
      '24.11.2026, 11:00 · Prüfung Amt 14 (pruefung-14) · IT-2026-0001',
    );
  });
});
