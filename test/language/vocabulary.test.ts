import { expect, test } from '@jest/globals';
import { parseAsk } from '../../src/language/asks.ts';
import { buildLexicon } from '../../src/language/lexicon.ts';
import { namesOf } from '../../src/language/names.ts';
import { directory, lexiconFile } from './seed.ts';

const lexicon = buildLexicon(lexiconFile, namesOf(directory, lexiconFile));
const lines = directory.roles.flatMap((role) =>
  role.tasks.flatMap((task) => task.asks.map((line) => parseAsk(line, role.id, task.id))),
);

test('every "asks" line names only concepts that exist', () => {
  const unknown = lines.flatMap(({ line, slots, without }) =>
    [...slots.flat(), ...without].filter((id) => !lexicon.concepts.has(id)).map((id) => `${id} in "${line}"`),
  );
  expect(lines.length).toBeGreaterThan(200);
  expect(unknown).toEqual([]);
});

test('no line stands twice in a task', () => {
  const seen = directory.roles.flatMap((role) =>
    role.tasks.flatMap((task) => task.asks.filter((line, at) => task.asks.indexOf(line) !== at)),
  );
  expect(seen).toEqual([]);
});

test('a line without a concept is refused', () => {
  expect(() => parseAsk('-citizen +0.5', 'kgrz')).toThrow('names no concept');
});

test('a line keeps its alternatives, exclusions and bonus', () => {
  expect(parseAsk('device problem|howto -citizen +0.5', 'kgrz', 'user-support')).toMatchObject({
    slots: [['device'], ['problem', 'howto']],
    without: ['citizen'],
    bonus: 0.5,
  });
});

test('what the role model does not regulate and what it does share no word', () => {
  // Both are said of the same things: only the sentence tells which is meant.
  const inexact = [...lexicon.words.values()].map((entries) => entries.filter(({ exact }) => !exact));
  const both = inexact.filter(
    (entries) =>
      entries.some(({ concept }) => concept.foreign && concept.weight >= 1) &&
      entries.some(({ concept }) => !concept.foreign && concept.weight >= 1.4),
  );
  const shared = both.map((entries) =>
    entries.map(({ stems, concept }) => `${concept.id}:${stems.join(' ')}`).join(' = '),
  );
  expect(shared).toEqual([]);
});
