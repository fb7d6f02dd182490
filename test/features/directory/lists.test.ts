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
