import { expect, test } from '@jest/globals';
import { openKnownWords } from '../../src/app/words-command.ts';
import { filterOf, knowsWord } from '../../src/language/known-words.ts';
import { createUnderstanding } from '../../src/language/understand.ts';
import { directory, lexiconFile } from './seed.ts';

const known = await openKnownWords();

test.each(['Praktikanten', 'praktikantin', 'Gewinner', 'verkaufen'])('"%s" is a German word', (word) => {
  expect(knowsWord(known, word, 'de')).toBe(true);
});

test.each(['Druker', 'Bildschrim', 'Netzlaufwek', 'qwertzu'])('"%s" is none', (word) => {
  expect(knowsWord(known, word, 'de')).toBe(false);
});

test('a word of the other language is still a slip of this one', () => {
  expect([knowsWord(known, 'kaput', 'en'), knowsWord(known, 'kaput', 'de')]).toEqual([true, false]);
});

test('a filter knows every word that was put in, inflected too, and hardly any other', () => {
  const words = Array.from(
    { length: 2000 },
    (_, n) =>
      `wort${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}${'uvwxyzabcd'[Math.floor(n / 100) % 10]}${'efghi'[n % 5]}`,
  );
  const filter = { de: filterOf(words), en: new Uint8Array(8) };
  expect(words.every((word) => knowsWord(filter, word, 'de'))).toBe(true);
  const strange = Array.from(
    { length: 2000 },
    (_, n) =>
      `fremd${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + (Math.floor(n / 26) % 26))}z`,
  );
  expect(strange.filter((word) => knowsWord(filter, word, 'de')).length).toBeLessThan(strange.length * 0.05);
});

test('a word of the language is not repaired into another one', () => {
  const read = (text: string) =>
    createUnderstanding(lexiconFile, directory, undefined, known)(text, 'de').reading.hits;
  expect(read('Praktikanten').filter(({ how }) => how === 'typo')).toEqual([]);
  expect(read('Mein Druker ist kaput').some(({ concept }) => concept.id === 'device')).toBe(true);
});
