import { expect, test } from '@jest/globals';
import { fold, stem } from '../../src/core/word.ts';

test.each([
  ['Arbeitsplätze', 'Arbeitsplaetze'],
  ['Büro', 'Buero'],
  ['FUSSNOTE', 'Fußnote'],
  ['können', 'koennen'],
  ["can't", 'cant'],
])('%s and %s fold to the same word', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test('an "ue" that is no umlaut stays: "neue" and "Frequenz" keep their letters', () => {
  expect([fold('neue'), fold('Frequenz'), fold('blaue')]).toEqual(['neue', 'frequenz', 'blaue']);
});

test.each([
  ['druckern', 'drucker'],
  ['mentorinnen', 'mentor'],
  ['startet', 'startet'],
  ['policies', 'policy'],
  ['10.50', '10.50'],
  ['process', 'process'],
])('the stem of %s is %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test('words that share a beginning stay different', () => {
  expect(new Set(['rechner', 'rechnung', 'rechnen'].map(stem)).size).toBe(3);
});
