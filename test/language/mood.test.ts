import { describe, expect, test } from '@jest/globals';
import { asksWhoIsNot, moodOf } from '../../src/language/mood.ts';
import { partsOf } from '../../src/language/parts.ts';
import { tokenise } from '../../src/language/words.ts';

test.each([
  ['Wer ist zuständig', 'question'],
  ['Mein Drucker druckt nicht', 'statement'],
  ['Muss der Personalrat zustimmen', 'yes-no'],
  ['Must the staff council agree?', 'yes-no'],
  ['Wir führen etwas ein, muss der Personalrat zustimmen?', 'yes-no'],
  ['Notebook bestellen?', 'question'],
  ['Bitte IT-Beschaffung', 'statement'],
] as const)('"%s" is a %s', (text, mood) => {
  expect(moodOf(text, tokenise(text))).toBe(mood);
});

test.each([
  ['wer ist zuständig für GIS und wer für die E-Akte?', ['wer ist zuständig für GIS', 'wer für die E-Akte?']],
  [
    'Mein Drucker geht nicht und außerdem brauch ich ein Headset',
    ['Mein Drucker geht nicht', 'außerdem brauch ich ein Headset'],
  ],
  ['My printer is broken. Who buys toner?', ['My printer is broken.', 'Who buys toner?']],
  ['Hardware und Software bestellen', ['Hardware und Software bestellen']],
  ['Wer betreut GIS und E-Akte', ['Wer betreut GIS und E-Akte']],
  ['Guten Tag. Wer betreut GIS?', ['Guten Tag. Wer betreut GIS?']],
])('"%s" has these parts', (text, parts) => {
  expect(partsOf(text).map((part) => part.trim())).toEqual(parts);
});

describe('who is not in charge', () => {
  test.each([
    'Wer ist nicht zuständig für Drucker?',
    'Welche Rolle ist für Server nicht verantwortlich?',
    'Wer darf einen Arbeitsplatz nicht bewilligen?',
    'Wer entscheidet nicht über neue Software?',
    'Wofür ist das KGRZ nicht zuständig?',
    'Who is not responsible for printers?',
    'Which role is not involved?',
  ])('is asked: %s', (text) => {
    expect(asksWhoIsNot(tokenise(text))).toBe(true);
  });

  test.each([
    'Mein IT-Beauftragter ist nicht zuständig, wer dann?',
    'Ich weiß nicht, wer zuständig ist',
    'Wer ist zuständig, wenn der Drucker nicht druckt?',
    'Wer hilft, wenn ich nicht drucken kann?',
    'Wer ist zuständig für nicht mehr gebrauchte Geräte?',
    'Who is in charge when the printer does not print?',
  ])('is not asked: %s', (text) => {
    expect(asksWhoIsNot(tokenise(text))).toBe(false);
  });
});
