import { describe, expect, test } from '@jest/globals';
import { amountsIn, countIn } from '../../../src/language/entities/amounts.ts';

describe('money in a text', () => {
  test.each([
    ['Ich brauche ein Notebook für 1.200 Euro', 120_000],
    ['Kosten ca. 1200 €', 120_000],
    ['Kosten 5k', 500_000],
    ['1,5 T€', 150_000],
    ['2 Mio. Euro', 200_000_000],
    ['60000 euro', 6_000_000],
    ['for 1,200 euros', 120_000],
    ['€1,250.50', 125_050],
    ['EUR 99,90', 9_990],
    ['1.250,00 €', 125_000],
    ['900,- €', 90_000],
  ])('"%s"', (text, cents) => {
    expect(amountsIn(text).map((amount) => amount.cents)).toEqual([cents]);
  });

  test.each(['Amt 66', 'am 31.12.', 'Windows 11', '3 Lizenzen', '5kg Papier', 'Raum 112'])(
    '"%s" has none',
    (text) => {
      expect(amountsIn(text)).toEqual([]);
    },
  );

  test('stands in the order of the text', () => {
    expect(amountsIn('von 500 Euro auf 5k').map(({ cents }) => cents)).toEqual([50_000, 500_000]);
  });
});

describe('how many are wanted', () => {
  test.each([
    ['3 Lizenzen für Bildbearbeitung bis 31.12.', 3],
    ['zwei Notebooks plus Dockingstation', 2],
    ['I need three monitors', 3],
    ['5 Stück Tastaturen', 5],
    ['für 1.200 Euro zwei Bildschirme', 2],
    ['10 x Headset', 10],
  ])('"%s"', (text, count) => {
    expect(countIn(text)).toBe(count);
  });

  test.each([
    'ein Notebook für 500 Euro',
    'bis 3 Uhr',
    'Amt 66 braucht Laptops',
    'Windows 11 Rechner',
    'in 2 Wochen',
    'am 3 Dezember',
    'Raum 112 Drucker',
    '24 Zoll Monitor',
  ])('"%s" counts nothing', (text) => {
    expect(countIn(text)).toBeUndefined();
  });
});
