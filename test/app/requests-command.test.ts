import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runRequestsCommand } from '../../src/app/requests-command.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-requests-'));
afterAll(() => rmSync(root, { recursive: true }));

async function run(args: readonly string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await runRequestsCommand(args, {
    print: (line) => said.push(line),
    complain: (line) => complaints.push(line),
    now: () => new Date('2026-11-25T10:00:00Z'),
    env: { DIRECTORY_DIR: 'data/demo' },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n'), complaints: complaints.join('\n') };
}

const shipped = readFileSync('data/request-types.yaml', 'utf8');
const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length;

/** The request types that come with the program, with one thing changed. */
function changed(name: string, from: string, to: string) {
  const text = shipped.replace(from, to);
  if (text === shipped) throw new Error(`"${from}" is not in the file`);
  const path = join(root, name);
  writeFileSync(path, text);
  return { path, at: (piece: string) => `${path}:${lineOf(text, piece)}: Fehler:` };
}

describe('check', () => {
  test('finds nothing in what comes with the program', async () => {
    const { code, said, complaints } = await run(['check']);
    expect(complaints).toBe('');
    expect(said).toContain('In Ordnung: 10 Antragsarten');
    expect(code).toBe(0);
  });

  test('names file, line and remedy of a mistake', async () => {
    const { path, at } = changed('task.yaml', 'task: user-support', 'task: user-suport');
    const { code, complaints } = await run(['check', path]);
    expect(code).toBe(1);
    expect(complaints).toContain(at('task: user-suport'));
    expect(complaints).toContain('keine Aufgabe „user-suport“');
  });

  test('names a role that the role model does not have, and what was meant', async () => {
    const { path, at } = changed('role.yaml', 'role: stadtvorstand', 'role: stadtvorstant');
    const { code, complaints } = await run(['check', path]);
    expect(code).toBe(1);
    expect(complaints).toContain(at('role: stadtvorstant'));
    expect(complaints).toContain('„stadtvorstand“');
  });

  test.each([
    ['types: [', /nicht lesbar/],
    ['', /„types“/],
    ['types: []', /„types“/],
    ['types:\n  - id: x', /„name“ fehlt/],
  ])('says what is wrong with a file like %j', async (text, remedy) => {
    const path = join(root, 'other.yaml');
    writeFileSync(path, text);
    const { code, complaints } = await run(['check', path]);
    expect(code).toBe(1);
    expect(complaints).toMatch(remedy);
  });

  test('says that there is no such file', async () => {
    expect(await run(['check', join(root, 'none.yaml')])).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('gibt es nicht'),
    });
  });
});

describe('show', () => {
  test('lists the types', async () => {
    const { code, said } = await run(['show']);
    expect(code).toBe(0);
    expect(said).toContain('workplace');
    expect(said).toContain('Unternehmensanliegen melden');
  });

  test('shows the form of a type and its steps with their conditions', async () => {
    const { said } = await run(['show', 'specialist-application']);
    expect(said).toContain('change              Vorhaben [choice, Pflicht] new | change | replace | extend');
    expect(said).toContain('nur wenn „Vorhandenes Fachverfahren“ ausgefüllt ist');
    expect(said).toMatch(/„Geschätzte Kosten in Euro“ über 50\.000,00\s€ liegt/);
    expect(said).toContain('HuFa');
  });

  test('shows the way of one person’s request with days and people', async () => {
    const { code, said } = await run(['show', 'workplace', '--as', 'staff-61']);
    expect(code).toBe(0);
    expect(said).toContain('EDV-Arbeitsplatz beantragen für Amt 61, gestellt von Sachbearbeitung Amt 61:');
    expect(said).toContain('1. IT-Beauftragte: Befürwortung, bis 30.11.2026');
    expect(said).toContain('IT-Beauftragte Amt 61');
    expect(said).not.toContain('Stadtvorstand:');
  });

  test('adds what a filled-in field brings about', async () => {
    const { said } = await run(['show', 'workplace', '--as', 'staff-61', '--with', 'costs=60.000']);
    expect(said).toContain('Stadtvorstand: Entscheidung');
    expect(said).toContain('mit Mehrheit');
  });

  test.each([
    [['show', 'nope'], /Möglich sind: incident, workplace/],
    [['show', 'workplace', '--as', 'nobody'], /keine Person „nobody“/],
    [['show', 'workplace', '--as', 'staff-61', '--unit', '999'], /kein Amt „999“/],
    [['show', 'workplace', '--as', 'staff-61', '--with', 'costs=viel'], /--with costs: .*Betrag/],
    [
      ['show', 'workplace', '--as', 'staff-61', '--with', 'colour=red'],
      /Feld „colour“ .*Möglich sind: subject/,
    ],
    [['show', 'workplace', '--as', 'staff-61', '--with', 'costs'], /FELD=WERT/],
    [['show', 'workplace', '--with', 'costs=1'], /--as PERSON/],
    [['check', '--as', 'staff-61'], /gehören zu show/],
    [['cook'], /check oder show/],
    [['check', 'a', 'b'], /check oder show/],
    [['check', '--wrong'], /--help/],
  ])('%j is not possible, and why is said', async (args, why) => {
    const { code, complaints } = await run(args);
    expect(code).toBe(2);
    expect(complaints).toMatch(why);
  });
});

test('--help explains; no command at all does too, as a mistake', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, said: expect.stringContaining('--with FELD=WERT') });
  expect(await run([])).toMatchObject({ code: 2 });
});
