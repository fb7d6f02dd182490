import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCell, writeCell } from '../../../src/features/directory/cells.ts';
import { differences } from '../../../src/features/directory/diff.ts';
import { differenceLines } from '../../../src/features/directory/difference-text.ts';
import { Organisation } from '../../../src/features/directory/model.ts';
import { mergeTable } from '../../../src/features/directory/table-merge.ts';
import { readSheet, writeSheets } from '../../../src/features/directory/table-rows.ts';
import { columnOf, shapeOf, tableWith } from '../../../src/features/directory/tables.ts';
import { smallOrganisation } from '../../support/small-directory.ts';

const organisation = (more: object = {}) => Organisation.parse(smallOrganisation(more));

describe('the difference between two organisations', () => {
  test('is empty for the same rows in another order', () => {
    const turned = organisation({ persons: smallOrganisation().persons.toReversed() });
    expect(differences(organisation(), turned)).toEqual([]);
  });

  test('names the new order of a committee, whose first member is the contact, and of nothing else', () => {
    const members = ['lead-10.50', 'itb-61'].map((person) => ({
      role: 'digitaler-beirat',
      person,
      as: 'holder',
    }));
    const officers = organisation().assignments;
    const before = organisation({ assignments: [...officers, ...members] });
    const after = organisation({ assignments: [...members.toReversed(), ...officers.toReversed()] });
    expect(differenceLines(differences(before, after), after)).toEqual([
      'Zuordnungen: 1 umgeordnet',
      '  ~ digitaler-beirat: Reihenfolge jetzt IT-Beauftragte Amt 61, Leitung 10.50',
    ]);
  });

  test('reads as German lines: what is new, what changes from what to what, what goes', () => {
    const before = organisation();
    const after = organisation({
      persons: [
        { ...before.persons[0], phone: '+49 261 129-00999' },
        before.persons[1],
        { id: 'new', name: 'Neue Stelle', unit: '61' },
      ],
      assignments: [
        ...before.assignments.slice(0, 2),
        { role: 'kgrz', person: 'new', as: 'deputy', from: '2026-12-01' },
      ],
      absences: [],
    });
    expect(
      differenceLines(differences(before, after), { persons: [...before.persons, ...after.persons] }),
    ).toEqual([
      'Personen: 1 neu, 1 geändert, 1 entfernt',
      '  ~ itb-61: IT-Beauftragte Amt 61',
      '      Telefon: +49 261 129-00101 → +49 261 129-00999',
      '  + new: Neue Stelle',
      '  - lead-10.50: Leitung 10.50',
      'Zuordnungen: 1 neu, 1 entfernt',
      '  + kgrz: Neue Stelle (new) als Vertretung ab 01.12.2026',
      '  - fachadministratoren (bau): IT-Beauftragte Amt 61 (itb-61) als Inhaber/in',
      'Abwesenheiten: 1 entfernt',
      '  - IT-Beauftragte Amt 61 (itb-61) ab 01.11.2026 bis 30.11.2026',
    ]);
  });
});

describe('tables', () => {
  test('written and read again give the same organisation', () => {
    const before = organisation();
    const read = writeSheets(before).map(({ heading, headings, rows }) =>
      readSheet({
        file: 'x.xlsx',
        name: heading,
        lines: [headings, ...rows].map((cells, index) => ({ line: index + 1, cells })),
      }),
    );
    const tables = read.map((sheet) => {
      if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
      return [sheet.read.table, mergeTable(sheet.read, [], false).rows];
    });
    expect(differences(before, Organisation.parse(Object.fromEntries(tables)))).toEqual([]);
  });

  test('keep every list of words, whatever the words contain', () => {
    const word = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(readCell('list', writeCell('list', words))).toEqual(words);
      }),
    );
  });

  test.each([
    ['day', '24.11.2026', '2026-11-24'],
    ['day', '4.1.2026', '2026-01-04'],
    ['day', '2026-11-24', '2026-11-24'],
    ['day', '46350', '2026-11-24'],
    ['day', '24.11.26', '2026-11-24'],
    ['day', '20261124', '2026-11-24'],
    ['day', '31.12.2026 23:59:59', '2026-12-31'],
    ['day', '2026-12-31T23:59:59', '2026-12-31'],
    ['day', '46350.99', '2026-11-24'],
    ['day', '31.12.9999', undefined],
    ['day', '00.00.0000', undefined],
    ['day', 'bald', 'bald'],
    ['unit', 'Amt 61', '61'],
    ['unit', 'EB 67', '67'],
    ['as', 'Vertretung', 'deputy'],
    ['as', 'Inhaber/in', 'holder'],
    ['unit-kind', 'Eigenbetrieb', 'eigenbetrieb'],
    ['as', 'Stellvertreter', 'deputy'],
    ['unit-kind', 'EB', 'eigenbetrieb'],
    ['role', 'IT-Beauftragte', 'it-beauftragte'],
    ['role', 'Strategisches IT-Management', 'strategisches-it-management'],
    ['role', 'Stadtrat/HuFa', 'stadtrat-hufa'],
    ['units', '61, Amt 66', ['61', '66']],
    ['text', '  ', undefined],
  ] as const)('read a %s cell "%s"', (kind, cell, value) => {
    expect(readCell(kind, cell)).toEqual(value);
  });

  test('take the German wording for both languages where the English column is empty', () => {
    const lines = [
      ['Kennung', 'Art', 'Bezeichnung', 'Bezeichnung englisch'],
      ['61', 'Amt', 'Bauamt', ''],
    ].map((cells, index) => ({ line: index + 1, cells }));
    const sheet = readSheet({ file: 'a.csv', lines });
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
    expect(mergeTable(sheet.read, [], false).rows).toMatchObject([{ name: { de: 'Bauamt', en: 'Bauamt' } }]);
  });

  test.each([
    ['Rolle', 'role'],
    ['role', 'role'],
    ['Rolle/role', 'role'],
    ['Amt / unit', 'unit'],
    ['VON', 'from'],
    ['bis/to', 'to'],
    ['Farbe', undefined],
  ])('know the heading "%s"', (heading, field) => {
    expect(columnOf(shapeOf('assignments'), heading)?.field).toBe(field);
  });

  test('are recognised by their headings', () => {
    expect(tableWith(['Person', 'von', 'bis'])?.name).toBe('absences');
    expect(tableWith(['role', 'person', 'as', 'unit', 'from', 'to'])?.name).toBe('assignments');
    expect(tableWith(['Kennung', 'Name', 'Amt'])?.name).toBe('persons');
    expect(tableWith(['Person', 'von', 'bis', 'Grund'])?.name).toBe('absences');
    expect(tableWith(['Kennung', 'Name', 'Amt', 'E-Mail', 'Kostenstelle'])?.name).toBe('persons');
    expect(tableWith(['Kennung', 'Name'])).toBeUndefined();
    expect(tableWith(['Kennung', 'Name', 'Amt', 'Art'])).toBeUndefined();
  });

  test('are read below a title, and what they do not know is noted and left out', () => {
    const lines = [
      ['Personal der Stadt', '', ''],
      ['Stand: 1.12.2026', '', ''],
      ['Kennung', 'Name', 'Amt', 'Kostenstelle', 'Telefonn'],
      ['x', 'Funktion', 'Amt 61', '4711', '1'],
    ].map((cells, index) => ({ line: index + 1, cells }));
    const sheet = readSheet({ file: 'a.csv', lines });
    expect(sheet).toMatchObject({
      read: { table: 'persons', fields: ['id', 'name', 'unit'] },
      notes: [
        { line: 3, severity: 'warning', text: { de: expect.stringContaining('„Kostenstelle“ kennt') } },
        { line: 3, text: { de: expect.stringContaining('Meinten Sie „Telefon“?') } },
      ],
    });
    expect(sheet.ok && mergeTable(sheet.read, [], false).rows).toEqual([
      { id: 'x', name: 'Funktion', unit: '61' },
    ]);
  });

  test('name missing and repeated columns and rows that are too wide, with their lines', () => {
    const sheet = (...lines: string[][]) =>
      readSheet(
        { file: 'a.csv', lines: lines.map((cells, index) => ({ line: index + 1, cells })) },
        'absences',
      );
    expect(sheet(['Person', 'vom', 'bis'])).toMatchObject({
      problems: [{ line: 1, text: { de: 'Die Spalte „von“ fehlt. Benennen Sie die Spalte „vom“ so.' } }],
    });
    expect(sheet(['Person', 'von', 'ab', 'bis'])).toMatchObject({ problems: [{ line: 1 }] });
    expect(sheet(['Person', 'von', 'bis'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd'])).toMatchObject({
      problems: [{ line: 3 }],
    });
  });
});
