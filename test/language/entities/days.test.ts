import { describe, expect, test } from '@jest/globals';
import { dayNamed, periodsIn } from '../../../src/language/entities/days.ts';

/** A Saturday. */
const today = '2026-11-28';

describe('a day that a text names', () => {
  test.each([
    ['bis 30.11.2026', '2026-11-30'],
    ['am 1.12.', '2026-12-01'],
    ['am 1. 12. 26', '2026-12-01'],
    ['bis zum 15.1.', '2027-01-15'],
    ['zum 20.11.', '2026-11-20'],
    ['2026-12-24', '2026-12-24'],
    ['am 3. Dezember', '2026-12-03'],
    ['on 17 December', '2026-12-17'],
    ['on December 17th, 2027', '2027-12-17'],
    ['heute noch', '2026-11-28'],
    ['bis morgen', '2026-11-29'],
    ['übermorgen', '2026-11-30'],
    ['the day after tomorrow', '2026-11-30'],
    ['gestern', '2026-11-27'],
    ['nächsten Freitag', '2026-12-04'],
    ['until next Friday', '2026-12-04'],
    ['letzten Montag', '2026-11-23'],
    ['bis Freitag', '2026-12-04'],
    ['in zwei Wochen', '2026-12-12'],
    ['in 3 days', '2026-12-01'],
    ['Ende Januar', '2027-01-31'],
    ['end of February 2028', '2028-02-29'],
  ])('"%s" is %s', (text, day) => {
    expect(dayNamed(text, today)).toBe(day);
  });

  test.each([
    '31.02.',
    'bis 30.02.2027',
    '2026-13-01',
    'am 32.1.',
    'Raum 10.50',
    'Amt 66',
    'guten Morgen',
    '3 Lizenzen',
    '1.200 Euro',
  ])('"%s" names none', (text) => {
    expect(dayNamed(text, today)).toBeUndefined();
  });
});

describe('a stretch of days', () => {
  test.each([
    ['im März 2026', '2026-03-01', '2026-03-31'],
    ['seit Mai', '2026-05-01', '2026-05-31'],
    ['in 2025', '2025-01-01', '2025-12-31'],
    ['letztes Jahr', '2025-01-01', '2025-12-31'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['nächste Woche', '2026-11-30', '2026-12-06'],
    ['nächsten Monat', '2026-12-01', '2026-12-31'],
    ['Anfang Februar 2027', '2027-02-01', '2027-02-10'],
    ['Mitte Dezember', '2026-12-11', '2026-12-20'],
  ])('"%s" is from %s to %s', (text, from, to) => {
    expect(periodsIn(text, today)).toMatchObject([{ from, to }]);
  });

  test('stands in the order of the text, each word read once', () => {
    const found = periodsIn('von heute bis 15. Januar 2027 und Ende März', today);
    expect(found.map(({ from }) => from)).toEqual(['2026-11-28', '2027-01-15', '2027-03-31']);
    expect(found.map(({ text }) => text)).toEqual(['heute', '15. Januar 2027', 'Ende März']);
  });
});
