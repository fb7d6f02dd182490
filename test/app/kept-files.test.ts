import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readYaml } from '../../src/adapters/directory/yaml-text.ts';
import { openBeiratRules, watchBeiratRules } from '../../src/app/beirat-rules.ts';
import { directoryFile } from '../../src/app/directory-file.ts';
import { openDirectory } from '../../src/app/directory-source.ts';
import { keptFiles, shippedFiles } from '../../src/app/kept-files.ts';
import { openMentorFields } from '../../src/app/mentor-fields.ts';
import { openPartners, watchPartners } from '../../src/app/partners.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { watchRequestTypes } from '../../src/app/request-types-source.ts';
import { silent } from '../../src/core/ports/log.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { changeFindings } from '../../src/features/directory/changes/audit.ts';
import { openChanges } from '../../src/features/directory/changes/recording.ts';
import { createSettings } from '../../src/features/directory/settings/desk.ts';
import { formsOf, listsOf, newRowAt } from '../../src/features/directory/settings/forms.ts';
import type { SettingEdit, SettingFile } from '../../src/features/directory/settings/model.ts';
import { kindOfWay } from '../../src/features/directory/settings/way.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { filesInMemory } from '../support/kept-files.ts';
import { actorOf, startProgram } from '../support/program.ts';

/*
 * What people type into the forms of rules, request types and bodies never makes a file that does not load, and changes
 * nothing that they did not mean.
 */

const demo = await demoDirectory();
const folder = mkdtempSync(join(tmpdir(), 'lotse-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));
const now = new Date('2026-11-24T10:00:00Z');
const by = { by: 'lead-10.50', byName: 'Leitung 10.50', way: 'proposal' } as const;

const loaders: Readonly<Record<SettingFile, (path: string) => unknown>> = {
  'beirat.yaml': openBeiratRules,
  'request-types.yaml': (path) => openRequestTypes(demo, path),
  'partners.yaml': openPartners,
  'mentor-fields.yaml': openMentorFields,
};

function opened() {
  const memory = filesInMemory(() => demo);
  return { ...memory, desk: createSettings(memory.files, () => demo) };
}

async function loads(name: SettingFile, text: string): Promise<unknown> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return loaders[name](path);
}

const change = (
  file: SettingFile,
  at: string,
  cells: SettingEdit['cells'],
  more: Partial<SettingEdit> = {},
) => ({ kind: 'setting', file, at, act: 'change', cells, before: {}, ...more }) satisfies SettingEdit;

/** The lines that are not the same, those of before and those of after. */
function differing(a: string, b: string): readonly string[] {
  const [x, y] = [a.split('\n'), b.split('\n')];
  return [...x.filter((line) => !y.includes(line)), ...y.filter((line) => !x.includes(line))];
}

describe('a value that is changed', () => {
  test('stands in its line, and no other line is another one', async () => {
    const { desk, textOf } = opened();
    const before = textOf('beirat.yaml');
    expect(await desk.write(change('beirat.yaml', 'notice', { days: '6' }), by, now)).toEqual([]);
    expect(differing(before, textOf('beirat.yaml'))).toEqual(['notice: { days: 4 }', 'notice: { days: 6 }']);
  });

  test.each([
    [
      'request-types.yaml',
      'types[workplace].fields[reason]',
      { 'label.de': 'Wofür wird es gebraucht, „genau“?' },
    ],
    ['request-types.yaml', 'types[incident].priority.levels[high]', { due: '2', alarm: 'true' }],
    ['partners.yaml', '[vergabe]', { people: 'itb-61; itb-66', words: 'Vergabestelle; Ver#gabe: "A"' }],
    ['beirat.yaml', 'terms', { remindDays: '120; 60', tell: 'office,care' }],
    ['beirat.yaml', 'demand', { share: '', days: '' }],
  ] as const)('in %s at %s is what was typed', async (file, at, cells) => {
    const { desk, textOf, files } = opened();
    expect(await desk.write(change(file, at, cells), by, now)).toEqual([]);
    await loads(file, textOf(file));
    const form = formsOf(files.find(({ name }) => name === file) as (typeof files)[number]).find(
      (one) => one.at === at,
    );
    for (const cell of form?.cells ?? [])
      if (cell.name in cells)
        expect([cell.name, cell.value]).toEqual([cell.name, cells[cell.name as keyof typeof cells]]);
    expect(differing(readFileSync(shippedFiles[file], 'utf8'), textOf(file)).length).toBeLessThan(10);
  });

  test('is refused at its cell in the words of the form where the loader refuses it', () => {
    const { desk } = opened();
    expect(desk.problems(change('beirat.yaml', 'notice', { days: '99' }))).toMatchObject([
      {
        cell: 'days',
        text: {
          de: expect.stringMatching(/Volle Kalendertage.*höchstens 60/),
          en: expect.stringMatching(/Full calendar days/),
        },
      },
    ]);
    expect(desk.problems(change('beirat.yaml', 'notice', { days: 'vier' }))).toMatchObject([
      { cell: 'days' },
    ]);
    expect(desk.problems(change('beirat.yaml', 'notice', { days: '' }))).toMatchObject([{ cell: 'days' }]);
    expect(desk.problems(change('beirat.yaml', 'demand', { share: '' }))).toMatchObject([{ cell: 'share' }]);
    expect(desk.problems(change('beirat.yaml', 'usual', { time: '25:00' }))).toMatchObject([
      { cell: 'time' },
    ]);
    expect(desk.problems(change('partners.yaml', '[vergabe]', { people: 'niemand' }))).toMatchObject([
      { cell: 'people' },
    ]);
    expect(
      desk.problems(change('request-types.yaml', 'types[incident].fields[subject]', { required: 'false' })),
    ).toHaveLength(1);
  });

  test('is not written over what somebody else has changed since', async () => {
    const { desk, textOf } = opened();
    const edit = change('beirat.yaml', 'notice', { days: '6' }, { before: { days: '4' } });
    await desk.write(change('beirat.yaml', 'notice', { days: '5' }), by, now);
    const before = textOf('beirat.yaml');
    expect(await desk.write(edit, by, now)).toMatchObject([{ de: expect.stringContaining('„5“') }]);
    expect(textOf('beirat.yaml')).toBe(before);
  });

  test('is not written into a file that has mistakes', async () => {
    const { desk, textOf, put } = opened();
    const broken = textOf('beirat.yaml').replace('rhythm: { months: 6', 'rhythm: { months: sechs');
    put('beirat.yaml', broken);
    expect(await desk.write(change('beirat.yaml', 'notice', { days: '6' }), by, now)).not.toEqual([]);
    expect(textOf('beirat.yaml')).toBe(broken);
  });
});

describe('a row', () => {
  test('comes and goes, and leaves the file as it was', async () => {
    const { desk, textOf } = opened();
    const before = textOf('beirat.yaml');
    const cells = { 'name.de': 'Herbstferien', from: '1.10.2031', to: '2031-10-12' };
    expect(await desk.write(change('beirat.yaml', 'schoolHolidays', cells, { act: 'add' }), by, now)).toEqual(
      [],
    );
    expect(differing(before, textOf('beirat.yaml'))).toEqual([
      '  - { name: { de: Herbstferien, en: Herbstferien }, from: "2031-10-01", to: "2031-10-12" }',
    ]);
    const gone = change('beirat.yaml', 'schoolHolidays[2031-10-01]', {}, { act: 'remove' });
    expect(await desk.write(gone, by, now)).toEqual([]);
    expect(textOf('beirat.yaml')).toBe(before);
  });

  test('of a body has an id of its own, and stays while a request type needs it', async () => {
    const { desk } = opened();
    const fresh = { 'name.de': 'Brandschutz', 'matters.de': 'Brandschutz', words: 'Brandschutz' };
    const add = (id: string) => change('partners.yaml', '', fresh, { act: 'add', id });
    expect(desk.problems(add('brandschutz'))).toEqual([]);
    expect(desk.problems(add('Brand Schutz'))).toMatchObject([{ cell: 'id' }]);
    expect(desk.problems(add('vergabe'))).toMatchObject([{ cell: 'id' }]);
    const out = (at: string) => desk.problems(change('partners.yaml', at, {}, { act: 'remove' }));
    expect(out('[datenschutz]')).toMatchObject([{ text: { de: expect.stringContaining('Antragsart') } }]);
    expect(out('[gebaeude]')).toEqual([]);
    expect(out('[rechnungspruefung]')).toMatchObject([
      { text: { de: expect.stringContaining('von Amts wegen') } },
    ]);
    expect(desk.problems(change('beirat.yaml', 'seats[chair]', {}, { act: 'remove' }))).toHaveLength(1);
  });
});

describe('who reads files by right', () => {
  test('is given by the file only: no form takes it, and none says who reads for such a body', () => {
    const { desk, files } = opened();
    const cellsOf = (at: string) =>
      formsOf(files.find(({ name }) => name === 'partners.yaml') as (typeof files)[number])
        .find((form) => form.at === at)
        ?.cells.map(({ name }) => name);
    expect(cellsOf('[vergabe]')).toContain('people');
    expect(cellsOf('[rechnungspruefung]')).not.toContain('people');
    for (const [at, cells] of [
      ['[vergabe]', { reads: 'files', readsClosed: 'true' }],
      ['[rechnungspruefung]', { people: 'itb-61' }],
    ] as const)
      expect(desk.lines(change('partners.yaml', at, cells), 'de')).toEqual([]);
  });

  test('stays as it is, whatever a released edit carries', async () => {
    const { desk, textOf } = opened();
    const before = textOf('partners.yaml');
    await desk.write(change('partners.yaml', '[vergabe]', { reads: 'files' }), by, now);
    await desk.write(change('partners.yaml', '[rechnungspruefung]', { people: 'itb-61' }), by, now);
    expect(textOf('partners.yaml')).toBe(before);
  });
});

describe('whatever is typed', () => {
  const { files } = opened();
  const forms = files.flatMap((file) => [
    ...formsOf(file),
    ...listsOf(file).flatMap(({ at }) => newRowAt(file, at) ?? []),
  ]);
  const typed = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '4',
      '-1',
      '99999',
      '2,5',
      'true',
      'none',
      'never',
      'all',
      '1.3.2027',
      '31.2.2027',
    ),
    fc.constantFrom(
      'a: b',
      '# x',
      '- [',
      '{',
      '*a',
      '&b',
      '!!int 3',
      '"',
      "'",
      '\\',
      '@',
      '%',
      '|',
      '> x',
      'null',
      '~',
      'yes',
      '1e3',
      '0x1F',
      '2026-01-01',
      '{limit}',
      '‮',
      '\u2028',
      '\u0085',
      '\uFEFF',
      '\uD800',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );

  test.each([
    ['beirat.yaml', 50],
    ['partners.yaml', 40],
    ['mentor-fields.yaml', 20],
    ['request-types.yaml', 6],
  ])('%s loads afterwards, or is the same letter for letter', async (name, numRuns) => {
    const some = fc.constantFrom(...forms.filter(({ file }) => file === name)).chain((form) =>
      fc.record({
        form: fc.constant(form),
        act: fc.constantFrom(form.act, form.act, form.act, 'remove' as const),
        id: typed,
        cells: fc.dictionary(fc.constantFrom('x', ...form.cells.map(({ name }) => name)), typed, {
          maxKeys: 4,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(some, async ({ form: { file, at }, act, id, cells }) => {
        const { desk, textOf } = opened();
        const before = textOf(file);
        const edit = change(file, at, cells, { act, id });
        const said = desk.problems(edit);
        const wrong = await desk.write(edit, by, now);
        if (wrong.length > 0) expect(textOf(file)).toBe(before);
        else await loads(file, textOf(file));
        // What the form finds fault with is not written, and the other way round.
        expect(wrong.length > 0).toBe(said.length > 0);
      }),
      { numRuns },
    );
  });
});

describe('in the folder of a city', () => {
  const inFolder = async () => {
    const own = mkdtempSync(join(folder, 'city-'));
    copyFileSync('data/demo/organisation.yaml', join(own, 'organisation.yaml'));
    const looks: (() => Promise<void>)[] = [];
    const every = (look: () => Promise<void>) => {
      looks.push(look);
      return () => undefined;
    };
    const kept = { folder: own, log: silent, every };
    const source = await openDirectory(own, silent, { every });
    const rules = await watchBeiratRules(kept);
    const types = await watchRequestTypes(kept, source.current);
    const bodies = await watchPartners(kept);
    const program = await startProgram(source.current(), {
      directory: source,
      beiratRules: rules.current,
      directoryFile: {
        ...(await directoryFile(own, process.cwd(), source)),
        settings: keptFiles(own, process.cwd(), {
          directory: source.current,
          texts: {
            'beirat.yaml': rules.text,
            'request-types.yaml': types.text,
            'partners.yaml': bodies.text,
            'mentor-fields.yaml': () => readFileSync(shippedFiles['mentor-fields.yaml'], 'utf8'),
          },
        }),
      },
    });
    const as = (who: string) => ({ actor: actorOf(demo, who), at: '2026-11-24T10:00:00.000Z' });
    const tick = async (at: string) => {
      await program.tick(new Date(at));
      for (const look of looks) await look();
      await program.tick(new Date(at));
    };
    await tick('2026-11-24T09:00:00Z');
    const changes = openChanges(program.store);
    return {
      press: (who: string, verb: string, data: object) => program.press(verb, { ...data }, as(who)),
      says: (who: string, text: string) => program.ask(text, as(who)),
      text: () =>
        existsSync(join(own, 'beirat.yaml')) ? readFileSync(join(own, 'beirat.yaml'), 'utf8') : '',
      changes: async () => (await changes.changes.list()).filter(({ n }) => n > 1),
      findings: async () => changeFindings(await changes.changes.list(), await changes.state.get('current')),
      rules,
      tick,
      own,
    };
  };
  const notice = {
    file: 'beirat.yaml',
    at: 'notice',
    form: 'f1',
    c_days: '6',
    reason: 'Beschluss vom Oktober',
  };
  const summaryOf = async (reply: Promise<{ readonly summary: string }>) => (await reply).summary;

  test('what one proposes another releases; it counts, stands in the history, and is taken back', async () => {
    const city = await inFolder();
    await city.press('digitallotse', 'directory.propose-setting', notice);
    await expect(city.says('digitallotse', 'V-2026/1 freigeben')).resolves.toMatchObject({
      summary: expect.stringContaining('Wartet auf den Digitallotsen'),
    });
    await city.tick('2026-11-24T10:01:00Z');
    expect(city.text()).toBe('');
    await city.says('digitallotse-deputy', 'V-2026/1 freigeben');
    await city.tick('2026-11-24T10:02:00Z');
    expect(differing(readFileSync('data/beirat.yaml', 'utf8'), city.text())).toEqual([
      'notice: { days: 4 }',
      'notice: { days: 6 }',
    ]);
    expect(city.rules.current().notice.days).toBe(6);
    const [change] = await city.changes();
    expect(change).toMatchObject({
      way: 'proposal',
      source: 'V-2026-1',
      settings: [{ file: 'beirat.yaml', way: 'notice.days', before: '4', after: '6' }],
      history: [{ by: 'digitallotse-deputy' }],
    });
    const undo = { id: change?.id, reason: 'Doch nicht', form: 'f2' };
    await city.press('digitallotse-deputy', 'directory.undo-change', undo);
    await city.says('digitallotse', 'V-2026/2 freigeben');
    await city.tick('2026-11-24T10:05:00Z');
    expect(city.text()).toBe(readFileSync('data/beirat.yaml', 'utf8'));
    expect(await city.changes()).toMatchObject([{}, { undoes: change?.id }]);
    expect(await city.findings()).toEqual([]);
  });

  test('what is to count from a day on is written on that day', async () => {
    const city = await inFolder();
    await city.press('digitallotse', 'directory.propose-setting', { ...notice, from: '1.12.2026' });
    await city.says('digitallotse-deputy', 'V-2026/1 freigeben');
    await city.tick('2026-11-30T10:00:00Z');
    expect(city.text()).toBe('');
    await city.tick('2026-12-01T10:00:00Z');
    expect(city.rules.current().notice.days).toBe(6);
  });

  test('what somebody edits in the file is recorded too, and taken back row by row', async () => {
    const city = await inFolder();
    const shipped = readFileSync('data/beirat.yaml', 'utf8');
    const line = /^ {2}- \{ name: \{ de: "Osterferien".*\n/m;
    writeFileSync(join(city.own, 'beirat.yaml'), shipped.replace(line, ''));
    await city.tick('2026-11-24T10:01:00Z');
    const [change] = await city.changes();
    expect(change).toMatchObject({
      way: 'file',
      settings: expect.arrayContaining([
        expect.objectContaining({ way: 'schoolHolidays[2026-03-30].to', before: '2026-04-10' }),
      ]),
    });
    await city.press('digitallotse', 'directory.undo-change', { id: change?.id, reason: 'Fehlt', form: 'f' });
    await city.says('digitallotse-deputy', 'V-2026/1 freigeben');
    await city.tick('2026-11-24T10:05:00Z');
    expect(city.rules.current().schoolHolidays).toHaveLength(18);
  });

  test('nobody else proposes, releases, reads or takes anything back', async () => {
    const city = await inFolder();
    await city.press('digitallotse', 'directory.propose-setting', notice);
    for (const who of ['lead-10.50', 'staff-61', 'itb-61', 'beirat-verwaltung', 'vorsitz-beirat']) {
      for (const verb of ['directory.setting', 'directory.check-setting', 'directory.propose-setting'])
        await expect([who, verb, city.press(who, verb, notice)][2]).rejects.toThrow(Refusal);
      expect((await city.says(who, 'V-2026/1 freigeben')).card).toBe('shared/refusal');
    }
    for (const who of ['digitallotse', 'staff-61', 'itb-61'])
      for (const file of ['request-types.yaml', 'partners.yaml']) {
        const data = { file, at: file === 'partners.yaml' ? '[vergabe]' : 'types[incident]' };
        for (const verb of ['directory.settings', 'directory.setting', 'directory.propose-setting'])
          await expect(city.press(who, verb, data)).rejects.toThrow(Refusal);
      }
    await expect(city.press('staff-61', 'directory.settings', { file: 'beirat.yaml' })).rejects.toThrow(
      Refusal,
    );
    expect(await summaryOf(city.press('lead-10.50', 'directory.settings', { file: 'beirat.yaml' }))).toBe(
      'Regeln des Beirats',
    );
    await city.says('digitallotse-deputy', 'V-2026/1 freigeben');
    await city.tick('2026-11-24T10:02:00Z');
    const [change] = await city.changes();
    const { id } = change ?? {};
    await expect(city.press('staff-61', 'directory.change', { id })).rejects.toThrow(Refusal);
    for (const who of ['staff-61', 'lead-10.50'])
      await expect(city.press(who, 'directory.undo-change', { id, reason: 'x' })).rejects.toThrow(Refusal);
  });
});

describe('every value of a file', () => {
  const { files } = opened();

  test.each(files)('of $name is in a form, or is said to be a matter of the file', (file) => {
    const { value } = readYaml(file.name, readFileSync(shippedFiles[file.name], 'utf8'), 'typed');
    const kept = file.words.groups.flatMap(({ at, cells }) =>
      Object.keys(cells).map((name) => (at && !name.startsWith('[') ? `${at}.${name}` : `${at}${name}`)),
    );
    const left = new Set(
      waysIn(value, '').filter(
        (one) =>
          ![...kept, ...Object.keys(file.words.inFile)].some(
            (known) => one === known || one.startsWith(`${known}.`) || one.startsWith(`${known}[`),
          ),
      ),
    );
    expect([...left]).toEqual([]);
  });
});

function waysIn(value: unknown, way: string): readonly string[] {
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object')
      ? [kindOfWay(way)]
      : value.flatMap((one) => waysIn(one, `${way}[]`));
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([key, one]) => waysIn(one, way ? `${way}.${key}` : key));
}
