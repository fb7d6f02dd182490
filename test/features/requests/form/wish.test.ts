import { describe, expect, test } from '@jest/globals';
import { openRequestTypes } from '../../../../src/app/request-types.ts';
import { isWish, typeFor } from '../../../../src/features/requests/form/wish.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';

describe('a wish', () => {
  test.each([
    'Ich brauche einen Laptop',
    'ich brauche bitte dringend zwei Monitore',
    'Wir benötigen ein neues Fachverfahren für Terminvergabe',
    'Unser Amt braucht einen weiteren Arbeitsplatz',
    'Ich hätte gern ein Headset',
    'Wir möchten eine Software beschaffen',
    'Bitte ein Notebook bestellen',
    'Antrag auf einen EDV-Arbeitsplatz',
    'I need a new laptop',
    'We would like to order five licences',
    "I'd like a second screen",
    'Our office needs a new application',
    'Please order a docking station',
  ])('is „%s“', (text) => {
    expect(isWish(text)).toBe(true);
  });
});

describe('no wish', () => {
  test.each([
    'Wer bewilligt einen Laptop?',
    'Ich brauche einen Laptop, an wen wende ich mich',
    'Ich möchte wissen, wer für Server zuständig ist',
    'Brauche ich für einen Laptop eine Genehmigung?',
    'Ich brauche Hilfe mit meinem Drucker',
    'Ich brauche einen Ansprechpartner für das GIS',
    'Wir wollen eine Beratung zu künstlicher Intelligenz',
    'Mein Bildschirm bleibt schwarz',
    'Laptop',
    'Who approves a laptop?',
    'I need to know who runs the servers',
    'I need help with my printer',
    'We need somebody who knows about data protection',
    'My laptop is broken',
  ])('is „%s“', (text) => {
    expect(isWish(text)).toBe(false);
  });
});

describe('the form of a wish', () => {
  test('is that of the thing it names, else the one that usually follows the answer', async () => {
    const types = await openRequestTypes(await demoDirectory());
    const of = (text: string, type: string) => typeFor({ text, type }, types);
    expect(of('Ich brauche drei Notebooks', 'procurement')).toBe('workplace');
    expect(of('Ich brauche drei Lizenzen', 'procurement')).toBe('procurement');
    expect(of('Ich brauche einen funktionierenden Bildschirm', 'incident')).toBe('incident');
    expect(of('Ich brauche drei Lizenzen', 'gone')).toBeUndefined();
  });
});
