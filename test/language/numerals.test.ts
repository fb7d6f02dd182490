import { expect, test } from '@jest/globals';
import { inWords } from '../../src/language/numerals.ts';

test.each([
  [10, 'zehn'],
  [17, 'siebzehn'],
  [20, 'zwanzig'],
  [31, 'einunddreißig'],
  [66, 'sechsundsechzig'],
])('%d is dictated as %s', (number, words) => {
  expect(inWords(number)).toBe(words);
});

test.each([9, 100, 10.5])('%d has no word of its own', (number) => {
  expect(inWords(number)).toBeUndefined();
});
