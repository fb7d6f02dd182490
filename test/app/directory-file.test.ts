import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runDirectoryCommand } from '../../src/app/directory-command.ts';
import { directoryFile } from '../../src/app/directory-file.ts';
import { openDirectory } from '../../src/app/directory-source.ts';
import { silent } from '../../src/core/ports/log.ts';
import { openChanges } from '../../src/features/directory/changes/recording.ts';
import { Proposal, proposalCollection } from '../../src/features/directory/proposals/model.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';
import { actionTurn } from '../support/turns.ts';

/*
 * What is released in the chat stands in the file, through the check of the file, and the history says who brought it.
 */

const root = mkdtempSync(join(tmpdir(), 'lotse-file-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
let organisation = '';
let source: Awaited<ReturnType<typeof openDirectory>>;
let program: Program;
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'case-'));
  organisation = join(folder, 'organisation.yaml');
  copyFileSync('data/demo/organisation.yaml', organisation);
  source = await openDirectory(folder, silent, { every: () => () => undefined });
  program = await startProgram(source.current(), {
    directory: source,
    directoryFile: await directoryFile(folder, process.cwd(), source),
  });
  await tick('2026-11-20T10:00:00Z');
});

const tick = (at: string) => program.tick(new Date(at));
const as = (who: string, at = '2026-11-24T10:00:00.000Z') => ({ actor: actorOf(source.current(), who), at });
const says = (who: string, text: string) => program.ask(text, as(who));
const officer = { role: 'it-beauftragte', unit: '61', application: '' };
const propose = (more: Readonly<Record<string, unknown>>, who = 'staff-61') =>
  program.router(
    actionTurn(
      'directory.propose',
      { form: `form-${JSON.stringify(more).length}`, ...officer, ...more },
      as(who),
    ),
  );
const file = () => readFileSync(organisation, 'utf8');
const proposal = async (id = 'V-2026-1') =>
  (await program.store.collection(proposalCollection, Proposal).get(id)) as Proposal;
const changes = async () => (await openChanges(program.store).changes.list()).filter(({ n }) => n > 1);
const rowsOf = (unit: string) =>
  source.current().assignments.filter((row) => row.role === 'it-beauftragte' && row.unit === unit);

describe('a released proposal', () => {
  test('about who is responsible stands in the file with its day, and in the history with its number', async () => {
    await propose({ what: 'holder', right: 'IT-Beauftragte Amt 66', from: '1.1.2027' });
    await says('lead-10.50', 'V-2026/1 freigeben');
    await tick('2026-11-24T10:01:00Z');
    expect(await proposal()).toMatchObject({ state: 'entered', from: '2027-01-01' });
    expect(rowsOf('61').filter(({ as }) => as === 'holder')).toMatchObject([
      { person: 'itb-61', to: '2026-12-31' },
      { person: 'itb-66', from: '2027-01-01' },
    ]);
    expect(file()).toContain(
      '{ role: it-beauftragte, person: itb-66, unit: "61", as: holder, from: "2027-01-01" }',
    );
    await tick('2026-11-24T10:02:00Z');
    expect(await changes()).toMatchObject([
      { way: 'proposal', source: 'V-2026-1', history: [{ by: 'lead-10.50', byName: 'Leitung 10.50' }] },
    ]);
  });

  test('about a number is written on its day, not before', async () => {
    await propose({ what: 'phone itb-61', right: '+49 261 129-77', from: '1.12.2026' });
    await says('lead-10.50', 'V-2026/1 freigeben');
    await tick('2026-11-30T10:00:00Z');
    expect(file()).not.toContain('129-77');
    await tick('2026-12-01T10:00:00Z');
    expect(file()).toContain('+49 261 129-77');
    expect(await proposal()).toMatchObject({ state: 'entered' });
  });

  test('that the check of the file refuses is not written; 10.50 hears why and can try again', async () => {
    await propose({ what: 'phone itb-61', right: '+49 261 129-77', from: '' });
    await says('lead-10.50', 'V-2026/1 freigeben');
    const good = file();
    writeFileSync(organisation, good.replace('role: it-beauftragte', 'rolle: it-beauftragte'));
    await tick('2026-11-24T10:01:00Z');
    expect(await proposal()).toMatchObject({
      state: 'released',
      problem: expect.stringContaining('organisation.yaml'),
    });
    expect(
      (await program.outbox()).filter(({ kind, ref }) => kind === 'directory.proposal' && ref === 'V-2026-1'),
    ).toHaveLength(4);
    await tick('2026-11-24T10:02:00Z');
    writeFileSync(organisation, good);
    await says('lead-10.50-deputy', 'V-2026/1 noch einmal');
    await tick('2026-11-24T10:03:00Z');
    expect((await proposal()).problem).toBeUndefined();
    expect(await proposal()).toMatchObject({ state: 'entered' });
    expect(file()).toContain('+49 261 129-77');
  });

  test('in words alone is entered by 10.50, as before', async () => {
    await propose({ what: 'words', right: 'Der Flur ist umgezogen' });
    await says('lead-10.50', 'V-2026/1 freigeben');
    const before = file();
    await tick('2026-11-24T10:01:00Z');
    expect(await proposal()).toMatchObject({ state: 'released' });
    expect(file()).toBe(before);
  });

  test('knows of others about the same person, wherever they were said', async () => {
    await propose({ what: 'phone itb-61', right: '+49 261 129-77' });
    await propose({ what: 'phone itb-61', right: '+49 261 129-7777' }, 'itb-66');
    const { data } = await says('lead-10.50', 'V-2026/1');
    expect(data.others).toContain('V-2026/2 (+49 261 129-7777)');
    expect((await says('staff-61', 'V-2026/1')).data.others).not.toContain('7777');
  });

  test.each([
    ['a name that is not there', { what: 'holder', right: 'Niemand' }, 'finde ich im Verzeichnis nicht'],
    ['a number with words', { what: 'phone itb-61', right: 'anrufen' }, 'die Nummer allein'],
    [
      'a day that is none',
      { what: 'deputy', right: 'IT-Beauftragte Amt 66', from: '31.2.' },
      'kann ich nicht lesen',
    ],
  ])('is not made of %s; the form keeps what was entered', async (_what, given, said) => {
    const { card, data } = await propose(given);
    expect([card, data.remark, data.right]).toEqual([
      'directory/propose',
      expect.stringContaining(said),
      given.right,
    ]);
    expect(await proposal()).toBeUndefined();
  });
});

test('a table is recorded with its name and whoever brought it, and taken back by a released proposal', async () => {
  const before = source.current();
  const table = join(folder, 'p.csv');
  const run = (...args: readonly string[]) =>
    runDirectoryCommand(args, {
      print: () => undefined,
      complain: () => undefined,
      confirm: async () => true,
      now: () => new Date('2026-11-24T10:30:00Z'),
      env: { DIRECTORY_DIR: folder },
      programFolder: process.cwd(),
    });
  await run('export', table, '--table', 'persons');
  writeFileSync(table, readFileSync(table, 'utf8').replace('Sachbearbeitung Amt 61', 'Bauakten Amt 61'));
  expect(await run('import', table, '--by', 'lead-10.50')).toBe(0);
  await source.reload();
  await tick('2026-11-24T10:31:00Z');
  expect(await changes()).toMatchObject([
    {
      n: 2,
      way: 'import',
      source: 'p.csv',
      history: [{ by: 'lead-10.50' }],
      persons: [{ after: { name: 'Bauakten Amt 61' } }],
    },
  ]);
  await says('lead-10.50', 'Änderung 2 zurücknehmen: falsche Liste');
  await says('lead-10.50', 'V-2026/1 freigeben').catch(() => undefined);
  await tick('2026-11-24T10:32:00Z');
  expect(file()).toContain('Bauakten Amt 61');
  await says('lead-10.50-deputy', 'V-2026/1 freigeben');
  await tick('2026-11-24T10:33:00Z');
  await tick('2026-11-24T10:34:00Z');
  expect(source.current().persons).toEqual(before.persons);
  expect((await changes()).at(-1)).toMatchObject({ n: 3, undoes: 'change-000002', source: 'V-2026-1' });
  expect((await says('lead-10.50', 'Änderung 2')).data.undone).toContain('Änderung 3');
});

test('the example city is not written', async () => {
  expect((await directoryFile('data/demo', process.cwd(), source)).write).toBeUndefined();
  expect((await directoryFile(folder, process.cwd(), source)).write).toBeDefined();
});
