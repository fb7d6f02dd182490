import { expect, test } from '@jest/globals';
import { inScene } from '../../src/language/scene.ts';
import { roleFor, understood } from './seed.ts';

const weightOf = (text: string, concept: string): number =>
  Math.max(
    0,
    ...inScene(understood(text).reading)
      .filter((hit) => hit.concept.id === concept)
      .map(({ weight }) => weight),
  );

test('a role in the story weighs less than one that is asked for', () => {
  const story = weightOf('Das KGRZ kann nicht helfen. Wer bewilligt den Arbeitsplatz?', 'r:kgrz');
  expect(story).toBeLessThan(weightOf('Wer ist das KGRZ?', 'r:kgrz') / 2);
  expect(
    weightOf('Das KGRZ kann nicht helfen. Wer bewilligt den Arbeitsplatz?', 'mentioned-role'),
  ).toBeGreaterThan(0);
});

test('a role that stands alone before the question is its topic', () => {
  expect(weightOf('Digitallotse: wer vertritt ihn?', 'r:digitallotse-wirtschaft')).toBe(3);
});

test('what was already done does not count when another act is asked for', () => {
  expect(weightOf('Mein Rechner ist bewilligt. Wer besorgt ihn?', 'approve')).toBe(0);
  expect(weightOf('Wer bewilligt und besorgt ihn?', 'approve')).toBeGreaterThan(0);
});

test('without an asking clause everything counts', () => {
  expect(weightOf('Drucker kaputt, Papier ist drin', 'device')).toBe(weightOf('Drucker', 'device'));
});

test('what is denied is not asked for', () => {
  expect(weightOf('Wer betreut das IT-Projekt, nicht wer beschließt es?', 'decide')).toBe(0);
  expect(weightOf('Der Drucker druckt nicht', 'device')).toBeGreaterThan(0);
});

test('a role that the asker only guesses is not the answer', () => {
  expect(weightOf('Macht das der Fachadministrator oder wer?', 'r:fachadministratoren')).toBeLessThan(1);
});

test('a thing that only says where something stands counts little, whichever of the two it is', () => {
  expect(roleFor('Der Drucker neben der Kaffeemaschine druckt nicht')).toBe('kgrz');
  expect(roleFor('Die Kaffeemaschine neben dem Drucker ist kaputt')).toBe('NONE');
});
