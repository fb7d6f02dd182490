import { describe, expect, test } from '@jest/globals';
import { mendLostZeros } from '../../../src/features/directory/lost-zeros.ts';
import { mergeTable, type Row } from '../../../src/features/directory/table-merge.ts';
import { readSheet } from '../../../src/features/directory/table-rows.ts';

const read = (...lines: string[]) => {
  const sheet = readSheet({
    file: 'a.csv',
    lines: lines.map((line, index) => ({ line: index + 1, cells: line.split(';') })),
  });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  return sheet.read;
};

const persons: readonly Row[] = [
  { id: 'a', name: 'Funktion a', unit: '61', email: 'a@example.org', phone: '1290', teamsId: 'guid-a' },
  { id: 'b', name: 'Funktion b', unit: '61', teamsId: 'guid-b' },
];

describe('a table on top of the one that is there', () => {
  test('changes nothing where it has no column', () => {
    const table = read('Kennung;Name;Amt;E-Mail', 'a;Funktion a;66;a@example.org', 'b;Funktion b;61;');
    const { rows, emptied } = mergeTable(table, persons, false);
    expect(rows).toEqual([{ ...persons[0], unit: '66' }, persons[1]]);
    expect([...emptied]).toEqual([]);
  });

  test('empties what has an empty cell, says how often, and leaves it when asked to', () => {
    const table = read('Kennung;Name;Amt;Telefon;Teams-Kennung', 'a;Funktion a;61;;', 'b;Funktion b;61;;');
    const { rows, emptied } = mergeTable(table, persons, false);
    expect(rows[0]).toEqual({ id: 'a', name: 'Funktion a', unit: '61', email: 'a@example.org' });
    expect([...emptied]).toEqual([
      ['Telefon', 1],
      ['Teams-Kennung', 2],
    ]);
    expect(mergeTable(table, persons, true).rows).toEqual(persons);
  });

  test('keeps the seats of the Beirat when the column is missing, also where the first day is corrected', () => {
    const seats: readonly Row[] = [
      { role: 'digitaler-beirat', person: 'a', as: 'holder', seat: 'chair', from: '2026-01-01' },
      { role: 'digitaler-beirat', person: 'b', as: 'holder', seat: 'expert' },
    ];
    const table = read(
      'Rolle;Person;Eigenschaft;von',
      'digitaler-beirat;a;Inhaber/in;1.2.2026',
      'digitaler-beirat;b;Inhaber/in;',
    );
    expect(mergeTable(table, seats, false).rows).toEqual([{ ...seats[0], from: '2026-02-01' }, seats[1]]);
  });

  test('says so when several rows could be meant', () => {
    const officers: readonly Row[] = ['61', '66'].map((unit) => ({
      role: 'it-beauftragte',
      person: 'a',
      as: 'holder',
      unit,
    }));
    const { unclear } = mergeTable(
      read('Rolle;Person;Eigenschaft', 'it-beauftragte;a;Inhaber/in'),
      officers,
      false,
    );
    expect(unclear).toEqual([
      {
        line: 2,
        text: expect.objectContaining({ de: expect.stringContaining('Ergänzen Sie die Spalten „Amt“') }),
      },
    ]);
  });

  test('keeps an English wording of its own, and lets one that only repeats the German follow it', () => {
    const units: readonly Row[] = [
      { id: '61', kind: 'amt', name: { de: 'Bauamt', en: 'Building Office' } },
      { id: '66', kind: 'amt', name: { de: 'Tiefbau', en: 'Tiefbau' } },
    ];
    const table = read('Kennung;Art;Bezeichnung', '61;Amt;Bauordnungsamt', '66;Amt;Tiefbauamt');
    expect(mergeTable(table, units, false).rows).toMatchObject([
      { name: { de: 'Bauordnungsamt', en: 'Building Office' } },
      { name: { de: 'Tiefbauamt', en: 'Tiefbauamt' } },
    ]);
  });
});

describe('zeros that a spreadsheet has lost', () => {
  const known = {
    units: new Set(['01', '10.50', '61']),
    persons: new Set(['00012']),
    applications: new Set<string>(),
  };

  test('come back in ids and in what refers to them, with the lines', () => {
    const table = read('Kennung;Name;Amt', '12;Funktion;1', '13;Funktion;10.5');
    const { table: mended, mended: notes } = mendLostZeros(table, known, []);
    expect(mended.rows.map(({ cells }) => [cells.get('id'), cells.get('unit')])).toEqual([
      ['00012', '01'],
      ['13', '10.50'],
    ]);
    expect([...notes].map(([written, { as, lines }]) => [written, as, lines])).toEqual([
      ['12', '00012', [2]],
      ['1', '01', [2]],
      ['10.5', '10.50', [3]],
    ]);
  });

  test('are not guessed where the id is there as it stands, or several could be meant', () => {
    const units = { ...known, units: new Set(['1', '01', '001']) };
    const table = read('Kennung;Name;Amt', 'x;Funktion;1', 'y;Funktion;1,0');
    expect(mendLostZeros(table, units, []).mended.size).toBe(0);
  });
});
