import { describe, expect, test } from '@jest/globals';
import { openLearned } from '../../../src/app/learned.ts';
import { openPartners } from '../../../src/app/partners.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import { languageOf } from '../../../src/core/language.ts';
import { answerQuestion } from '../../../src/features/directory/question.ts';
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
const find = (text: string) =>
  answerQuestion(text, languageOf(text), { unit: '61' }, { directory, understand, partners: openPartners() });
const answered = (text: string) => {
  const found = find(text);
  return found.kind === 'answer' ? [found.refs[0].role, found.refs[0].application] : [found.kind];
};

const caring = [
  (name: string) => `Wer betreut ${name}?`,
  (name: string) => `Wer administriert ${name}?`,
  (name: string) => `Wer verwaltet ${name}?`,
  (name: string) => `Wer pflegt ${name}?`,
  (name: string) => `Wer ist Fachadministrator für ${name}?`,
  (name: string) => `Wer kümmert sich um ${name}?`,
  (name: string) => `Wer ist zuständig für ${name}?`,
  (name: string) => `Who administers ${name}?`,
  (name: string) => `Who looks after ${name}?`,
];
/** The name as the directory has it, for every verb. */
const crossed = directory.applications.flatMap(({ id, name }) =>
  caring.map((ask) => [ask(name), id] as const),
);

test.each(crossed)('"%s" is answered with the administrators of %s', (text, application) => {
  expect(answered(text)).toEqual(['fachadministratoren', application]);
});

describe('what else is asked about an application', () => {
  test.each([
    ['Wer entscheidet mit, wenn wir GIS einführen wollen?', 'strategisches-it-management'],
    ['Wer programmiert eine Schnittstelle zum GIS?', 'kgrz'],
  ])('"%s" is not about its care', (text, role) => {
    expect(answered(text)[0]).toBe(role);
  });

  test.each(['Wer zahlt mir das Wohngeld aus?', 'Wer stellt Ausweise aus?'])(
    '"%s" is a matter of the citizens',
    (text) => {
      expect(['partner', 'none']).toContain(answered(text)[0]);
    },
  );
});

describe('specialist applications as such', () => {
  test.each([
    'Wer ist zuständig für Fachverfahren?',
    'Wer ist für Fachverfahren zuständig?',
    'who handles Fachverfahren?',
    'Wer kümmert sich um Fachanwendungen?',
    'Who is responsible for specialist applications?',
  ])('"%s": who cares for them, who co-decides, who operates', (text) => {
    const found = find(text);
    expect(found).toMatchObject({
      kind: 'answer',
      isShared: true,
      refs: [
        { role: 'fachadministratoren', unit: '61' },
        { role: 'strategisches-it-management', task: 'specialist-applications' },
        { role: 'kgrz' },
      ],
    });
  });

  test('asked about more closely is one question', () => {
    expect(answered('Wer entscheidet über die Einführung neuer Fachverfahren mit?')[0]).toBe(
      'strategisches-it-management',
    );
  });
});
