import { describe, expect, test } from '@jest/globals';
import { checkQuestions } from '../../../src/app/check-questions.ts';
import { openLearned } from '../../../src/app/learned.ts';
import { namedTypes } from '../../../src/app/named-types.ts';
import { openPartners } from '../../../src/app/partners.ts';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import {
  allNames,
  type FurtherName,
  FurtherNames,
  type NamedType,
  nameIn,
  withFurtherNames,
} from '../../../src/features/directory/further-names.ts';
import type { Directory } from '../../../src/features/directory/model.ts';
import { unfoundNames } from '../../../src/features/directory/unfound-names.ts';
import { answerNamed } from '../../../src/features/directory/with-names.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { application, demoDirectory, holder, unit } from '../../support/directory-builder.ts';
import { programLexicon } from '../../support/program-data.ts';

const demo = await demoDirectory();
const lexicon = await programLexicon();
const learned = await openLearned();
const known = await openKnownWords();
const types = namedTypes(await openRequestTypes(demo));
const day = '2026-11-24';

type Given = { directory?: Directory; more?: readonly NamedType[]; file?: readonly FurtherName[] };

function knowledge({ directory = demo, more = [], file = [] }: Given = {}) {
  const all = [...types, ...more];
  const names = allNames(directory, all, file, []);
  const understand = createUnderstanding(lexicon, withFurtherNames(directory, names, day), learned, known);
  return { directory, understand, names, types: all, partners: openPartners() };
}

const drone: NamedType = {
  id: 'drohne',
  name: { de: 'Drohnenflug', en: 'Drone flight' },
  words: ['Drohne', 'Drohnenflug', 'Befliegung', 'Kopter'],
  first: 'it-beauftragte',
};

describe('a new request type is reached by its own words', () => {
  const given = knowledge({ more: [drone] });
  test.each(['Ich brauche eine Drohne', 'Ich möchte eine Befliegung beantragen', 'Drohnenflug beantragen'])(
    '%s',
    (text) => {
      expect(answerNamed(text, 'de', { day }, given)).toMatchObject({ kind: 'answer', wish: 'drohne' });
    },
  );

  test('and a question is answered with a choice, not with a form', () => {
    expect(answerNamed('Wer kümmert sich um Drohnenflüge?', 'de', { day }, given)).toMatchObject({
      kind: 'choices',
      others: ['wish:drohne'],
    });
  });
});

describe('an application is found by its name, also one of everyday words', () => {
  const names = ['Kfz-Zulassung', 'Wohngeld', 'Baugenehmigung', 'Friedhof'].flatMap((matter) =>
    ['Online', 'Plus', 'Digital'].map((mark) => `${matter} ${mark}`),
  );
  const directory: Directory = {
    ...demo,
    applications: [
      ...demo.applications,
      ...names.map((name, at) => ({ ...application(`fv-${at}`, ['31']), name })),
    ],
    assignments: [
      ...demo.assignments,
      ...names.map((_name, at) => holder('fachadministratoren', 'itb-31', { application: `fv-${at}` })),
    ],
  };
  const given = knowledge({ directory });

  test.each(
    names.flatMap((name, at) =>
      [`Wer ist zuständig für ${name}?`, `Wer betreut ${name}?`].map((text) => [text, `fv-${at}`]),
    ),
  )('%s', (text, id) => {
    expect(answerNamed(text, 'de', { day }, given)).toMatchObject({
      kind: 'answer',
      refs: [expect.objectContaining({ role: 'fachadministratoren', application: id })],
    });
  });

  test.each(names)('%s that does not start is somebody’s matter', (name) => {
    expect(answerNamed(`${name} startet nicht`, 'de', { day }, given).kind).toBe('answer');
  });

  test('but a matter of citizens stays one', () => {
    const found = answerNamed('Kann ich die Kfz-Zulassung online machen?', 'de', { day }, given);
    expect(found).not.toMatchObject({ kind: 'answer', refs: [{ application: 'fv-0' }] });
  });

  test('and who enters one whose name leads elsewhere is told so', () => {
    const matter = {
      ...directory,
      applications: [{ ...application('fv', ['31']), name: 'Einwohnerverfahren' }, ...demo.applications],
    };
    expect(unfoundNames(knowledge({ directory: matter }), day)).toContainEqual(
      expect.stringContaining('„Einwohnerverfahren“ findet Lotse das Fachverfahren'),
    );
    expect(unfoundNames(given, day).filter((line) => line.includes('Fachverfahren'))).toEqual([]);
  });
});

describe('a word of 10.50', () => {
  const file = FurtherNames.parse({
    names: [
      { words: ['Quartiersblätter'], role: 'kgrz', task: 'user-support' },
      { words: ['Lagekarte'], application: 'gis' },
      { words: ['Bauhof'], unit: '66' },
      { words: ['Server'], role: 'digitaler-beirat' },
    ],
  }).names;
  const given = knowledge({ file });

  test.each([
    ['Wer macht die Quartiersblätter?', { role: 'kgrz', task: 'user-support' }],
    ['Wer betreut die Lagekarte?', { role: 'fachadministratoren', application: 'gis' }],
    ['Wer ist IT-Beauftragter vom Bauhof?', { role: 'it-beauftragte', unit: '66' }],
    ['Wer betreibt den Server?', { role: 'digitaler-beirat' }],
  ])('counts at once: %s', (text, ref) => {
    expect(answerNamed(text, 'de', { day }, given)).toMatchObject({ kind: 'answer', refs: [ref] });
  });

  test('says exactly one thing', () => {
    const words = ['x1'];
    expect(FurtherNames.safeParse({ names: [{ words, role: 'kgrz', unit: '66' }] }).success).toBe(false);
    expect(FurtherNames.safeParse({ names: [{ words }] }).success).toBe(false);
    expect(FurtherNames.safeParse({ names: [{ words, unit: '66', task: 'x' }] }).success).toBe(false);
  });

  test('the longer name counts', () => {
    const both = knowledge({
      file: [
        { words: ['Server'], role: 'kgrz' },
        { words: ['Server der Schulen'], unit: '40' },
      ],
    });
    expect(nameIn('Wer hat die Server der Schulen?', both.names)?.target).toEqual({ unit: '40' });
  });
});

test('a name that an old and a new unit share means the one that is there', () => {
  const directory: Directory = {
    ...demo,
    units: [
      unit('61', { to: '2026-11-01', successor: '63', aliases: ['Bauamt'] }),
      unit('63', { from: '2026-11-02', aliases: ['Bauamt'] }),
      ...demo.units.filter(({ id }) => id !== '61'),
    ],
  };
  expect(
    answerNamed('Wer ist IT-Beauftragter im Bauamt?', 'de', { day }, knowledge({ directory })),
  ).toMatchObject({
    refs: [{ unit: '63' }],
  });
});

test('there are sentences to try a new word with', () => {
  expect(checkQuestions().length).toBeGreaterThan(1000);
  expect(checkQuestions().some(({ text }) => text.includes('\t'))).toBe(false);
});
