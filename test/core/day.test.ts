import { describe, expect, test } from '@jest/globals';
import { dayOf, daysBefore, isDay, isTime, momentOf, timeOf } from '../../src/core/day.ts';

describe('the day in Koblenz', () => {
  test.each([
    ['2026-11-24T22:59:59Z', '2026-11-24'],
    ['2026-11-24T23:00:00Z', '2026-11-25'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-11-24T00:30:00+01:00', '2026-11-24'],
  ])('of %s is %s', (moment, day) => {
    expect(dayOf(moment)).toBe(day);
  });

  test.each([
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-03-01', 1, '2026-02-28'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2026-03-30', 1, '2026-03-29'],
    ['2026-03-30', 2, '2026-03-28'],
    ['2026-10-26', 1, '2026-10-25'],
    ['2026-11-24', 365, '2025-11-24'],
  ])('before %s, by %i days, is %s, also when the clocks change', (day, days, before) => {
    expect(daysBefore(day, days)).toBe(before);
  });
});

describe('what is written for a day or a time', () => {
  test.each(['2026-11-24', '2028-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each([
    '2027-02-29',
    '2027-02-30',
    '2026-13-01',
    '2026-1-1',
    '24.11.2026',
    '2026-11-24T00:00',
    'x',
    '',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
    ['', false],
  ])('"%s" is a time: %s', (text, is) => {
    expect(isTime(text)).toBe(is);
  });
});

describe('a time of day in Koblenz', () => {
  test.each([
    ['2026-11-25', '09:00', '2026-11-25T08:00:00.000Z'],
    ['2026-07-01', '09:00', '2026-07-01T07:00:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s at %s is %s', (day, time, moment) => {
    expect(momentOf(day, time)).toBe(moment);
  });

  test('is read back, except in the hour that the clock skips', () => {
    expect(timeOf(momentOf('2026-11-25', '09:05'))).toBe('09:05');
    expect(timeOf(momentOf('2026-03-29', '02:30'))).toBe('03:30');
  });
});
