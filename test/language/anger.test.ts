import { expect, test } from '@jest/globals';
import { isAngry } from '../../src/language/anger.ts';

test.each([
  'Du Vollidiot',
  'so ein Mist',
  'You are useless',
  'Das ist eine Frechheit!',
  'du nervst',
  'Du bist echt eine Flasche',
  'So ein Murks',
])('is heard in "%s"', (text) => {
  expect(isAngry(text)).toBe(true);
});

test.each([
  'Guten Morgen',
  'Danke, prima!',
  'Mein Drucker druckt nicht',
  'Optimist',
  'Der Mischer ist defekt',
  'Wer entsorgt leere Flaschen?',
  'Ist der Putzlappenlieferant bekannt?',
])('is not heard in "%s"', (text) => {
  expect(isAngry(text)).toBe(false);
});
