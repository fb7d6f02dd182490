import { describe, expect, test } from '@jest/globals';
import { openRequestTypes } from '../../../../src/app/request-types.ts';
import { createRoleDirectory } from '../../../../src/features/directory/role-directory.ts';
import { prefilled } from '../../../../src/features/requests/form/prefill.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';

const demo = await demoDirectory();
const types = await openRequestTypes(demo);
const directory = createRoleDirectory(() => demo);
const fill = (type: string, text: string) => {
  const found = types.find(({ id }) => id === type);
  if (!found) throw new Error(type);
  return prefilled(text, found, directory, '2026-11-25');
};

describe('a form that a sentence opens', () => {
  test('has the thing itself as its subject', () => {
    expect(fill('workplace', 'Ich brauche bitte ein Notebook für die Bauberatung.').fields.subject).toBe(
      'Notebook für die Bauberatung',
    );
    expect(fill('procurement', 'We need some licences for image editing').fields.subject).toBe(
      'Licences for image editing',
    );
  });

  test.each([
    ['Wir brauchen 3 Notebooks', 3],
    ['Wir brauchen drei Notebooks', 3],
    ['We need twelve laptops', 12],
    ['Wir brauchen Notebooks für Amt 61', undefined],
    ['Ich brauche ein Notebook für 900 €', undefined],
    ['Ich brauche einen 27 Zoll Monitor', undefined],
  ])('takes the number from „%s“', (text, count) => {
    expect(fill('workplace', text).fields.count).toBe(count);
  });

  test.each([
    ['Ich brauche ein Notebook bis 15.12.', '2026-12-15'],
    ['Ich brauche ein Notebook bis 3.2.', '2027-02-03'],
    ['Ich brauche ein Notebook bis zum 01.03.2027', '2027-03-01'],
    ['I need a laptop by 2027-01-31', '2027-01-31'],
    ['Ich brauche ein Notebook bis 29.2.', undefined],
    ['Ich brauche ein Notebook bis 45.17.', undefined],
    ['Ich brauche ein Notebook bis 30.02.2027', undefined],
    ['Ich brauche ein Notebook bis 31.02.', undefined],
    ['I need a laptop by 2027-02-30', undefined],
  ])('takes the day from „%s“, and not as part of the subject', (text, day) => {
    const { fields } = fill('workplace', text);
    expect(fields['needed-by']).toBe(day);
    if (day) expect(fields.subject).toMatch(/^(Notebook|Laptop)$/);
  });

  test('takes the amount in cents, the kind, the application and another unit', () => {
    expect(fill('procurement', 'Wir brauchen eine Software für 12.000 €').fields.costs).toBe(1_200_000);
    expect(fill('workplace', 'Ich brauche einen neuen Laptop').fields.kind).toBe('laptop');
    expect(fill('specialist-application', 'Wir möchten das GIS ablösen').fields).toMatchObject({
      application: 'gis',
    });
    expect(fill('workplace', 'Wir brauchen ein Notebook für Amt 36').unit).toBe('36');
    expect(fill('workplace', 'Wir brauchen ein Notebook für Amt 99').unit).toBeUndefined();
  });

  test('cuts a story short for the subject', () => {
    const text = `Ich brauche ein Notebook, ${'weil wir viel unterwegs sind, '.repeat(20)}`;
    expect(String(fill('workplace', text).fields.subject).length).toBeLessThanOrEqual(100);
  });
});
