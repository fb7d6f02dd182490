import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { askCommand } from '../../src/app/ask-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-ask-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await askCommand(args, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    confirm: async () => undefined,
    now: () => new Date('2026-11-24T10:30:00Z'),
    env,
    programFolder: process.cwd(),
  });
  return { code, printed, said: printed.join('\n'), complained: complained.join('\n') };
}

function questions(...lines: string[]): string {
  const path = join(folder, 'questions.jsonl');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
const question = (id: string | number, q: string) => JSON.stringify({ id, q });

describe('a question in the terminal', () => {
  test('is answered with role, people and source', async () => {
    const { code, said } = await run(['Wer bewilligt einen EDV-Arbeitsplatz?', '--as', 'staff-61']);
    expect(code).toBe(0);
    expect(said).toContain('Bewilligt wird das von: Strategisches IT-Management');
    expect(said).toContain('Leitung 10.50 – Inhaber/in');
    expect(said).toContain('wenden Sie sich an IT-Beauftragte Amt 61.');
    expect(said).toContain('Definition und Bewilligung von EDV-Arbeitsplätzen');
  });

  test('is asked as a person of the directory', async () => {
    const mine = 'Wer ist mein IT-Beauftragter?';
    expect((await run([mine, '--as', 'staff-33'])).said).toContain('Zuständig für Amt 33');
    expect((await run([mine])).said).toContain('Nennen Sie mir das Amt');
  });

  test('may be followed by another', async () => {
    const { said } = await run(['Wer ist mein IT-Beauftragter?', 'und für Amt 37?', '--as', 'staff-61']);
    expect(said).toContain('Zuständig für Amt 37');
  });

  test('in English is answered in English throughout', async () => {
    const { said } = await run(['Who is on the Digital Advisory Board?']);
    expect(said).toContain('Digital Advisory Board (planned)');
    expect(said).not.toContain('vorgesehen');
  });

  test.each([
    ['Hilfe', 'Wer ist mein IT-Beauftragter?'],
    ['Organigramm', 'B1 Kommunales Gebietsrechenzentrum'],
    ['Wann kommt die Müllabfuhr?', 'Das regelt das IT-Rollenmodell nicht.'],
    ['Hallo', 'Guten Tag'],
    ['Lücken', 'nur das Strategische IT-Management'],
  ])('may also be "%s"', async (text, expected) => {
    const { code, said } = await run([text]);
    expect([code, said]).toEqual([0, expect.stringContaining(expected)]);
  });

  test('is explained on demand', async () => {
    const { said } = await run(['Mein Drucker druckt nicht', '--why']);
    expect(said).toMatch(/band: sure/);
    expect(said).toMatch(/Drucker → device \d\.\d\d/);
    expect(said).toMatch(/\d\.\d\d kgrz\/user-support {2}\[/);
  });
});

describe('a file of questions', () => {
  test('gives one line each with id, roles and milliseconds', async () => {
    const file = questions(
      question('a', 'Mein Drucker druckt nicht'),
      '',
      question(2, 'Wann kommt die Müllabfuhr?'),
      question('help', 'Hilfe'),
      question('empty', ''),
    );
    const { code, printed } = await run(['--file', file]);
    expect(code).toBe(0);
    expect(printed.map((line) => JSON.parse(line))).toEqual([
      { id: 'a', roles: ['kgrz'], ms: expect.any(Number) },
      { id: 2, roles: [], ms: expect.any(Number) },
      { id: 'help', roles: [], ms: expect.any(Number) },
      { id: 'empty', roles: [], ms: expect.any(Number) },
    ]);
  });

  test('knows no follow-ups: every question stands for itself', async () => {
    const file = questions(
      question('a', 'Wer ist mein IT-Beauftragter?'),
      question('b', 'und der Stellvertreter?'),
    );
    const { printed } = await run(['--file', file]);
    expect(printed.map((line) => JSON.parse(line).roles)).toEqual([['it-beauftragte'], []]);
  });

  test('with broken lines names each of them and answers nothing', async () => {
    const file = questions(question('a', 'Hallo'), 'nope', '{"id":"b"}', '[]', question('c', 'Hallo'));
    const { code, printed, complained } = await run(['--file', file]);
    expect([code, printed]).toEqual([2, []]);
    expect(complained).toBe(
      ['Keine Frage der Form {"id": "1", "q": "Wer …?"}:', `  ${file}:2`, `  ${file}:3`, `  ${file}:4`].join(
        '\n',
      ),
    );
  });
});

describe('what does not work is said in one line, with exit code 2', () => {
  test.each([
    [['Hallo', '--as', 'nobody'], 'Im Verzeichnis gibt es keine Person „nobody“. Prüfen Sie --as.'],
    [['Hallo', '--as', ''], 'Im Verzeichnis gibt es keine Person „“. Prüfen Sie --as.'],
    [
      ['Hallo', '--as', 'beirat-wirtschaft'],
      '„beirat-wirtschaft“ hat keine Teams-Kennung und kann nicht fragen. Prüfen Sie --as.',
    ],
    [['--file', 'none.jsonl'], '„none.jsonl“ gibt es nicht. Prüfen Sie den Namen.'],
  ])('%j', async (args, complaint) => {
    expect(await run(args)).toMatchObject({ code: 2, printed: [], complained: complaint });
  });

  test('an unknown option', async () => {
    const { code, complained } = await run(['--loud', 'Hallo']);
    expect([code, complained]).toEqual([2, expect.stringMatching(/^Der Aufruf stimmt nicht .*--loud/)]);
  });

  test('a directory that is missing or broken', async () => {
    const missing = await run(['Hallo'], { DIRECTORY_DIR: join(folder, 'none') });
    expect(missing).toMatchObject({ code: 2, complained: expect.stringMatching(/gibt es nicht/) });
    writeFileSync(join(folder, 'organisation.yaml'), 'units:\n  - id: "61"\n');
    const broken = await run(['Hallo'], { DIRECTORY_DIR: folder });
    expect(broken.code).toBe(2);
    expect(broken.complained).toMatch(/Das Verzeichnis hat Fehler:\n[\s\S]*organisation\.yaml:2: /);
  });

  test('no question at all: then it says how to ask', async () => {
    expect(await run([])).toMatchObject({ code: 2, said: expect.stringMatching(/^npm run ask/) });
    expect(await run(['--help'])).toMatchObject({ code: 0, said: expect.stringMatching(/^npm run ask/) });
  });
});
