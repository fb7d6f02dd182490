import { expect, test } from '@jest/globals';
import { stem } from '../../src/core/word.ts';
import { sound, tokenise } from '../../src/language/words.ts';

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
