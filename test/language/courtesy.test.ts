import { expect, test } from '@jest/globals';
import { withoutCourtesy } from '../../src/language/courtesy.ts';
import { tokenise } from '../../src/language/words.ts';

const said = (text: string): string => {
  const tokens = tokenise(text);
  return withoutCourtesy(tokens)
    .map((at) => tokens[at]?.text)
    .join(' ');
};

test.each([
  [
    'Sehr geehrte Damen und Herren,\nwer kümmert sich um die Drucker?\nMit freundlichen Grüßen\nAmt 40',
    'wer kümmert sich um die Drucker',
  ],
  ['Ich brauche ein Notebook für 1.200 Euro, liebe Grüße', 'Ich brauche ein Notebook für 1.200 Euro'],
  ['hi lotse mein pc geht nicht lg', 'mein pc geht nicht'],
  ['Liebe Tante, das Tablett ist angekommen', 'das Tablett ist angekommen'],
  ['Betreff: Scanner\nGuten Morgen, er zieht schief ein', 'Betreff Scanner er zieht schief ein'],
  ['Dear all, the printer is broken. Kind regards', 'the printer is broken'],
])('how a letter begins and ends is left out: %s', (text, rest) => {
  expect(said(text)).toBe(rest);
});

test.each(['Hallo', 'Guten Morgen zusammen', 'Danke und Gruß', 'Viele Grüße aus dem Urlaub'])(
  'a greeting alone stays: %s',
  (text) => {
    expect(said(text)).toBe(text);
  },
);

test.each([
  'Guten Appetit wünsche ich',
  'Wer gehört zum Team der Leitung?',
  'Wo finde ich eine gute Tastatur',
])('a word of greeting that greets nobody stays: %s', (text) => {
  expect(said(text)).toBe(text.replace('?', ''));
});
