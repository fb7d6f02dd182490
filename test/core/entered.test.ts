import { describe, expect, test } from '@jest/globals';
import { enteredNumber } from '../../src/core/entered.ts';

describe('what a number field comes back with', () => {
  test.each([
    [3, 3],
    [2.5, 2.5],
    ['3', 3],
    [' 120 ', 120],
    ['0', 0],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1.000', 1000],
    ['1,000', 1000],
    ['1.250.000', 1_250_000],
    ['-4', -4],
  ])('%j is a number', (value, number) => {
    expect(enteredNumber(value)).toBe(number);
  });

  test.each([undefined, null, '', '  '])('%j is nothing', (value) => {
    expect(enteredNumber(value)).toBeUndefined();
  });

  test.each(['viele', '3 Stück', '1e3', '0x10', '1.000,5', '1.000,000', true, {}, [3]])(
    '%j is no number',
    (value) => {
      expect(enteredNumber(value)).toBeNaN();
    },
  );
});
