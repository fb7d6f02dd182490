import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { edited } from '../../../../src/features/directory/changes/edit.ts';
import { editLines } from '../../../../src/features/directory/changes/labels.ts';
import {
  cellsOf,
  changedCells,
  type RowEdit,
  rowIn,
  rowTables,
  withRowEdit,
} from '../../../../src/features/directory/changes/row-edit.ts';
import { differences } from '../../../../src/features/directory/diff.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';

const city = await demoDirectory();
const row = (edit: Omit<RowEdit, 'kind'>): RowEdit => ({ kind: 'row', ...edit });

describe('a row as a form', () => {
  test('sent as it was opened changes nothing, whichever it is', () => {
    for (const table of rowTables)
      for (const { id } of city[table]) {
        const cells = changedCells(table, rowIn(city, table, id), cellsOf(table, rowIn(city, table, id)));
        expect([table, id, cells]).toEqual([table, id, {}]);
      }
  });

  test('changes that row and no other, and reads what it wrote', () => {
    void fc.assert(
      fc.property(
        fc.constantFrom(...city.units),
        fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ß', 'Ö', ';', ' ', '\\', ',') }),
        ({ id }, word) => {
          const said = word.trim() || 'x';
          const typed = { ...cellsOf('units', rowIn(city, 'units', id)), 'name.de': said, to: '31.12.2027' };
          const cells = changedCells('units', rowIn(city, 'units', id), typed);
          const next = withRowEdit(city, row({ table: 'units', id, cells }));
          expect(differences(city, next)).toMatchObject([{ table: 'units', kind: 'changed', key: id }]);
          expect(rowIn(next, 'units', id)).toMatchObject({ name: { de: said }, to: '2027-12-31' });
        },
      ),
    );
  });

  test('with an empty cell empties, and an English wording that repeated the German one follows it', () => {
    const one = {
      ...city,
      units: [{ id: '99', kind: 'amt', name: { de: 'Alt', en: 'Alt' }, aliases: ['A'], to: '2027-12-31' }],
    } as typeof city;
    const next = withRowEdit(
      one,
      row({ table: 'units', id: '99', cells: { 'name.de': 'Neu', to: '', aliases: '' } }),
    );
    expect(rowIn(next, 'units', '99')).toEqual({
      id: '99',
      kind: 'amt',
      name: { de: 'Neu', en: 'Neu' },
      aliases: [],
    });
  });

  test('is new with all that it needs, or comes to nothing', () => {
    const whole = row({
      table: 'persons',
      id: 'neu',
      cells: { name: 'Neue Funktion', unit: 'Amt 66', phone: '+49 1234' },
    });
    const outcome = edited(city, whole, '2026-11-24');
    expect(outcome.ok && editLines(city, outcome.directory, 'de')).toEqual([
      '+ Neue Funktion (neu): Amt 66; Telefon +49 1234',
    ]);
    expect(edited(city, row({ table: 'persons', id: 'neu', cells: { name: 'Neu' } }), '2026-11-24').ok).toBe(
      false,
    );
  });
});
