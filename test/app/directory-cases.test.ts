import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { casesThen } from '../../src/app/directory-cases.ts';
import { differences } from '../../src/features/directory/diff.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { Request, requestCollection } from '../../src/features/requests/model.ts';
import { submittedBy } from '../features/requests/world.ts';
import { demoDirectory, holder, unit } from '../support/directory-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

let demo: Directory;
beforeAll(async () => {
  demo = await demoDirectory();
  const { version: _version, ...open } = submittedBy('staff-61');
  const store = await openLowdbStore({ folder });
  await store.collection(requestCollection, Request).add(open);
  await store.close();
});
const now = new Date('2026-11-28T10:00:00Z');
const then = (after: Directory) =>
  casesThen({ before: demo, after }, differences(demo, after), { folder }, now);

test('a change that touches no request says so', async () => {
  const after = { ...demo, absences: [] };
  expect(await then(after)).toEqual(['Laufende Anträge (1): Für keinen ändert sich, bei wem er liegt.']);
});

test('who leaves today hands on what waits for them', async () => {
  const after = {
    ...demo,
    assignments: demo.assignments.filter(({ person, unit }) => !(person === 'itb-61' && unit === '61')),
  };
  const [head, line] = await then(after);
  expect(head).toBe('Laufende Anträge, die dann bei jemand anderem liegen: 1');
  expect(line).toMatch(/IT-2026-0001 \(Amt 61\): IT-Beauftragte Amt 61 → .*\(i\. V\.\)/);
});

test('a reorganisation hands requests of the old unit to the people of its successor, on its day', async () => {
  const after: Directory = {
    ...demo,
    units: [
      ...demo.units.map((one) => (one.id === '61' ? { ...one, to: '2026-12-31', successor: '63' } : one)),
      unit('63', { from: '2027-01-01' }),
    ],
    assignments: [
      ...demo.assignments,
      holder('it-beauftragte', 'itb-66', { unit: '63', from: '2027-01-01' }),
    ],
  };
  expect((await then(after))[1]).toBe(
    '  IT-2026-0001 (Amt 61) ab 01.01.2027: IT-Beauftragte Amt 61 → IT-Beauftragte Amt 66',
  );
});

test('without data it says that nothing was looked at', async () => {
  const [line] = await casesThen({ before: demo, after: demo }, [], undefined, now);
  expect(line).toContain('DATA_DIR');
});

test('a table that is brought before Lotse has run for the first time is no mistake', async () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  const [line] = await casesThen({ before: demo, after: demo }, [], { folder: empty }, now);
  expect(line).toContain('liegen keine Daten von Lotse');
});
