import { expect, test } from '@jest/globals';
import { openPartners } from '../../../src/app/partners.ts';
import { Partners, partnersNamed } from '../../../src/features/directory/partners.ts';
import { partnerIds } from '../../../src/language/learned/labels.ts';

const partners = openPartners();
const named = (text: string) => partnersNamed(text, partners).map(({ id }) => id);

test('every body that sentences are learned for is on the list', () => {
  expect(partners.map(({ id }) => id)).toEqual(expect.arrayContaining([...partnerIds]));
});

test.each(partners.flatMap(({ id, words }) => words.map((word) => [word, id] as const)))(
  '"%s" names %s',
  (word, id) => {
    expect(named(`Muss ${word} zustimmen?`)).toContain(id);
  },
);

test('a body is named by its name, not by what it deals with', () => {
  expect(named('Wer ersetzt den Schlüssel? Die Heizung ist kalt')).toEqual([]);
  expect(named('Personalrat und Kämmerei')).toEqual(['personalrat', 'kaemmerei']);
});

test('the list refuses an id that stands twice', () => {
  const [first] = partners;
  expect(() => Partners.parse([first, first])).toThrow('twice');
});
