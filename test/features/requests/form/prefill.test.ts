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
    ['access', 'How do I get access to drive S?', 'Access to drive S'],
    ['access', 'Wie bekomme ich Zugriff auf Laufwerk S?', 'Zugriff auf Laufwerk S'],
    ['people-change', 'Someone is leaving in March', undefined],
    ['people-change', 'Was muss ich tun, wenn eine neue Kollegin kommt?', undefined],
    ['procurement', 'Wo kriege ich eine Lizenz für Visio?', 'Lizenz für Visio'],
  ])('of %s has no question as its subject: %s', (type, text, subject) => {
    expect(fill(type, text).fields.subject).toBe(subject);
  });

  test('chooses nothing by words that stand in every sentence', () => {
    expect(fill('workplace', 'Wir brauchen zwei Monitore für 300 Euro').fields.kind).toBeUndefined();
    expect(fill('access', 'Ich brauch für 3 Leute Acrobat, und zwar bis 15.1.').fields.level).toBeUndefined();
  });

  test('has no words in its subject that only lead to the day', () => {
    expect(
      fill('procurement', 'Ich brauch Acrobat für 3 Leute und zwar bis Mitte Januar').fields.subject,
    ).toBe('Acrobat für 3 Leute');
  });

  test.each([
    ['Wir brauchen 3 Notebooks', 3],
    ['Wir brauchen drei Notebooks', 3],
    ['We need twelve laptops', 12],
    ['Wir brauchen Notebooks für Amt 61', undefined],
    ['Ich brauche ein Notebook für 900 €', undefined],
    ['Ich brauche einen 27 Zoll Monitor', undefined],
    ['Ich brauche in 2 Wochen ein Notebook', undefined],
    ['Wir bestellen 5 x Notebook', 5],
  ])('takes the number from „%s“', (text, count) => {
    expect(fill('workplace', text).fields.count).toBe(count);
  });

  test.each([
    ['Ich brauche ein Notebook bis 15.12.', '2026-12-15'],
    ['Ich brauche ein Notebook bis 3.2.', '2027-02-03'],
    ['Ich brauche ein Notebook bis zum 01.03.2027', '2027-03-01'],
    ['I need a laptop by 2027-01-31', '2027-01-31'],
    ['Ich brauche ein Notebook bis übermorgen', '2026-11-27'],
    ['Ich brauche bis nächsten Freitag ein Notebook', '2026-11-27'],
    ['Ich brauche ein Notebook bis Ende Januar', '2027-01-31'],
    ['Ich brauche nächste Woche ein Notebook', '2026-12-06'],
    ['I need a laptop by tomorrow', '2026-11-26'],
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

  test.each([
    ['Ich brauche ein Notebook für 1.200 Euro', 120_000, 'Notebook'],
    ['Ich brauche ein Notebook für 1.200 Euro, liebe Grüße', 120_000, 'Notebook'],
    ['Wir brauchen 3 Lizenzen für Bildbearbeitung, Kosten ca. 5k', 500_000, '3 Lizenzen für Bildbearbeitung'],
    ['I need a laptop for 1,200 euros by next Friday, thanks', 120_000, 'Laptop'],
    ['Ich brauche ein Notebook für Reisen', undefined, 'Notebook für Reisen'],
  ])('takes the amount from „%s“, and not as part of the subject', (text, cents, subject) => {
    expect(fill('procurement', text).fields).toMatchObject({
      ...(cents === undefined ? {} : { costs: cents }),
      subject,
    });
  });

  test('guesses no kind of a thing that the sentence does not name', () => {
    expect(fill('procurement', 'Ich brauche bis 30.02.2027 ein Headset').fields.kind).toBeUndefined();
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
