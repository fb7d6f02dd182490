import { describe, expect, test } from '@jest/globals';
import { createPeopleFinder, placesIn } from '../../../src/language/entities/places.ts';
import { directory, understood } from '../seed.ts';

const places = (text: string) => placesIn(understood(text).reading.hits);

describe('a unit', () => {
  test.each([
    ['Amt 61', ['61']],
    ['im Bauamt', ['61']],
    ['EB 17', ['17']],
    ['Eigenbetrieb 85', ['85']],
    ['im Jugendamt und im Bürgeramt', ['50', '33']],
    ['bei der Feuerwehr', ['37']],
    ['im Tiefbauamt', ['66']],
    ['Office for Urban Development and Building Regulations', ['61']],
  ])('"%s" is recognised by number, name and nickname', (text, units) => {
    expect(places(text).units).toEqual(units);
  });
});

test.each([
  ['GIS', 'gis'],
  ['die E-Akte', 'dms'],
  ['Einwohnermeldeverfahren', 'einwohnerverfahren'],
  ['the finance system', 'finanzverfahren'],
])('"%s" is an application', (text, application) => {
  expect(places(text).applications).toContain(application);
});

describe('people', () => {
  const find = createPeopleFinder(directory.persons);

  test.each([
    ['Ist die IT-Beauftragte Amt 61 da?', ['itb-61']],
    ['User Support KGRZ bitte', ['support-kgrz']],
    ['Wann kommt Vertretung Leitung 10.50?', ['lead-10.50-deputy']],
    ['leitung 10.50', ['lead-10.50']],
  ])('"%s" are found by their function', (text, ids) => {
    expect(find(text)).toEqual(ids);
  });

  test('are found by name too, however it is capitalised, and never by a part of it', () => {
    const findNamed = createPeopleFinder([{ id: 'p', name: 'Kim Beispiel' }]);
    expect(findNamed('ist KIM BEISPIEL heute da')).toEqual(['p']);
    expect(findNamed('ein Beispiel von Kim')).toEqual([]);
  });
});
