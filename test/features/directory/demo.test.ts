import { beforeAll, describe, expect, test } from '@jest/globals';
import { readDirectoryFiles } from '../../../src/adapters/directory/read-files.ts';
import { openConcepts } from '../../../src/app/lexicon.ts';
import { roleIds } from '../../../src/core/ports/role-directory.ts';
import { parseDirectory } from '../../../src/features/directory/load.ts';
import type { Directory } from '../../../src/features/directory/model.ts';
import { problemLine } from '../../../src/features/directory/problem.ts';

let directory: Directory;
beforeAll(async () => {
  const files = await readDirectoryFiles({
    model: 'data/directory.yaml',
    organisation: 'data/demo/organisation.yaml',
  });
  const loaded = parseDirectory(files, await openConcepts());
  if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
  expect(loaded.warnings).toEqual([]);
  directory = loaded.directory;
});

describe('the demo organisation', () => {
  test('fills every role', () => {
    const filled = new Set(directory.assignments.map(({ role }) => role));
    expect(roleIds.filter((role) => !filled.has(role))).toEqual([]);
  });

  test.each(['staff-61', 'itb-61', 'lead-10.50', 'support-kgrz', 'digitallotse', 'vorsitz-beirat'])(
    'lets "%s" sign in',
    (id) => {
      expect(directory.persons.find((person) => person.id === id)?.teamsId).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('gives every application at least one administrator', () => {
    const cared = new Set(directory.assignments.map(({ application }) => application));
    expect(directory.applications.filter(({ id }) => !cared.has(id))).toEqual([]);
  });

  test('has a vacancy, an absence with a deputy and an assignment that ended', () => {
    const officers = directory.assignments.filter(({ role }) => role === 'it-beauftragte');
    expect(officers.some(({ unit }) => unit === '36')).toBe(false);
    const absent = directory.absences[0]?.person;
    const unit = officers.find(({ person }) => person === absent)?.unit;
    expect(officers.some((row) => row.unit === unit && row.as === 'deputy')).toBe(true);
    expect(officers.some(({ to }) => to !== undefined && to < '2026-11-24')).toBe(true);
  });

  test('belongs to nobody: functions for names, addresses below example.org', () => {
    for (const { email, phone } of directory.persons) {
      if (email) expect(email).toMatch(/[@.]example\.org$/);
      // Extensions that begin with 0 lead to the exchange, not to a desk.
      if (phone) expect(phone).toMatch(/^\+49 261 129-0\d+$/);
    }
  });
});
