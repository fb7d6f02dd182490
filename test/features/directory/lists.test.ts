import { describe, expect, test } from '@jest/globals';
import { languageOf } from '../../../src/core/language.ts';
import { listAsked, listView } from '../../../src/features/directory/lists.ts';
import { namedPlace } from '../../../src/features/directory/named-place.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { programLexicon } from '../../support/program-data.ts';

const directory = await demoDirectory();
const understand = createUnderstanding(await programLexicon(), directory);
const listOf = (text: string) => {
  const language = languageOf(text);
  const { reading } = understand(text, language);
  return listAsked(text, reading, namedPlace(text, reading, language, directory), directory)?.of;
};

describe('a list', () => {
  test.each([
    ['Welche Rollen sind nicht besetzt?', 'vacancies'],
    ['Welche Ämter haben keinen IT-Beauftragten?', 'vacancies'],
    ['Vakanzen im Rollenmodell', 'vacancies'],
    ['Welche Fachverfahren haben keinen Administrator?', 'vacancies'],
    ['Welche Fachverfahren werden von niemandem betreut?', 'vacancies'],
    ['Which roles are vacant?', 'vacancies'],
    ['Wessen Amtszeit endet bald?', 'terms'],
    ['Wann läuft welche Amtszeit ab?', 'terms'],
    ['Whose term ends this year?', 'terms'],
    ['Zeig mir alle IT-Beauftragten', 'holders'],
    ['Liste aller Fachverfahren', 'applications'],
    ['Wer leitet das KGRZ?', 'head'],
  ])('is asked for: %s', (text, of) => {
    expect(listOf(text)).toBe(of);
  });

  test.each([
    'Wer ist mein IT-Beauftragter?',
    'Meine Tastatur fehlt',
    'Wer betreut das Geoinformationssystem?',
    'Wo steht das?',
    // The head of today is no answer to who was.
    'Wer war letztes Jahr Leiter von 10.50?',
  ])('is not asked for: %s', (text) => {
    expect(listOf(text)).toBeUndefined();
  });
});

test('of terms names those that end, the next first, and nobody whose time is over', () => {
  const until = (to: string) =>
    ({ role: 'it-beauftragte', person: 'itb-61', unit: '61', as: 'holder', to }) as const;
  const { persons, ...rest } = directory;
  const assignments = [until('2027-06-30'), until('2026-12-31'), until('2026-01-31')];
  const { rows } = listView({ of: 'terms' }, { ...rest, persons, assignments }, 'de', '2026-11-28');
  expect(rows.map(({ text }) => text.replace(/^.*, /, ''))).toEqual(['bis 31.12.2026', 'bis 30.06.2027']);
});

test('of vacancies keeps to the role and the kind of gap that was asked for', () => {
  const asked = (text: string) => {
    const { reading } = understand(text, 'de');
    return listAsked(text, reading, namedPlace(text, reading, 'de', directory), directory);
  };
  expect(asked('Welche Ämter haben keinen IT-Beauftragten?')).toEqual({
    of: 'vacancies',
    role: 'it-beauftragte',
    missing: 'holder',
  });
  expect(asked('Wo fehlt eine Vertretung?')).toEqual({ of: 'vacancies', missing: 'deputy' });
  expect(asked('Wessen Amtszeit endet 2027?')).toEqual({ of: 'terms', year: '2027' });
});

test('of applications that nobody looks after names them', () => {
  const [first] = directory.applications;
  const assignments = directory.assignments.filter(({ application }) => application !== first?.id);
  const asked = { of: 'vacancies', role: 'fachadministratoren', missing: 'holder' } as const;
  expect(listView(asked, { ...directory, assignments }, 'de', '2026-11-28')).toMatchObject({
    title: 'Nicht besetzt',
    rows: [{ name: first?.name, text: 'ohne Fachadministration' }],
  });
});
