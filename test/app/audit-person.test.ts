import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createArchive } from '../../src/adapters/archive/archive-files.ts';
import { createFolderFiles } from '../../src/adapters/store/files/folder.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { readData } from '../../src/adapters/store/read-data.ts';
import { holding } from '../../src/adapters/store/rewrite.ts';
import { runAuditCommand } from '../../src/app/audit-command.ts';
import type { PersonFile } from '../../src/app/audit-person.ts';
import { archiveFolder, filesFolder } from '../../src/app/case-data.ts';
import { directoryOf } from '../support/directory-builder.ts';
import { png } from '../support/pictures.ts';
import { startProgram } from '../support/program.ts';

/* Access and erasure by person, on copies of a data folder with every kind of case in every state. */

const fixture = 'test/fixtures/stored-2026-11';
const root = mkdtempSync(join(tmpdir(), 'lotse-person-'));
afterAll(() => rmSync(root, { recursive: true }));
const organisation = await directoryOf(join(fixture, 'directory', 'organisation.yaml'));

let folder = '';
let directory = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
  directory = mkdtempSync(join(root, 'directory-'));
  cpSync(join(fixture, 'data'), folder, { recursive: true });
  cpSync(join(fixture, 'directory'), directory, { recursive: true });
});

const now = () => new Date('2026-11-24T10:00:00Z');
async function run(args: readonly string[], answer?: boolean) {
  const said: string[] = [];
  const code = await runAuditCommand(args, {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async () => answer,
    now,
    env: { DATA_DIR: folder, DIRECTORY_DIR: directory },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
}
const fileOf = async (id: string): Promise<PersonFile> =>
  JSON.parse((await run(['person', 'show', id, '--json'])).said) as PersonFile;

const log = () => readFileSync(join(folder, 'lotse.jsonl'), 'utf8');
const archive = () =>
  readdirSync(archiveFolder(folder))
    .map((name) => readFileSync(join(archiveFolder(folder), name), 'utf8'))
    .join('');

/** Opens the data as the program does at its start, and lets a day pass. */
async function startsAgain(): Promise<void> {
  const store = await openLowdbStore({ folder, now });
  try {
    const program = await startProgram(organisation, {
      store,
      archive: createArchive(archiveFolder(folder)),
      clock: { now },
    });
    await program.tick(now());
  } finally {
    await store.close();
  }
}

const person = (id: string) => organisation.persons.find((one) => one.id === id);
const entraOf = (id: string): string => person(id)?.teamsId ?? '';

describe('what is stored of a person', () => {
  test('is the same by the id of the directory and by both ids of Entra', async () => {
    const file = await fileOf('itb-85');
    expect(await fileOf(entraOf('itb-85'))).toMatchObject({ stored: file.stored });
    expect(await fileOf(`aad:${entraOf('itb-85').toUpperCase()}`)).toMatchObject({ stored: file.stored });
    expect(file.stored.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining([
        'chats',
        'copies',
        'messages',
        'mentor-book',
        'mentor-profiles',
        'mentorings',
        'outbox',
      ]),
    );
  });

  test('is told in German: in what part, their own words, what they did when, how long it is kept', async () => {
    const { code, said } = await run(['person', 'show', 'staff-61']);
    expect(code).toBe(0);
    expect(said).toContain('Auskunft zu „staff-61“ (Sachbearbeitung Amt 61)');
    expect(said).toContain('Chat mit Lotse (1)');
    expect(said).toMatch(/Antrag IT-2026-0026: hat es beantragt oder gemeldet/);
    expect(said).toContain('Warum wird es gebraucht: Für Termine auf der Baustelle');
    expect(said).toMatch(/Geschätzte Kosten: [\d.]+,\d\d €/);
    expect(said).toMatch(/Art: EDV-Arbeitsplatz beantragen/);
    expect(said).not.toMatch(/: (?:in-approval|in-progress|workplace|settled|teams)$/m);
    expect(said).toContain('02.11.2026, 11:05 · Sachbearbeitung Amt 61 hat den Antrag gestellt');
    expect(said).toContain('Namen und freie Texte gelöscht 03.11.2036');
    expect(said).toContain('im Archiv');
    expect(said).not.toMatch(/undefined|\[object/);
  });

  test('leaves out what others said, voted and scored', async () => {
    const file = JSON.stringify(await fileOf('staff-61'));
    const { documents } = await readData(folder);
    const requests = documents('requests') as readonly {
      requestedBy: string;
      history: readonly { by: string; note?: string }[];
    }[];
    const of = (isTheirs: boolean) =>
      requests
        .filter(({ requestedBy }) => requestedBy === 'staff-61')
        .flatMap(({ history }) => history.filter(({ by }) => (by === 'staff-61') === isTheirs))
        .flatMap(({ note }) => note ?? []);
    const own = new Set(of(true));
    // A short word stands in many others.
    const others = [...new Set(of(false))].filter((note) => !own.has(note) && note.length > 5);
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter((note) => file.includes(JSON.stringify(note).slice(1, -1)))).toEqual([]);
    expect([...own].filter((note) => !file.includes(JSON.stringify(note).slice(1, -1)))).toEqual([]);
    expect(file).not.toContain('"marks"');
  });

  test('names copies of the data and former directories with how long they are kept', async () => {
    writeFileSync(
      join(directory, 'organisation.yaml.2026-11-20T10-00-00-000Z.bak'),
      'persons: [{ id: staff-61 }]',
    );
    writeFileSync(join(directory, 'organisation.yaml.2026-11-21T10-00-00-000Z.bak'), 'persons: []');
    await startsAgain();
    const { said } = await run(['person', 'show', 'staff-61']);
    expect(said).toMatch(
      /copies\/lotse-.*jsonl – Sicherungskopie der Daten: bleibt, bis fünf neuere da sind/,
    );
    expect(said).toMatch(/2026-11-20.*bak – Frühere Fassung des Verzeichnisses/);
    expect(said).not.toContain('2026-11-21');
    expect(said).toMatch(/organisation\.yaml – Verzeichnis/);
  });

  test('is nothing for a stranger', async () => {
    expect(await run(['person', 'show', 'stranger'])).toMatchObject({ code: 1 });
  });
});

describe('an erasure', () => {
  test('says first what goes, what must stay and why, and changes nothing without a yes', async () => {
    const before = log();
    const { code, said } = await run(['person', 'erase', 'staff-61'], false);
    expect(code).toBe(1);
    expect(said).toMatch(/Wird ganz gelöscht:[\s\S]*Chat mit Lotse: 1/);
    expect(said).toMatch(/Bleibt, ohne die Person und ihre Worte:\n {2}Antrag: [^\n]*IT-2026-0026/);
    expect(said).toMatch(/Muss bleiben:[\s\S]*Antrag: [^\n]*IT-2026-0011[\s\S]*noch nicht abgeschlossen/);
    expect(said).toMatch(/Buch der offenen Mentorings: 1\n.*Solange das Mentoring offen ist/);
    expect(said).toContain('Es wurde nichts geändert');
    expect(log()).toBe(before);
  });

  test('is not possible while Lotse works with the data', async () => {
    const store = await openLowdbStore({ folder, now });
    const { code, said } = await run(['person', 'erase', 'staff-61', '--yes']);
    await store.close();
    expect(code).toBe(2);
    expect(said).toContain('Halten Sie es zuerst an');
  });

  test('takes everything but cases under way, which it names; the program goes on and the audit holds', async () => {
    const staying =
      /Muss bleiben:\n([\s\S]*?)\n[^ ]/.exec((await run(['person', 'erase', 'staff-61'])).said)?.[1] ?? '';
    expect((await run(['person', 'erase', 'staff-61', '--yes'])).code).toBe(0);
    const left = await fileOf('staff-61');
    expect(left.stored.length).toBeGreaterThan(0);
    const unnamed = left.stored.filter(
      ({ id, collection }) =>
        collection !== 'mentor-book' &&
        !staying.includes(id.replace(/-(?=\d+$)/, /^(?:IT|ID|M)/.test(id) ? '-' : '/')),
    );
    expect(unnamed.map(({ collection, id }) => `${collection} ${id}`)).toEqual([]);
    await startsAgain();
    expect(await run(['verify'])).toMatchObject({ code: 0, said: expect.stringContaining('In Ordnung') });
  });

  /** Whoever has cases of every kind. */
  test.each(['itb-85', 'beirat-wissenschaft', 'lead-10.50'])(
    'of %s leaves no byte of their ids and their name once their cases are closed',
    async (id) => {
      await closeFor(id);
      const { code, said } = await run(['person', 'erase', id, '--yes']);
      expect(code).toBe(0);
      await startsAgain();
      const name = person(id)?.name ?? '';
      const wanted = [id, entraOf(id), `a:${id}`, name]
        .filter((word) => word !== '')
        .map(
          (word) =>
            new RegExp(
              `(?<![\\p{L}\\p{N}.-])${word.replace(/[.()]/g, '\\$&')}(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])`,
              'u',
            ),
        );
      // What others wrote about them in cases of others stays, and is named.
      const mentions = /Im Text anderer genannt/.test(said);
      const text = log() + archive();
      const found = wanted.flatMap((word) => {
        const at = text.search(word);
        return at < 0 ? [] : [text.slice(Math.max(0, at - 80), at + 60)];
      });
      expect(found.filter((where) => !mentions || !where.includes(name))).toEqual([]);
      // What was taken away above leaves gaps in the budgets.
      const findings = (await run(['verify'])).said
        .split('\n')
        .filter((line) => /^\S+: |, Eintrag \d+: /.test(line));
      expect(findings.filter((line) => !/am Vorgang selbst|Das Budget|^Daten/.test(line))).toEqual([]);
    },
  );

  test('takes the files of the person along, and their contents; those of others stay', async () => {
    const store = await openLowdbStore({ folder, now });
    const contents = createFolderFiles(filesFolder(folder));
    const program = await startProgram(organisation, { store, files: contents, clock: { now } });
    const says = (id: string, text: string, shade?: number) =>
      program.ask(text, {
        actor: { id: entraOf(id), name: '' },
        conversationId: `a:${id}`,
        language: 'de',
        at: now().toISOString(),
        ...(shade === undefined ? {} : { files: [{ name: 'a.png', content: png(shade) }] }),
      });
    const form = await says('staff-61', 'Ich brauche ein neues Notebook');
    const { draft, type } = form.data;
    const filled = { draft, type, f_subject: 'x', f_reason: 'x', f_kind: 'laptop', f_costs: '1', unit: '61' };
    const more = { actor: { id: entraOf('staff-61'), name: '' }, at: now().toISOString() };
    await program.press('requests.check', filled, more);
    const label = String((await program.press('requests.submit', { draft }, more)).data.id);
    await says('staff-61', label, 1);
    await says('itb-61', label, 2);
    await says('staff-61', `${label} zurückziehen`);
    await says('staff-61', '', 3);
    await store.close();
    expect(await contents.list()).toHaveLength(3);
    const filesOf = async () => {
      const { documents } = await readData(folder);
      const all = documents('requests') as readonly { id: string; files?: readonly { by: string }[] }[];
      return all.find(({ id }) => id === label)?.files?.map(({ by }) => by);
    };
    await run(['person', 'erase', 'itb-61', '--yes']);
    expect(await filesOf()).toEqual(['staff-61']);
    expect(await contents.list()).toHaveLength(2);
    // In somebody's own case whatever was added may tell who they are.
    await run(['person', 'erase', 'staff-61', '--yes']);
    expect(await filesOf()).toBeUndefined();
    expect(await contents.list()).toEqual([]);
  }, 60_000);

  test('says how long copies keep what was erased', async () => {
    await startsAgain();
    const { said } = await run(['person', 'erase', 'staff-61', '--yes']);
    expect(said).toMatch(/Gelöscht: \d+ Stellen\./);
    expect(said).toMatch(/copies\/lotse-.* – Sicherungskopie der Daten/);
  });
});

/** Takes away what a person still has under way. */
async function closeFor(id: string): Promise<void> {
  const { stored } = await fileOf(id);
  const open = stored.filter(
    ({ kept, collection }) =>
      kept.de.includes('noch offen') || collection === 'mentor-book' || collection === 'budgets',
  );
  await holding(folder, ({ write }) => write(open.map((one) => ({ in: one.collection, id: one.id }))));
}
