import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { readCsv, writeCsv } from '../../../src/adapters/directory/csv.ts';
import { readXlsx, writeXlsx } from '../../../src/adapters/directory/xlsx.ts';

const cellsOf = (sheet: { lines: readonly { cells: readonly string[] }[] }) =>
  sheet.lines.map(({ cells }) => cells);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('CSV', () => {
  test.each([
    ['semicolons', utf8('Name;Amt\r\nMüller;10.50\r\n')],
    ['commas', utf8('Name,Amt\nMüller,10.50\n')],
    ['tabs', utf8('Name\tAmt\nMüller\t10.50')],
    ['a byte order mark', utf8('\uFEFFName;Amt\nMüller;10.50')],
    ['Windows-1252', Buffer.from('Name;Amt\nM\xfcller;10.50', 'latin1')],
    ['UTF-16 from Excel', Buffer.from('\uFEFFName\tAmt\r\nMüller\t10.50', 'utf16le')],
    ['a separator line', utf8('sep=;\r\nName;Amt\r\nMüller;10.50')],
    ['quoted cells', utf8('"Name";"Amt"\n"Müller";"10.50"')],
  ])('is read with %s', (_name, bytes) => {
    expect(cellsOf(readCsv(bytes))).toEqual([
      ['Name', 'Amt'],
      ['Müller', '10.50'],
    ]);
  });

  test('is read with the separator of its headings, whatever else its cells contain', () => {
    expect(cellsOf(readCsv(utf8('"a,b,c";d\n1,2;3')))).toEqual([
      ['a,b,c', 'd'],
      ['1,2', '3'],
    ]);
  });

  test('tells the line where every row begins, empty lines and line breaks in cells included', () => {
    const sheet = readCsv(utf8('sep=;\na;b\n\n"x\ny";2\n3;4\n'));
    expect(sheet.lines.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  test('is refused with its line when a quote stays open', () => {
    expect(() => readCsv(utf8('sep=;\na;b\n"x;y\nz;1\n'))).toThrow(/opened in line 3 is not closed/);
  });

  test.each([
    ['x1;Leitung "Projekte"', ['x1', 'Leitung "Projekte"']],
    ['24" Monitor Team;x', ['24" Monitor Team', 'x']],
    ['"Leitung "Projekte"";x', ['Leitung "Projekte"', 'x']],
  ])('is read with quotation marks as SAP writes them: %s', (line, cells) => {
    expect(cellsOf(readCsv(utf8(`a;b\n${line}\n`)))[1]).toEqual(cells);
  });

  test.each(['=1+1', '+49 261', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
    'makes no formula of %j',
    (cell) => {
      const written = writeCsv(['a'], [[cell]]).toString('utf8');
      expect(written.slice(1).split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/);
    },
  );

  test('written and read again gives the same cells', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => `x${text}`.replace(/\r/g, ''))
      .chain((text) =>
        fc.constantFrom(text, `=${text}`, `'${text}`, `''+${text}`, `@"${text}";`, `-${text}\n`),
      );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        expect(cellsOf(readCsv(writeCsv(['one', 'two'], rows)))).toEqual([['one', 'two'], ...rows]);
      }),
    );
  });
});

describe('XLSX', () => {
  const table = {
    heading: 'Zuordnungen',
    headings: ['Amt', 'Name', 'von'],
    days: [false, false, true],
    rows: [
      ['01', '=1+1', '2026-11-24'],
      ['10.50', '', ''],
    ],
  };

  test('written and read again gives the same cells: texts stay texts, days stay days', async () => {
    const [sheet, ...others] = await readXlsx(await writeXlsx([table]));
    expect(others).toEqual([]);
    expect(sheet?.name).toBe('Zuordnungen');
    expect(sheet && cellsOf(sheet)).toEqual([table.headings, ...table.rows]);
    expect(sheet?.lines.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('reads dates, numbers and rows below an empty one as Excel stores them', async () => {
    const bytes = await writeXlsxFile([
      [{ value: new Date('2026-11-24T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' }, 46350, true],
      [],
      ['last'],
    ]).toBuffer();
    const [sheet] = await readXlsx(bytes);
    expect(sheet?.lines.filter(({ cells }) => cells.some(Boolean))).toEqual([
      { line: 1, cells: ['2026-11-24', '46350', 'true'] },
      { line: 3, cells: ['last', '', ''] },
    ]);
  });

  test('keeps the day of a moment shortly before midnight', async () => {
    const at = (moment: string) => ({ value: new Date(moment), type: Date, format: 'dd.mm.yyyy hh:mm:ss' });
    const bytes = await writeXlsxFile([[at('2026-12-31T23:59:59Z'), at('2027-01-01T00:00:00Z')]]).toBuffer();
    const [sheet] = await readXlsx(bytes);
    expect(sheet?.lines[0]?.cells).toEqual(['2026-12-31', '2027-01-01']);
  });

  test('is refused when it is something else', async () => {
    await expect(readXlsx(Buffer.from('a;b'))).rejects.toMatchObject({ name: 'InvalidInputError' });
  });
});
