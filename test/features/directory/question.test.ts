import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { openLearned } from '../../../src/app/learned.ts';
import { openPartners } from '../../../src/app/partners.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import { languageOf } from '../../../src/core/language.ts';
import type { Asker } from '../../../src/features/directory/finding.ts';
import { answerQuestion } from '../../../src/features/directory/question.ts';
import type { AnswerRef } from '../../../src/features/directory/views.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { programLexicon } from '../../support/program-data.ts';

const directory = await demoDirectory();
const lexicon = await programLexicon();
const partners = openPartners();
const conceived = createUnderstanding(lexicon, directory);
const learned = createUnderstanding(lexicon, directory, await openLearned(), await openKnownWords());

/** By the concepts alone; after an answer by both opinions, as the program does. */
const find = (text: string, asker: Asker = {}) =>
  answerQuestion(text, languageOf(text), asker, {
    directory,
    understand: asker.before ? learned : conceived,
  });

/** The first answer without its task, or what else the question came to. */
function answered(text: string, asker: Asker = {}) {
  const found = find(text, asker);
  if (found.kind !== 'answer') return found.kind;
  const { role, unit, application } = found.refs[0];
  return [role, unit, application].filter(Boolean).join(' ');
}

describe('a question about a role of the units', () => {
  test.each([
    ['Wer ist mein IT-Beauftragter?', 'it-beauftragte 61'],
    ['Who is my IT officer?', 'it-beauftragte 61'],
    ['Wer ist IT-Beauftragter in Amt 37?', 'it-beauftragte 37'],
    ['Wer ist IT-Beauftragter bei der Feuerwehr?', 'it-beauftragte 37'],
    ['Who is the IT officer of office 37?', 'it-beauftragte 37'],
    [
      'Wer ist Fachadministrator für das Einwohnerverfahren im Bürgeramt?',
      'fachadministratoren 33 einwohnerverfahren',
    ],
  ])('"%s" from Amt 61 leads to %s', (text, expected) => {
    expect(answered(text, { unit: '61' })).toBe(expected);
  });

  test('without a unit leads to the role, and to nobody of some unit', () => {
    expect(answered('Wer ist mein IT-Beauftragter?')).toBe('it-beauftragte');
  });

  test.each([
    ['Wer ist IT-Beauftragter im Amt 80?', 'it-beauftragte 80'],
    ['Wer ist IT-Beauftragter im Amt 10?', 'it-beauftragte 10'],
    ['Wer ist IT-Beauftragter in EB 17?', 'it-beauftragte 17'],
  ])('"%s" is not about the role that the unit is also known for', (text, expected) => {
    const found = find(text);
    expect(answered(text)).toBe(expected);
    expect(found.kind === 'answer' && found.refs).toHaveLength(1);
  });

  test('for a unit that is not in the directory does not fall back to the own one', () => {
    const found = find('Wer ist IT-Beauftragter für Amt 99?', { unit: '61' });
    expect(found).toMatchObject({ refs: [{ role: 'it-beauftragte' }], unknownUnit: 'Amt 99' });
    expect(answered('Wer ist IT-Beauftragter für Amt 99?', { unit: '61' })).toBe('it-beauftragte');
    expect(find('Who is the IT officer of office 99?')).toMatchObject({
      unknownUnit: 'Office 99',
    });
    expect(find('Wer ist IT-Beauftragter in EB 99?')).toMatchObject({ unknownUnit: 'EB 99' });
  });
});

describe('a question about an application', () => {
  const text = 'Wer ist Fachadministrator für das Einwohnerverfahren?';

  test('is answered for the own unit when it uses the application', () => {
    expect(answered(text, { unit: '31' })).toBe('fachadministratoren 31 einwohnerverfahren');
  });

  test('is answered for all that use it when the own unit does not', () => {
    expect(answered(text, { unit: '61' })).toBe('fachadministratoren einwohnerverfahren');
  });

  test('is answered for the only unit that uses it', () => {
    expect(answered('Wer ist Fachadministrator für das Kfz-Zulassungsverfahren?', { unit: '61' })).toBe(
      'fachadministratoren 31 kfz-zulassung',
    );
  });
});

test('a role for the whole administration does not depend on where the asker works', () => {
  expect(answered('Wer bewilligt einen EDV-Arbeitsplatz?', { unit: '61' })).toBe(
    'strategisches-it-management',
  );
});

test.each(['Wer vertritt den IT-Beauftragten in Amt 50?', 'Who deputises for the IT officer of office 50?'])(
  '"%s" asks for the deputy',
  (text) => {
    expect(answered(text)).toBe('it-beauftragte 50');
    expect(find(text)).toMatchObject({ refs: [{ deputy: true }] });
  },
);

test.each([
  'Wer ist nicht zuständig für Drucker?',
  'Wer darf einen EDV-Arbeitsplatz nicht bewilligen?',
  'Who is not responsible for printers?',
])('whoever is in charge is offered, not named, where it is asked who is not: %s', (text) => {
  expect(find(text).kind).not.toBe('answer');
});

test.each([
  ['Was ist der Unterschied zwischen KGRZ und 10.50?', ['kgrz', 'strategisches-it-management']],
  ['Worin unterscheiden sich Digitallotse und KGRZ?', ['digitallotse-wirtschaft', 'kgrz']],
])('a difference is answered with both: %s', (text, roles) => {
  expect(find(text)).toMatchObject({ isShared: true, refs: roles.map((role) => ({ role })) });
});

test('who stands in is asked where the holder is said to be ill', () => {
  const text = 'Die IT-Beauftragte von Amt 50 ist krank, wer macht das jetzt?';
  const found = answerQuestion(text, 'de', {}, { directory, understand: learned });
  expect(found).toMatchObject({ refs: [{ role: 'it-beauftragte', unit: '50', deputy: true }] });
});

describe('a follow-up', () => {
  const officer: AnswerRef = { role: 'it-beauftragte', task: 'unit-contact', unit: '61' };
  const next = (text: string, previous: AnswerRef | undefined = officer) =>
    answered(text, { unit: '61', before: { ref: previous } });

  test.each([
    ['und der Stellvertreter?', 'it-beauftragte 61'],
    ['Und wer vertritt sie?', 'it-beauftragte 61'],
    ['and the deputy?', 'it-beauftragte 61'],
    ['Wer ist der Stellvertreter?', 'it-beauftragte 61'],
    ['und für Amt 37?', 'it-beauftragte 37'],
    ['und im Bürgeramt?', 'it-beauftragte 33'],
    ['and for office 37?', 'it-beauftragte 37'],
    ['what about Amt 37?', 'it-beauftragte 37'],
    ['und für Amt 80?', 'it-beauftragte 80'],
    ['und für EB 17?', 'it-beauftragte 17'],
    ['und für Amt 99?', 'it-beauftragte'],
    ['und die Telefonnummer?', 'it-beauftragte 61'],
    ['und die E-Mail-Adresse?', 'it-beauftragte 61'],
    ['and the phone number?', 'it-beauftragte 61'],
    ['und wie erreiche ich ihn?', 'it-beauftragte 61'],
    ['Wie ist die Durchwahl?', 'it-beauftragte 61'],
    ['und wie kann ich sie erreichen?', 'it-beauftragte 61'],
    ['und wenn der im Urlaub ist?', 'it-beauftragte 61'],
    ['Und wenn beide weg sind?', 'it-beauftragte 61'],
    ['wer ist das?', 'it-beauftragte 61'],
    ['wie kann ich sie erreichen?', 'it-beauftragte 61'],
    ['nein ich meinte Amt 66', 'it-beauftragte 66'],
    ['und vorher?', 'it-beauftragte 61'],
    ['und wer bezahlt?', 'strategisches-it-management'],
    ['and who stands in when she is away?', 'it-beauftragte 61'],
    ['und für das Geoinformationssystem?', 'fachadministratoren 61 gis'],
  ])('"%s" leads on to %s', (text, expected) => {
    expect(next(text)).toBe(expected);
  });

  test('about the place alone no longer asks for the deputy', () => {
    const found = find('und für Amt 37?', { before: { ref: { ...officer, deputy: true } } });
    expect(found).toMatchObject({ refs: [{ unit: '37' }] });
    expect(found).not.toMatchObject({ refs: [{ deputy: true }] });
  });

  test('keeps the task of the answer before', () => {
    expect(find('und für Amt 37?', { before: { ref: officer } })).toMatchObject({
      refs: [{ role: 'it-beauftragte', task: 'unit-contact', unit: '37' }],
    });
  });

  test('keeps the application when only the unit changes', () => {
    const previous = { role: 'fachadministratoren', application: 'einwohnerverfahren', unit: '33' };
    expect(next('und in Amt 31?', previous)).toBe('fachadministratoren 31 einwohnerverfahren');
  });

  test.each([
    ['und wer bewilligt Arbeitsplätze in Amt 37?', 'strategisches-it-management'],
    ['Und mein Telefon ist kaputt', 'kgrz'],
    ['und der Digitallotse?', 'digitallotse-wirtschaft'],
    ['und die Heizung im Amt 37?', 'none'],
    ['und die Katze in Amt 37?', 'none'],
    ['und danke', 'pleasantry'],
    ['Wer wartet die Telefonanlage?', 'kgrz'],
    ['Who is the strategic contact for IT?', 'strategisches-it-management'],
    ['Wer vertritt die Beschäftigten?', 'none'],
    ['Mein Drucker druckt nicht', 'kgrz'],
  ])('is not seen in "%s"', (text, expected) => {
    expect(next(text)).toBe(expected);
  });

  test.each(['und der Stellvertreter?', 'und für Amt 37?', 'und die Telefonnummer?'])(
    'needs an answer before: "%s"',
    (text) => {
      expect(answered(text)).toBe('none');
    },
  );

  test('is seen in hardly any of the questions that are asked on their own', () => {
    const lines = readFileSync('test/features/directory/questions/tuning.jsonl', 'utf8').split('\n');
    const questions = lines.filter(Boolean).map((line) => JSON.parse(line).q as string);
    expect(questions.length).toBeGreaterThan(500);
    const roleOf = (text: string, asker: Asker) => {
      const knowledge = { directory, understand: learned, partners };
      const found = answerQuestion(text, languageOf(text), asker, knowledge);
      return 'refs' in found ? found.refs[0]?.role : found.kind;
    };
    const before = { ref: officer };
    const taken = questions.filter(
      (text) => roleOf(text, { unit: '61', before }) !== roleOf(text, { unit: '61' }),
    );
    expect(taken.length / questions.length).toBeLessThan(0.01);
  });
});

describe('what is none of its business', () => {
  test.each(['Wann kommt die Müllabfuhr?', 'Die Heizung ist kalt', 'Tell me a joke', 'asdf qwertz'])(
    '"%s" names no role',
    (text) => {
      expect(find(text).kind).toBe('none');
    },
  );

  test.each([
    ['Hallo', false],
    ['Guten Morgen!', false],
    ['Vielen Dank', true],
    ['Thank you!', true],
  ])('"%s" is a pleasantry', (text, thanks) => {
    expect(find(text)).toEqual({ kind: 'pleasantry', thanks });
  });

  test.each([
    ['Hallo, mein Drucker druckt nicht', 'kgrz'],
    ['Danke! Und wer bewilligt einen EDV-Arbeitsplatz?', 'strategisches-it-management'],
  ])('but "%s" is a question', (text, role) => {
    expect(answered(text)).toBe(role);
  });
});

describe('an unsure understanding', () => {
  const candidates = ['kgrz', 'stadtvorstand', 'it-beauftragte', 'digitaler-beirat', 'digitale-mentoren'].map(
    (role) => ({ role, score: 1.5, line: 'line', because: [] }),
  );
  const unsure = (count: number) =>
    answerQuestion(
      'text',
      'de',
      { unit: '61' },
      {
        directory,
        understand: (text, language) => ({
          ...conceived(text, language),
          band: 'unsure',
          candidates: candidates.slice(0, count),
        }),
      },
    );

  test.each([
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 4],
  ])('of %i candidates offers %i choices', (count, offered) => {
    const found = unsure(count);
    expect(found.kind).toBe('choices');
    expect(found.kind === 'choices' && found.refs).toHaveLength(offered);
  });

  test('offers the role of the own unit', () => {
    expect(unsure(3)).toMatchObject({ refs: [{}, {}, { role: 'it-beauftragte', unit: '61' }] });
  });

  test('of a single candidate is an answer, of none an honest no', () => {
    expect(unsure(1)).toMatchObject({ kind: 'answer', refs: [{ role: 'kgrz' }] });
    expect(unsure(0)).toEqual({ kind: 'none', understood: false });
  });
});
