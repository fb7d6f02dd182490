import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { findingsOf } from '../../../../src/case/audit.ts';
import { erasedFor } from '../../../../src/case/erasure.ts';
import { changeFindings } from '../../../../src/features/directory/changes/audit.ts';
import { edited } from '../../../../src/features/directory/changes/edit.ts';
import {
  changeCovers,
  type DirectoryChange,
  type DirectoryState,
  stateId,
} from '../../../../src/features/directory/changes/model.ts';
import { keptLonger, openChanges } from '../../../../src/features/directory/changes/recording.ts';
import * as rows from '../../../../src/features/directory/changes/rows.ts';
import { keptOf } from '../../../../src/features/directory/changes/rows.ts';
import { directoryHoldings } from '../../../../src/features/directory/holdings.ts';
import type { Directory } from '../../../../src/features/directory/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';
import { actionTurn } from '../../../support/turns.ts';

const city = await demoDirectory();
const { digest } = randomIds;

/** One officer after the other. */
const officer = (directory: Directory, unit: string, person: string): Directory => ({
  ...directory,
  assignments: directory.assignments.map((row) =>
    row.role === 'it-beauftragte' && row.unit === unit && row.as === 'holder' ? { ...row, person } : row,
  ),
});
const phone = (directory: Directory, id: string, value: string): Directory => ({
  ...directory,
  persons: directory.persons.map((row) => (row.id === id ? { ...row, phone: value } : row)),
});

let program: Program;
let current: Directory;
beforeEach(async () => {
  current = city;
  program = await startProgram(city);
  await program.tick(new Date('2026-11-20T10:00:00Z'));
});
async function becomes(next: Directory, at: string): Promise<void> {
  current = next;
  program.reload(next);
  await program.tick(new Date(at));
}
const recorded = async (): Promise<readonly DirectoryChange[]> => openChanges(program.store).changes.list();
const state = async () => (await openChanges(program.store).state.get(stateId)) as DirectoryState;
const as = (who: string, at = '2026-12-10T10:00:00.000Z') => ({ actor: actorOf(city, who), at });
const says = (who: string, text: string, at?: string) => program.ask(text, as(who, at));
const presses = (who: string, verb: string, data: Readonly<Record<string, unknown>>) =>
  program.router(actionTurn(verb, data, as(who)));

describe('an accepted change of the directory', () => {
  test('is kept as rows before and after, chained to the one before; absences are not', async () => {
    await becomes(officer(city, '61', 'itb-66'), '2026-12-01T09:00:00Z');
    await becomes(
      {
        ...phone(current, 'itb-66', '129-9'),
        absences: [{ person: 'itb-66', from: '2026-12-01', to: '2026-12-02' }],
      },
      '2026-12-02T09:00:00Z',
    );
    await becomes({ ...current, absences: [] }, '2026-12-03T09:00:00Z');
    const [first, second, third, ...more] = await recorded();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ n: 1, way: 'begun', persons: [], assignments: [] });
    expect(second).toMatchObject({
      n: 2,
      way: 'file',
      previous: first?.history[0]?.hash,
      assignments: [
        { after: { person: 'itb-66', unit: '61' } },
        { before: { person: 'itb-61', unit: '61' } },
      ],
    });
    expect(third).toMatchObject({
      previous: second?.history[0]?.hash,
      persons: [{ before: { id: 'itb-66' }, after: { phone: '129-9' } }],
    });
    expect(JSON.stringify(await recorded())).not.toContain('2026-12-02"');
    expect((await recorded()).flatMap((one) => findingsOf(one, changeCovers, digest))).toEqual([]);
    expect(changeFindings(await recorded(), await state())).toEqual([]);
  });

  test('is known as a difference also where the directory goes back and forth', async () => {
    for (const [at, who] of ['itb-66', 'itb-40', 'itb-50', 'itb-61', 'itb-66', 'itb-40'].entries())
      await becomes(officer(city, '61', who), `2026-12-0${at + 1}T09:00:00Z`);
    const rows = (await recorded()).slice(1).map(({ assignments }) => assignments.length);
    expect(rows).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test('is kept once, however often it is looked at, and by each of two instances', async () => {
    const other = await startProgram(city, { store: program.store });
    const next = officer(city, '61', 'itb-66');
    other.reload(next);
    await becomes(next, '2026-12-01T09:00:00Z');
    await other.tick(new Date('2026-12-01T09:00:01Z'));
    await program.tick(new Date('2026-12-01T09:00:02Z'));
    expect(await recorded()).toHaveLength(2);
  });

  test.each([
    [
      'a row changed',
      (all: DirectoryChange[]) => [...all.slice(0, 1), { ...all[1], assignments: [] }, ...all.slice(2)],
    ],
    ['one taken out', (all: DirectoryChange[]) => all.toSpliced(1, 1)],
    ['the end cut off', (all: DirectoryChange[]) => all.slice(0, -1)],
  ])('is found out when there is %s', async (_what, change) => {
    await becomes(officer(city, '61', 'itb-66'), '2026-12-01T09:00:00Z');
    await becomes(phone(current, 'itb-66', '129-9'), '2026-12-02T09:00:00Z');
    const forged = change([...(await recorded())]) as DirectoryChange[];
    const found = [
      ...forged.flatMap((one) => findingsOf(one, changeCovers, digest)),
      ...changeFindings(forged, await state()),
    ];
    expect(found.length).toBeGreaterThan(0);
  });

  test('loses contacts after a year, and people by an erasure; the chain still holds', async () => {
    const without = { ...city, persons: city.persons.filter(({ id }) => id !== 'staff-61') };
    await becomes(without, '2026-12-01T09:00:00Z');
    const [first, second] = await recorded();
    if (!first || !second) throw new Error('nothing is recorded');
    expect(JSON.stringify(second)).toContain('example.org');
    const later = { ...keptLonger(second, '2027-12-01T03:00:00Z', digest), version: 2 } as DirectoryChange;
    expect(JSON.stringify(later)).not.toContain('example.org');
    expect(later.persons[0]?.before?.name).toBe('Sachbearbeitung Amt 61');
    const holding = directoryHoldings.find(({ collection }) => collection === 'directory-changes');
    const erased = erasedFor(
      later,
      { people: holding?.people ?? [], covers: changeCovers },
      (id) => id === 'staff-61',
      { now: '2028-01-01T00:00:00Z', digest },
    );
    expect(JSON.stringify(erased.persons)).not.toMatch(/staff-61|Sachbearbeitung Amt 61/);
    for (const one of [later, erased]) expect(findingsOf(one, changeCovers, digest)).toEqual([]);
    expect(changeFindings([first, erased], await state())).toEqual([]);
  });
});

describe('the history in the chat', () => {
  beforeEach(() => becomes(officer(city, '61', 'itb-66'), '2026-12-01T09:00:00Z'));

  test('says who had it before, also on the answer', async () => {
    const { data } = await says('staff-61', 'Verlauf Amt 61');
    expect(JSON.stringify(data.groups)).toMatch(
      /seit 01\.12\.2026: IT-Beauftragte Amt 66.*bis 30\.11\.2026: IT-Beauftragte Amt 61/,
    );
    const answered = await says('staff-61', 'Wer ist mein IT-Beauftragter?');
    expect(answered.data.remarks).toContain('Seit 01.12.2026, davor IT-Beauftragte Amt 61.');
  });

  test('shows what was changed by whom only to those who keep it', async () => {
    expect((await says('staff-61', 'Verlauf Amt 61')).data.changes).toEqual([]);
    expect((await says('lead-10.50', 'Verlauf Amt 61')).data.changes).toHaveLength(1);
    expect((await says('staff-61', 'Änderung 2')).summary).toContain('sieht nur');
    await expect(says('staff-61', 'Änderungen am Verzeichnis')).rejects.toMatchObject({
      code: 'not-directory-administration',
    });
  });

  test('is found by office, role and person, in both languages', async () => {
    for (const text of [
      'Verlauf IT-Beauftragte',
      'Verlauf itb-66',
      'Verlauf der KGRZ',
      'history of office 61',
    ])
      expect([text, (await says('staff-61', text)).card]).toEqual([text, 'directory/history']);
  });

  test('of an office says until when there is one, and what comes then', async () => {
    const units = current.units.map((one) =>
      one.id === '61' ? { ...one, to: '2026-12-31', successor: '66' } : one,
    );
    await becomes({ ...current, units }, '2026-12-02T09:00:00Z');
    expect((await says('staff-61', 'Verlauf Amt 61')).data.life).toBe('Bis 31.12.2026, danach Amt 66.');
    expect((await says('staff-61', 'Verlauf Amt 40')).data.life).toBeUndefined();
  });

  test('says so where the name means nothing', async () => {
    expect((await says('staff-61', 'Verlauf Amt 999')).summary).toContain('finde ich im Verzeichnis nicht');
  });
});

describe('a change is taken back', () => {
  beforeEach(() => becomes(officer(city, '61', 'itb-66'), '2026-12-01T09:00:00Z'));

  test('as a proposal that somebody else releases', async () => {
    expect((await says('lead-10.50', 'Änderung 2')).data).toMatchObject({ canUndo: 'yes' });
    const proposed = await says('lead-10.50', 'Änderung 2 zurücknehmen: Die Tabelle war von gestern');
    expect(proposed.data).toMatchObject({ title: 'Änderung 2 zurücknehmen', canRelease: undefined });
    expect((await says('lead-10.50-deputy', 'V-2026/1')).data).toMatchObject({ canRelease: 'yes' });
  });

  test('not without a reason, not by a question, not by others', async () => {
    const { data } = await presses('lead-10.50', 'directory.undo-change', {
      id: 'change-000002',
      reason: ' ',
    });
    expect(data.remark).toMatch(/warum/);
    await says('staff-61', 'Änderung 2 zurücknehmen: nein');
    await says('lead-10.50', 'Änderung 2 zurücknehmen: warum?');
    await program
      .ask('Änderung 2 zurücknehmen: nein', { ...as('lead-10.50'), edited: true })
      .catch(() => undefined);
    expect((await says('lead-10.50', 'V-2026/1')).summary).toContain('finde ich nicht');
  });

  test('not when the row has been changed since', async () => {
    await becomes(officer(current, '61', 'itb-40'), '2026-12-02T09:00:00Z');
    const { data } = await says('lead-10.50', 'Änderung 2');
    expect(data).toMatchObject({ canUndo: undefined, cannot: expect.stringContaining('wieder geändert') });
  });
});

test('taking any change back gives what was there before', () => {
  const count = city.assignments.length;
  void fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(count - 1), { maxLength: 6 }),
      fc.uniqueArray(fc.nat(city.persons.length - 1), { maxLength: 4 }),
      fc.boolean(),
      (gone, renamed, isEnded) => {
        fc.pre(gone.length + renamed.length > 0);
        const next: Directory = {
          ...city,
          persons: city.persons.map((row, at) => (renamed.includes(at) ? { ...row, phone: '129-7' } : row)),
          assignments: city.assignments.flatMap((row, at) =>
            gone.includes(at) ? (isEnded ? [{ ...row, to: '2026-12-31' }] : []) : [row],
          ),
        };
        const change = { ...changeBetween(city, next) };
        const back = edited(next, { kind: 'undo', change: 'x' }, '2026-12-01', change);
        if (!back.ok) throw new Error(back.why.de);
        const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
        expect(sorted(back.directory.assignments)).toEqual(sorted(city.assignments));
        expect(back.directory.persons).toEqual(city.persons);
      },
    ),
    { numRuns: 40 },
  );
});

function changeBetween(before: Directory, after: Directory): DirectoryChange {
  const { rowsBetween } = rows;
  return {
    id: 'x',
    version: 1,
    history: [],
    n: 2,
    at: '2026-12-01T09:00:00Z',
    way: 'file',
    previous: '',
    ...(rowsBetween(keptOf(before), keptOf(after)) ?? {
      units: [],
      persons: [],
      applications: [],
      assignments: [],
      order: [],
    }),
  };
}
