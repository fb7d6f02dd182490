import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { readDirectoryFiles } from '../../src/adapters/directory/read-files.ts';
import { runDirectoryCommand } from '../../src/app/directory-command.ts';
import { openConcepts } from '../../src/app/lexicon.ts';
import { differences } from '../../src/features/directory/diff.ts';
import { parseDirectory } from '../../src/features/directory/load.ts';
import { tableNames } from '../../src/features/directory/table-names.ts';

const demo = 'data/demo/organisation.yaml';
const root = mkdtempSync(join(tmpdir(), 'lotse-directory-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
let organisation = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  organisation = join(folder, 'organisation.yaml');
  copyFileSync(demo, organisation);
});

async function run(
  args: readonly string[],
  { answer, dir = folder }: { answer?: boolean; dir?: string } = {},
) {
  const said: string[] = [];
  const asked: string[] = [];
  const code = await runDirectoryCommand(args, {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async (question) => {
      asked.push(question);
      return answer;
    },
    now: () => new Date('2026-11-24T10:30:00Z'),
    env: { DIRECTORY_DIR: dir },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n'), asked };
}

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const stored = () => readFileSync(organisation, 'utf8');
const absences = (...rows: string[]) => file('a.csv', ['Person;von;bis', ...rows, ''].join('\n'));

async function loaded(path: string) {
  const files = await readDirectoryFiles({ model: 'data/directory.yaml', organisation: path });
  const result = parseDirectory(files, await openConcepts());
  if (!result.ok) throw new Error('the directory is broken');
  return result.directory;
}

describe('check', () => {
  test('says which files it looked at and what they hold', async () => {
    const { code, said } = await run(['check']);
    expect(code).toBe(0);
    expect(said).toContain(`Verzeichnis: ${organisation} (Rollenmodell: data/directory.yaml)`);
    expect(said).toMatch(/In Ordnung: 10 Rollen, \d+ Ämter/);
  });

  test('finds a line of asks that could not be understood, with file and line', async () => {
    const own = readFileSync('data/directory.yaml', 'utf8').replace(
      /^( +)- overall steering$/m,
      '$1- -citizen\n$1- overall stearing',
    );
    writeFileSync(join(folder, 'directory.yaml'), own);
    const { code, said } = await run(['check']);
    expect(code).toBe(1);
    expect(said).toMatch(/directory\.yaml:\d+: Fehler: „-citizen“ nennt keinen Begriff/);
    expect(said).toMatch(/directory\.yaml:\d+: Fehler: Den Begriff „stearing“ .*Meinten Sie „steering“\?/);
  });

  test('finds the problems of a file that is not imported yet, with the line of that file', async () => {
    const { code, said } = await run([
      'check',
      absences('staff-61;24.11.2026;25.11.2026', 'staff61;1.1.2026;x'),
    ]);
    expect(code).toBe(1);
    expect(said).toContain('a.csv:3: Fehler: „bis“ hat nicht die richtige Form („x“). Schreiben Sie den Tag');
    expect(said).not.toContain('a.csv:2');
  });

  test('names the sheet of a workbook', async () => {
    const bytes = await writeXlsxFile([
      { sheet: 'Notizen', data: [['Bitte pflegen']] },
      {
        sheet: 'Abwesenheiten',
        data: [['Person/person', 'von/from', 'bis/to'], [], ['staff-62', '2026-01-01', '1.2.2026']],
      },
    ]).toBuffer();
    const { said } = await run(['check', file('a.xlsx', bytes)]);
    expect(said).toContain('Das Blatt „Notizen“ ist keine Tabelle');
    expect(said).toContain(
      'a.xlsx [Abwesenheiten]:3: Fehler: Die Person „staff-62“ gibt es nicht. Meinten Sie „staff-61“?',
    );
  });
});

describe('import', () => {
  test('shows the difference, asks, writes and keeps the former text', async () => {
    const before = stored();
    const path = absences('itb-50;2026-09-01;2027-08-31', 'staff-61;24.11.2026;25.11.2026');
    const { code, said, asked } = await run(['import', path], { answer: true });
    expect(code).toBe(0);
    expect(said).toContain('  + Sachbearbeitung Amt 61 (staff-61) ab 24.11.2026 bis 25.11.2026');
    expect(asked).toHaveLength(1);
    expect((await loaded(organisation)).absences).toHaveLength(2);
    expect(readFileSync(`${organisation}.2026-11-24T10-30-00-000Z.bak`, 'utf8')).toBe(before);
  });

  test('changes only the lines that it must, comments stay', async () => {
    const before = stored().split('\n');
    await run(['import', absences('itb-50;2026-09-01;2027-08-30'), '--yes']);
    const after = stored().split('\n');
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      '  - { person: itb-50, from: "2026-09-01", to: "2027-08-30" }',
    ]);
  });

  test.each([
    ['the answer is no', false, 'Nicht bestätigt.'],
    ['nobody is there to answer', undefined, '--yes'],
  ])('writes nothing when %s', async (_name, answer, message) => {
    const before = stored();
    const { code, said } = await run(['import', absences()], answer === undefined ? {} : { answer });
    expect(code).toBe(1);
    expect(said).toContain(message);
    expect(stored()).toBe(before);
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'organisation.yaml']);
  });

  test('writes nothing when the file has errors, even with --yes', async () => {
    const before = stored();
    const { code, said } = await run(['import', absences('nobody;2026-01-01;2026-01-02'), '--yes']);
    expect(code).toBe(2);
    expect(said).toContain('Die Datei hat Fehler. Es wurde nichts geändert.');
    expect(stored()).toBe(before);
  });

  test('writes nothing when the file was changed while it asked', async () => {
    const lines: string[] = [];
    const code = await runDirectoryCommand(['import', absences(), '--dir', folder], {
      print: (line) => lines.push(line),
      complain: (line) => lines.push(line),
      confirm: async () => {
        writeFileSync(organisation, `${stored()}# theirs\n`);
        return true;
      },
      now: () => new Date(0),
      env: {},
      programFolder: process.cwd(),
    });
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain('inzwischen von anderer Seite geändert');
    expect(stored()).toContain('# theirs');
  });

  test('fills a folder that has no organisation yet', async () => {
    rmSync(organisation);
    const { code } = await run(['import', demo, '--yes']);
    expect(code).toBe(0);
    expect(differences(await loaded(demo), await loaded(organisation))).toEqual([]);
  });
});

describe('the first table of a city', () => {
  const units = ['Kennung;Art;Bezeichnung', '1;Amt;Büro OB', '10;Amt;Personal', '10.5;Abteilung;IT'];
  const others = ['17;EB;KGRZ', '80;Amt;Wirtschaft', '80.2;Abteilung;Digitallotse', ''];

  test('gets back the zeros of offices that the role model knows', async () => {
    rmSync(organisation);
    const path = file('u.csv', [...units, ...others].join('\n'));
    const { code, said } = await run(['import', path, '--yes']);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain('„10.5“ wird als „10.50“ gelesen');
    expect((await loaded(organisation)).units.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['01', '10.50', '80.2']),
    );
  });

  test('may be brought by somebody who stands in it, and says which numbers have lost their beginning', async () => {
    rmSync(organisation);
    await run(['import', file('u.csv', [...units, ...others].join('\n')), '--yes']);
    const persons = ['Kennung;Name;Amt;Telefon', 'lead;Leitung 10.50;10.50;26112900', 'it;IT;10.50;1234', ''];
    const { code, said } = await run(['import', file('p.csv', persons.join('\n')), '--yes', '--by', 'lead']);
    expect(code).toBe(0);
    expect(said).toMatch(
      /p\.csv:2: Hinweis: Die Telefonnummer „26112900“ beginnt weder mit 0 noch mit \+\. /,
    );
  });
});

describe('a table as another program writes it', () => {
  const persons = (map: (cells: readonly string[]) => readonly string[], headings: string) => {
    const all = loadedSync().map(map);
    return file('p.csv', [headings, ...all.map((cells) => cells.join(';')), ''].join('\n'));
  };
  const loadedSync = () =>
    [...stored().matchAll(/^ {2}- id: (\S+)\n {4}name: (.*)\n {4}unit: "(.*)"/gm)].map(
      ([, id = '', name = '', unit = '']) => [id, name.replaceAll('"', ''), unit] as const,
    );

  test('without the columns of contact and sign-in changes nothing of them', async () => {
    const { code, said } = await run(['diff', persons((cells) => cells, 'Kennung;Name;Amt')]);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Kein Unterschied.') });
  });

  test('that empties the sign-in of everybody is not written by --yes, but by who names how many', async () => {
    const before = stored();
    const path = persons((cells) => [...cells, ''], 'Kennung;Name;Amt;Teams-Kennung');
    const refused = await run(['import', path, '--yes']);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('Leere Zellen löschen hier, was im Verzeichnis steht: Teams-Kennung (');
    expect(refused.said).toContain(
      'Danach kann in Teams niemand mehr für die Rolle „Strategisches IT-Management',
    );
    const [, many = ''] = /--losing (\d+)/.exec(refused.said) ?? [];
    expect(stored()).toBe(before);
    expect((await run(['import', path, '--losing', '1'])).code).toBe(1);
    expect((await run(['diff', path, '--keep-empty'])).code).toBe(0);
    expect((await run(['import', path, '--losing', many])).code).toBe(0);
  });

  test('is asked about with the number of people when somebody is there', async () => {
    const path = persons((cells) => [...cells, ''], 'Kennung;Name;Amt;Teams-Kennung');
    const { code, asked } = await run(['import', path, '--yes'], { answer: false });
    expect(code).toBe(1);
    expect(asked).toEqual([expect.stringMatching(/^Das nimmt \d+ Personen etwas\./)]);
  });

  test('has its mistakes named all at once, in the words of the table', async () => {
    const path = file(
      'z.csv',
      [
        'Rolle;Person;Eigenschaft;Amt;von;bis',
        'it-beauftragte;itb-61;Stellvertretender;61;;',
        'it-beauftragte;itb-66;Inhaber/in;;;',
        'it-beauftragte;itb-16;Inhaber/in;61;31.2.2027;',
      ].join('\n'),
    );
    const { code, said } = await run(['check', path]);
    expect(code).toBe(1);
    expect(said).toMatch(/z\.csv:2: Fehler: „Eigenschaft“ kann nicht „Stellvertretender“ sein\..*Vertretung/);
    expect(said).toContain('z.csv:3: Fehler: IT-Beauftragte gehören zu einem Amt. Ergänzen Sie „Amt“.');
    expect(said).toContain('z.csv:4: Fehler: „von“: Den 31.02.2027 gibt es nicht.');
    expect(said).not.toMatch(/„(from|to|as|unit)“/);
  });

  test.each([
    ['x1;Leitung "Projekte";61', 0],
    ['x1;"Leitung Projekte;61', 2],
  ])('with quotation marks as they come (%s) is read or explained, never a stack', async (line, code) => {
    const path = file('p.csv', `Kennung;Name;Amt\n${line}\n`);
    const result = await run(['check', path]);
    expect(result.said).not.toMatch(/\bat .*\.[jt]s:/);
    // The file would remove everybody else, so that references break: that is an answer, too.
    expect(result.code).toBe(code === 0 ? 1 : code);
    if (code === 2)
      expect(result.said).toContain('In Zeile 2 beginnt eine Zelle mit einem Anführungszeichen');
  });
});

describe('a reorganisation', () => {
  test('is prepared by table, shown with its day and written', async () => {
    const path = join(folder, 'u.csv');
    await run(['export', path, '--table', 'Ämter']);
    const text = readFileSync(path, 'utf8').replace(/^(61;.*);;;$/m, '$1;;31.12.2026;63');
    writeFileSync(path, `${text}63;Amt;Amt für Bauordnung;Building Regulations;Bauamt;;01.01.2027;;\r\n`);
    const { code, said } = await run(['import', path, '--yes']);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain('bis: (leer) → 31.12.2026');
    expect(said).toContain('Nachfolge: (leer) → 63');
    expect((await loaded(organisation)).units.find(({ id }) => id === '63')).toMatchObject({
      from: '2027-01-01',
    });
  });
});

describe('export', () => {
  test('leaves an English wording out that only repeats the German one, so that both change together', async () => {
    const german = stored().replace(
      /name: \{ de: Rechtsamt, en: .*? \}/,
      'name: { de: Rechtsamt, en: Rechtsamt }',
    );
    writeFileSync(organisation, german);
    const path = join(folder, 'u.csv');
    await run(['export', path, '--table', 'Ämter']);
    writeFileSync(path, readFileSync(path, 'utf8').replace(';Rechtsamt;;', ';Amt für Recht;;'));
    expect((await run(['import', path, '--yes'])).code).toBe(0);
    expect((await loaded(organisation)).units.find(({ id }) => id === '30')?.name).toEqual({
      de: 'Amt für Recht',
      en: 'Amt für Recht',
    });
  });

  test.each(['yaml', 'xlsx'])('to %s and back is no difference', async (ending) => {
    const path = join(folder, `out.${ending}`);
    expect((await run(['export', path])).code).toBe(0);
    expect(await run(['diff', path])).toMatchObject({
      code: 0,
      said: expect.stringContaining('Kein Unterschied.'),
    });
  });

  test('to csv writes every table, and each read back is no difference', async () => {
    await run(['export', join(folder, 'out.csv')]);
    for (const table of tableNames) {
      const { code, said } = await run(['diff', join(folder, `out-${table}.csv`)]);
      expect({ table, code, said }).toMatchObject({ code: 0 });
    }
  });

  test('into an empty organisation gives the whole directory again', async () => {
    const path = join(folder, 'out.xlsx');
    await run(['export', path]);
    rmSync(organisation);
    await run(['import', path, '--yes']);
    expect(differences(await loaded(demo), await loaded(organisation))).toEqual([]);
  });

  test('of one table writes exactly the named file, and no formula into it', async () => {
    const path = join(folder, 'p.csv');
    expect((await run(['export', path, '--table', 'Personen'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain(";'+49 261 ");
    expect(readdirSync(folder).toSorted()).toEqual(['organisation.yaml', 'p.csv']);
  });

  test('replaces an existing file only when told to', async () => {
    const path = file('p.csv', 'mine');
    expect((await run(['export', path, '--table', 'persons'])).code).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await run(['export', path, '--table', 'persons', '--yes'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toBe('mine');
  });
});

describe('the command', () => {
  test('answers 1 to diff when there is a difference and writes nothing', async () => {
    const before = stored();
    const { code, said } = await run(['diff', absences()]);
    expect(code).toBe(1);
    expect(said).toContain('Abwesenheiten: 1 entfernt');
    expect(stored()).toBe(before);
  });

  test.each([
    [['frob'], 'Nennen Sie einen Befehl'],
    [['import'], 'Nennen Sie die Datei'],
    [['import', 'a.doc'], 'muss auf .yaml, .csv oder .xlsx enden'],
    [['import', 'missing.csv'], '„missing.csv“ gibt es nicht'],
    [['check', '--table', 'frob'], 'Die Tabelle „frob“ gibt es nicht'],
    [['check', '--dir', '/missing'], '„/missing“ gibt es nicht'],
    [['check', '--frob'], 'Mehr mit --help.'],
  ])('answers 2 to %j and says why', async (args, message) => {
    const { code, said } = await run(args);
    expect(code).toBe(2);
    expect(said).toContain(message);
  });

  test('explains itself, exit codes included', async () => {
    const { code, said } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of ['check', 'import', 'export', 'diff', '--table', '--dir', '--yes', 'Exit-Code']) {
      expect(said).toContain(word);
    }
  });

  test('lets no name from a file steer the terminal', async () => {
    const { said } = await run(['check', file('p.csv', 'Kennung;Name;Amt;\u001b[2Jgone\n')]);
    expect(said).toContain('[2Jgone');
    expect(said).not.toContain('\u001b');
  });

  test('refuses a broken workbook', async () => {
    const { code, said } = await run(['diff', file('a.xlsx', 'no workbook')]);
    expect(code).toBe(2);
    expect(said).toContain('keine lesbare XLSX-Datei');
  });
});
