import { beforeAll, describe, expect, test } from '@jest/globals';
import { healthLines, healthOf } from '../../../src/features/directory/health.ts';
import { isMuch, lossesIn } from '../../../src/features/directory/losses.ts';
import type { Directory } from '../../../src/features/directory/model.ts';
import { demoDirectory } from '../../support/directory-builder.ts';

let demo: Directory;
beforeAll(async () => {
  demo = await demoDirectory();
});
const day = '2026-11-24';
const without = (field: 'teamsId' | 'phone', who: (id: string) => boolean): Directory => ({
  ...demo,
  persons: demo.persons.map((person) => (who(person.id) ? { ...person, [field]: undefined } : person)),
});

describe('what a change takes from people', () => {
  test('is nothing when nothing changes', () => {
    const losses = lossesIn(demo, demo, day);
    expect(losses).toEqual({ lines: [], people: new Set(), left: [] });
    expect(isMuch(losses, demo.persons.length)).toBe(false);
  });

  test('is everybody when a whole column went, and that 10.50 could not act any more', () => {
    const losses = lossesIn(
      demo,
      without('teamsId', () => true),
      day,
    );
    expect(losses.people.size).toBe(demo.persons.filter(({ teamsId }) => teamsId).length);
    expect(losses.left).toContain('strategisches-it-management');
    expect(losses.lines[0]).toContain('verlieren die Teams-Kennung und damit jedes Recht in Teams');
    expect(isMuch(losses, demo.persons.length)).toBe(true);
  });

  test('is few when a telephone goes, and much when nobody is left for a role', () => {
    const one = lossesIn(
      demo,
      without('phone', (id) => id === 'itb-61'),
      day,
    );
    expect([one.people.size, isMuch(one, demo.persons.length)]).toEqual([1, false]);
    const last = lossesIn(
      demo,
      { ...demo, assignments: demo.assignments.filter(({ role }) => role !== 'strategisches-it-management') },
      day,
    );
    expect(isMuch(last, demo.persons.length)).toBe(true);
  });

  test('counts a seat of the Beirat that is emptied', () => {
    const after = {
      ...demo,
      assignments: demo.assignments.map((row) => ({ ...row, seat: undefined })),
    };
    expect(lossesIn(demo, after, day).lines.join()).toContain('verlieren ihren Sitz im Digitalen Beirat');
  });
});

describe('what a directory lacks', () => {
  test('is said by kind: rights that nobody has, vacancies, deputies, who cannot be reached, what ends', () => {
    const directory: Directory = {
      ...without('teamsId', (id) => id.startsWith('lead-10.50') || id === 'itb-61'),
      assignments: demo.assignments
        .filter(({ unit, role }) => !(role === 'it-beauftragte' && unit === '66'))
        .map((row) => (row.person === 'itb-40' ? { ...row, to: '2026-12-10' } : row)),
    };
    const lines = healthLines(healthOf(directory, day), 'de', 100).join('\n');
    expect(lines).toContain('Die Rechte der Rolle „Strategisches IT-Management');
    expect(lines).toContain('IT-Beauftragte (Amt 66): niemand zugeordnet');
    expect(lines).toMatch(/itb-61\): ohne Teams-Kennung/);
    expect(lines).toMatch(/IT-Beauftragte \(Amt 40\): .* nur bis 10\.12\.2026/);
  });

  test('keeps each kind short', () => {
    const empty = { ...demo, assignments: [] };
    const lines = healthLines(healthOf(empty, day), 'de', 3);
    expect(lines.filter((line) => line.startsWith('  …'))).toEqual([
      expect.stringMatching(/und \d+ weitere/),
      expect.stringMatching(/und \d+ weitere/),
    ]);
  });
});
