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

  test('show where a case stands and no persons', () => {
    expect(Object.fromEntries(columns.map(({ title }, at) => [title, rowOf(open)[at]]))).toEqual({
      Nummer: 'IT-2026-0001',
      Antragsart: 'workplace',
      Titel: 'Notebook',
      Amt: '61',
      Stand: 'Wird entschieden',
      'Gestellt am': '2026-11-23',
      'Abgeschlossen am': '',
      'Liegt bei': 'it-beauftragte',
      'Fällig am': '2026-11-26',
      Budget: '',
      'Betrag in Euro': '',
    });
    expect(rowOf({ ...open, funding: { budget: '2026-it-budget', cents: 123_450 } }).slice(-2)).toEqual([
      '2026-it-budget',
      '1234,50',
    ]);
    expect(rowOf(open).join()).not.toMatch(/staff|Funktion/);
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
