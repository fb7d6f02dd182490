import { expect, test } from '@jest/globals';
import { backIn, pickedIn, placeOf } from '../../src/language/picking.ts';

test.each([
  ['2', 1],
  ['b)', 1],
  ['Nr. 3 bitte', 2],
  ['das erste', 0],
  ['ich nehme die zweite', 1],
  ['Was macht Ersteres?', 0],
  ['und Letzteres?', 'last'],
  ['nein, das andere', 'other'],
  ['the latter', 'last'],
  ['the other one, please', 'other'],
] as const)('somebody picks by its place: %s', (text, pick) => {
  expect(pickedIn(text)?.pick).toBe(pick);
});

test.each([
  'Ich brauche den zweiten Monitor',
  'Wer war es letzte Woche?',
  'und im anderen Amt?',
  'Wer ist mein IT-Beauftragter?',
  'Wir haben zwei Drucker und der zweite davon geht seit gestern überhaupt nicht mehr richtig',
])('nobody picks anything: %s', (text) => {
  expect(pickedIn(text)).toBeUndefined();
});

test('what else is asked of it stays', () => {
  expect(pickedIn('Was macht das zweite?')?.rest).toMatch(/^Was macht\s+\?$/);
});

test('only what was there can be picked', () => {
  expect(placeOf(2, 2, 0)).toBeUndefined();
  expect(placeOf('last', 3, 0)).toBe(2);
  expect(placeOf('other', 2, 0)).toBe(1);
  expect(placeOf('other', 2, 1)).toBe(0);
  // Of three there is no other one.
  expect(placeOf('other', 3, 0)).toBeUndefined();
});

test.each([
  ['Zurück zum Drucker: wer hilft da?', 'Drucker: wer hilft da?'],
  ['noch mal zu meiner Frage', 'meiner Frage'],
  ['und die Nummer von vorhin?', 'und die Nummer  ?'],
  ['Back to the servers', 'the servers'],
])('somebody goes back: %s', (text, rest) => {
  expect(backIn(text)).toBe(rest);
});

test.each(['Ich ziehe meinen Antrag zurück', 'Wer gibt die Geräte zurück?', 'und vorher?'])(
  'nobody goes back: %s',
  (text) => {
    expect(backIn(text)).toBeUndefined();
  },
);
