import { expect, test } from '@jest/globals';
import { fold, sound, stem, tokenise } from '../../../../src/features/directory/understanding/words.ts';

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

test.each([
  ['standarts', 'standards'],
  ['shwartz', 'shwarz'],
  ['menthor', 'mentor'],
  ['exel', 'excel'],
  ['fieren', 'vieren'],
])('%s sounds like %s', (one, other) => {
  expect(sound(stem(one))).toBe(sound(stem(other)));
});

test('numbers with points stay whole, hyphens tie two words', () => {
  const tokens = tokenise('Amt 10.50 und IT-Standards');
  expect(tokens.map(({ text }) => text)).toEqual(['Amt', '10.50', 'und', 'IT', 'Standards']);
  expect(tokens.map(({ tied }) => tied)).toEqual([false, false, false, true, false]);
});

test('punctuation and a dash between blanks open a new clause, a point in a number does not', () => {
  const tokens = tokenise('Drucker kaputt. Wer hilft, wenn 10.50 zu ist - der Support?');
  expect(tokens.map(({ clause }) => clause)).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 3, 3]);
});

test('a forgotten blank after a full stop does not glue two words', () => {
  expect(tokenise('Internet weg.Bitte helfen').map(({ key }) => key)).toContain('bitte');
});

test.each([
  'IT-Beauftragte:r',
  'Mentor*innen',
  'Administrator/in',
  'Administrator(in)',
  'MentorInnen',
  'Berater_innen',
])('the mark of both genders in %s is no word of its own', (word) => {
  const tokens = tokenise(word);
  expect(tokens.map(({ key }) => key)).not.toContain('innen');
  expect(tokens.at(-1)?.key).toMatch(/^(beauftragte|mentor|administrator|berater)$/);
});
