import { describe, expect, test } from '@jest/globals';
import { dayIn } from '../../../src/core/day.ts';
import { Relation, Role, Task } from '../../../src/features/directory/model.ts';
import { incoming, leads, levels, outgoing } from '../../../src/features/directory/wording.ts';

describe('every', () => {
  const inBoth = { de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) };
  test.each(Task.shape.relation.options)('relation of a task has an opening line: %s', (relation) => {
    expect(leads[relation]).toEqual(inBoth);
  });

  test.each(Role.shape.level.options)('level has a name: %s', (level) => {
    expect(levels[level]).toEqual(inBoth);
  });

  test.each(Relation.shape.kind.options)('relation between roles is told from both sides: %s', (kind) => {
    const told = outgoing[kind]('KGRZ');
    expect([told.de, told.en]).toEqual([expect.stringContaining('KGRZ'), expect.stringContaining('KGRZ')]);
    expect(incoming[kind]).toEqual(inBoth);
  });
});

test.each([
  ['2026-11-04', '04.11.2026', '4 Nov 2026'],
  ['2026-12-31', '31.12.2026', '31 Dec 2026'],
  ['2027-01-01', '01.01.2027', '1 Jan 2027'],
])('the day %s is written %s in German and %s in English', (day, german, english) => {
  expect([dayIn('de', day), dayIn('en', day)]).toEqual([german, english]);
});
