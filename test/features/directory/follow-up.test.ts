import { describe, expect, test } from '@jest/globals';
import { openLearned } from '../../../src/app/learned.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import { languageOf } from '../../../src/core/language.ts';
import { type Before, followUp } from '../../../src/features/directory/follow-up.ts';
import { namedPlace } from '../../../src/features/directory/named-place.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { programLexicon } from '../../support/program-data.ts';

const directory = await demoDirectory();
const understand = createUnderstanding(
  await programLexicon(),
  directory,
  await openLearned(),
  await openKnownWords(),
);
const read = (text: string) => {
  const language = languageOf(text);
  const understood = understand(text, language);
  return { understood, place: namedPlace(text, understood.reading, language, directory) };
};

/** What a turn comes to for somebody of Amt 61, after an answer. */
const following = (before: Before, text: string) =>
  followUp({ text, unit: '61', read, ...read(text) }, before, directory);

const officer: Before = { ref: { role: 'it-beauftragte', task: 'unit-contact', unit: '37' } };
const gis: Before = {
  ref: { role: 'fachadministratoren', task: 'application-care', unit: '61', application: 'gis' },
};
const notebooks: Before = {
  ref: { role: 'strategisches-it-management', task: 'workplaces' },
  subject: 'Notebook',
  acts: 'bewilligt',
};
const wished: Before = {
  ref: { role: 'kgrz', task: 'procurement' },
  subject: 'Headset',
  wish: 'procurement',
};

describe('given an answer about a role at a place', () => {
  test('a side keeps role, task and place', () => {
    expect(following(officer, 'und die Nummer?')).toEqual({
      kind: 'seen',
      side: 'number',
      ref: { ...officer.ref, number: true },
    });
    expect(following(officer, 'und wenn die krank ist?')).toMatchObject({
      side: 'absent',
      ref: { unit: '37', deputy: true },
    });
    expect(following(officer, 'und vorher?')).toMatchObject({
      side: 'before',
      ref: { unit: '37', before: true },
    });
  });

  test('a side does not keep the side before it', () => {
    const deputy: Before = { ref: { ...officer.ref, deputy: true, day: '2026-03-31' } };
    expect(following(deputy, 'und die Nummer?')).toMatchObject({ ref: { ...officer.ref, number: true } });
    expect(following(deputy, 'und die Nummer?')).not.toMatchObject({ ref: { deputy: true } });
  });

  test('another place replaces the place and nothing else', () => {
    expect(following(officer, 'und für Amt 50?')).toMatchObject({
      ref: { role: 'it-beauftragte', task: 'unit-contact', unit: '50' },
    });
  });

  test('a place that nobody knows is said, not passed over', () => {
    expect(following(officer, 'und in der Sternwarte?')).toMatchObject({
      ref: { role: 'it-beauftragte', unit: undefined },
      unknownPlace: 'Sternwarte',
    });
  });

  test.each([
    ['nein, ich meinte Amt 66', { role: 'it-beauftragte', unit: '66' }],
    ['nicht Amt 37, sondern Amt 66', { role: 'it-beauftragte', unit: '66' }],
    ['nein, ich meinte den Digitalen Beirat', { role: 'digitaler-beirat' }],
  ])('a correction replaces what it names: %s', (text, ref) => {
    expect(following(officer, text)).toMatchObject({ kind: 'seen', side: 'correct', ref });
  });
});

describe('given an answer about an application', () => {
  test('another application takes its place', () => {
    expect(following(gis, 'und die E-Akte?')).toMatchObject({ ref: { role: 'fachadministratoren' } });
    expect(following(gis, 'und die E-Akte?')).not.toMatchObject({ ref: { application: 'gis' } });
  });
  test('a person is that of the application', () => {
    expect(following(gis, 'wer ist das?')).toMatchObject({ side: 'person', ref: { application: 'gis' } });
  });
});

describe('given an answer about a thing', () => {
  test('an act without a thing is asked of that thing', () => {
    expect(following(notebooks, 'und wer repariert das?')).toMatchObject({
      kind: 'ask',
      texts: ['und wer repariert Notebook?'],
    });
  });
  test('a thing without an act is asked with that act', () => {
    expect(following(notebooks, 'und für Software?')).toMatchObject({
      kind: 'ask',
      texts: expect.arrayContaining(['Wer bewilligt Software?']),
    });
  });
  test('money is a matter of the IT budget', () => {
    expect(following(notebooks, 'und wer bezahlt das?')).toMatchObject({
      side: 'pays',
      ref: { role: 'strategisches-it-management', task: 'it-budget' },
    });
  });
  test('who is above is the role above', () => {
    expect(following(notebooks, 'wer steht darüber?')).toMatchObject({ ref: { role: 'stadtvorstand' } });
  });
  test('a form is that of the task, or the one that was open', () => {
    expect(following(notebooks, 'Und wie beantrage ich das?')).toMatchObject({
      kind: 'form',
      wish: 'workplace',
    });
    expect(following(wished, 'Und wie beantrage ich das?')).toMatchObject({
      kind: 'form',
      wish: 'procurement',
    });
  });
  test('how long it takes is said by its way', () => {
    expect(following(wished, 'wie lange dauert das?')).toEqual({ kind: 'way', side: 'how-long' });
  });
});

test.each([
  'Wer betreibt die Server?',
  'Mein Drucker druckt nicht',
  'Wie wird das Wetter morgen?',
  'Wer vertritt die Beschäftigten?',
  'Digi-Büro, was machen die?',
  'Wo bleibt mein Antrag?',
  'Wer ist Fachadministrator für das Einwohnerverfahren in Amt 31?',
])('a question of its own stays one: %s', (text) => {
  expect(following(officer, text)).toBeUndefined();
});
