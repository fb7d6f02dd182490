import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from '../../../../src/core/csv.ts';
import { columns, matches, rowOf } from '../../../../src/features/requests/export/table.ts';
import { allActed, submittedBy } from '../world.ts';

describe('a line of CSV', () => {
  test.each(['=1+1', '+49 261', '-5', '@SUM(A1)', '\tx', '\rx'])('%j gets an apostrophe in front', (text) => {
    expect(csvLine([text]).replaceAll('"', '')).toBe(`'${text}\r\n`);
  });

  test('keeps semicolons, quotes and line breaks inside their cell', () => {
    expect(csvLine(['a;b', 'er sagte "nein"', 'zwei\nZeilen', 'Größe'])).toBe(
      '"a;b";"er sagte ""nein""";"zwei\nZeilen";Größe\r\n',
    );
  });

  test('whatever people write, another program reads the same cells, and none begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [read = []] = parse(csvLine(cells), { delimiter: ';', record_delimiter: '\r\n' }) as string[][];
        expect(read.map((cell, at) => (cell === cells[at] ? cell : cell.slice(1)))).toEqual(cells);
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('cases that are exported', () => {
  const open = submittedBy('staff-61', { reason: 'Defekt' });
  const closed = allActed(open, [['staff-61', { kind: 'withdraw' }]]);

  test('show where a case stands, who asked for how much, who decided and what was granted', () => {
    expect(Object.fromEntries(columns.map(({ title }, at) => [title, rowOf(open)[at]]))).toEqual({
      Nummer: 'IT-2026-0001',
      Antragsart: 'workplace',
      Titel: 'Notebook',
      Amt: '61',
      'Gestellt von': 'Funktion staff-61',
      Stand: 'Wird entschieden',
      'Gestellt am': '2026-11-23',
      'Entschieden von': '',
      'Entschieden am': '',
      'Abgeschlossen am': '',
      'Liegt bei': 'it-beauftragte',
      'Fällig am': '2026-11-26',
      Budget: '',
      'Beantragt in Euro': '500,00',
      'Bewilligt in Euro': '',
    });
    expect(rowOf({ ...open, funding: { budget: '2026-it-budget', cents: 123_450 } }).slice(-3)).toEqual([
      '2026-it-budget',
      '500,00',
      '1234,50',
    ]);
    const decided = allActed(open, [
      ['itb-61', { kind: 'approve' }],
      ['lead-10.50', { kind: 'approve' }],
    ]);
    const cell = (title: string) => rowOf(decided)[columns.findIndex((one) => one.title === title)];
    expect([cell('Entschieden von'), cell('Entschieden am')]).toEqual(['Funktion lead-10.50', '2026-11-23']);
  });

  test.each([
    [{}, true, true],
    [{ year: 2026, unit: '61', type: 'workplace' }, true, true],
    [{ year: 2025 }, false, false],
    [{ unit: '36' }, false, false],
    [{ type: 'incident' }, false, false],
    [{ state: 'open' as const }, true, false],
    [{ state: 'closed' as const }, false, true],
    [{ state: 'withdrawn' as const }, false, true],
  ])('%j wants the open one: %s, the withdrawn one: %s', (filter, first, second) => {
    expect([matches(open, filter), matches(closed, filter)]).toEqual([first, second]);
  });
});
