import { expect, test } from '@jest/globals';
import { splitCompound } from '../../src/language/compound.ts';
import { buildLexicon } from '../../src/language/lexicon.ts';
import { vocabulary } from './seed.ts';

const lexicon = buildLexicon(
  vocabulary({
    device: { weight: 1.5, compounds: 'open', words: 'drucker' },
    app: { weight: 1.8, words: 'fachverfahren' },
    care: { weight: 1, words: 'betreuung' },
    council: { weight: 2, compounds: 'none', words: 'beirat' },
    error: { weight: 1, words: 'fehler' },
  }),
  [],
);

const ids = (word: string) => {
  const compound = splitCompound(word, lexicon);
  return (
    compound && {
      head: compound.head.map(({ concept }) => concept.id),
      modifiers: compound.modifiers.flat().map(({ concept }) => concept.id),
    }
  );
};

test('a compound is its last part, specialised by the parts before it', () => {
  expect(ids('fachverfahrensbetreuung')).toEqual({ head: ['care'], modifiers: ['app'] });
  expect(ids('druckerfehler')).toEqual({ head: ['error'], modifiers: ['device'] });
});

test('before an open word anything may stand', () => {
  expect(ids('etikettendrucker')).toEqual({ head: ['device'], modifiers: [] });
});

test('before a word that stands alone nothing may: a Seniorenbeirat is no Beirat', () => {
  expect(ids('seniorenbeirat')).toBeUndefined();
  expect(ids('fehlerbeirat')).toBeUndefined();
});

test('a word that is too short, has digits or is no word of any language is not split', () => {
  expect([ids('drucker'.slice(1, 5)), ids('drucker2betreuung'), ids('drucker'.repeat(400))]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
