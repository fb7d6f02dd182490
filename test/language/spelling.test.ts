import { expect, test } from '@jest/globals';
import { editDistance } from '../../src/language/edit-distance.ts';
import { createSpeller } from '../../src/language/spelling.ts';

const spell = createSpeller([
  'drucker',
  'internet',
  'interesst',
  'kgrz',
  'maus',
  'tastatur',
  'outlook',
  'gewan',
  'ton',
]);

test.each([
  ['one letter missing', 'druker', 'drucker'],
  ['one letter too many', 'internnet', 'internet'],
  ['two letters swapped', 'tatsatur', 'tastatur'],
  ['the first two swapped', 'rducker', 'drucker'],
  ['the first one missing', 'utlook', 'outlook'],
  ['two slips in a long word', 'tastertur', 'tastatur'],
  ['letters swapped in a short word', 'krgz', 'kgrz'],
  ['written as it sounds', 'tohn', 'ton'],
])('repairs: %s', (_, written, meant) => {
  expect(spell(written)).toBe(meant);
});

test.each(['haus', 'gewon', 'kg', '10.50', 'zahnarzt', 'x'.repeat(5000)])('leaves "%.20s" alone', (word) => {
  expect(spell(word)).toBeUndefined();
});

test('of two equally near words the one that comes first in the vocabulary is meant', () => {
  expect(createSpeller(['internet', 'interesst'])('interent')).toBe('internet');
  expect(createSpeller(['printer', 'prints'])('printr')).toBe('printer');
  expect(createSpeller(['prints', 'printer'])('printr')).toBe('prints');
});

test('swapped neighbours count as one edit', () => {
  expect(editDistance('krgz', 'kgrz')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});
