import { expect, test } from '@jest/globals';
import type { Language } from '../../src/core/text.ts';
import { buildLexicon, byImportance } from '../../src/language/lexicon.ts';
import { read } from '../../src/language/read.ts';
import { createSpeller } from '../../src/language/spelling.ts';
import { vocabulary } from './seed.ts';

function conceptsIn(
  text: string,
  concepts: Record<string, Record<string, unknown>>,
  language: Language = 'de',
) {
  const lexicon = buildLexicon(vocabulary(concepts), []);
  const { hits } = read(text, language, lexicon, createSpeller(byImportance(lexicon)));
  return [...new Set(hits.map(({ concept }) => concept.id))];
}

test('a concept that counts as an unknown one is refused by name', () => {
  expect(() => buildLexicon(vocabulary({ a: { weight: 1, is: ['nonsense'], words: 'x' } }), [])).toThrow(
    'nonsense',
  );
});

test('a concept counts as its parents and theirs', () => {
  const file = vocabulary({
    a: { weight: 1, is: ['b'], words: 'x' },
    b: { weight: 1, is: ['c'], words: 'y' },
    c: { weight: 1, words: 'z' },
  });
  expect(buildLexicon(file, []).concepts.get('a')?.kinds).toEqual(['a', 'b', 'c']);
});

test('a concept name in capitals is refused with what to write', () => {
  expect(() => vocabulary({ Bad: { weight: 1, words: 'x' } })).toThrow('lower-case');
});

const problem = { problem: { weight: 1, words: 'geht … nicht, stellt … bereit' } };

test('words may stand between the parts of a phrase with a gap, but not a whole story', () => {
  expect(conceptsIn('Geht heute wieder mal nicht', problem)).toEqual(['problem']);
  expect(conceptsIn('Geht a b c d e f g h nicht', problem)).toEqual([]);
});

test('the end of a separable verb may stand far away, though not behind a comma', () => {
  expect(conceptsIn('Wer stellt a b c d e f g bereit', problem)).toEqual(['problem']);
  expect(conceptsIn('Wer stellt a, ist bereit', problem)).toEqual([]);
});

test('"=" means exactly this word, with its capitals where it has any', () => {
  const it = { it: { weight: 1, words: '=IT, =mail' } };
  expect(conceptsIn('Wer macht IT', it)).toEqual(['it']);
  expect(conceptsIn('what is it', it)).toEqual([]);
  expect(conceptsIn('MAIL', it)).toEqual(['it']);
  expect(conceptsIn('mails', it)).toEqual([]);
});

test('"@en" binds a word to one language', () => {
  const fan = { device: { weight: 1, words: '=fan@en' } };
  expect(conceptsIn('the fan', fan, 'en')).toEqual(['device']);
  expect(conceptsIn('ein fan', fan, 'de')).toEqual([]);
});

test('a hyphened word is also found written as one or as two', () => {
  const words = { standard: { weight: 1, words: 'it-standard' } };
  for (const text of ['IT-Standard', 'IT Standard', 'itstandard'])
    expect(conceptsIn(text, words)).toEqual(['standard']);
});

test('a phrase that hides keeps its single words from meaning something else', () => {
  const words = {
    domain: { weight: 0.3, hides: true, words: 'building permit' },
    permit: { weight: 1, words: 'permit' },
  };
  expect(conceptsIn('building permit', words, 'en')).toEqual(['domain']);
  expect(conceptsIn('a permit', words, 'en')).toEqual(['permit']);
});

test('a compound written apart or with a slip is still one word', () => {
  const words = {
    office: { weight: 2, words: 'digitalisierungsbüro' },
    digital: { weight: 1, words: 'digitalisierungs' },
  };
  for (const text of ['Digitalisierungs-Büro', 'digitalisierungs büro', 'Digitalisirungs Büro'])
    expect(conceptsIn(text, words)).toContain('office');
});

test('two neighbours can mean a third', () => {
  const file = vocabulary({
    domain: { weight: 0.3, words: 'friedhof' },
    software: { weight: 1, words: 'programm' },
    app: { weight: 2, words: 'fachverfahren' },
  });
  const lexicon = buildLexicon({ ...file, derive: [{ parts: ['domain', 'software'], gives: 'app' }] }, []);
  const found = (text: string) =>
    read(text, 'de', lexicon, () => undefined).hits.map(({ concept }) => concept.id);
  expect(found('Friedhof Programm')).toContain('app');
  expect(found('Friedhof und ein Programm')).not.toContain('app');
});
