import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createArchive } from '../../../../src/adapters/archive/archive-files.ts';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import { brokenEntry, type HistoryEntry } from '../../../../src/core/history.ts';
import type { Archive } from '../../../../src/core/ports/archive.ts';
import type { Collection } from '../../../../src/core/ports/store.ts';
import {
  names,
  nobody,
  pseudonymised,
  withoutPerson,
} from '../../../../src/features/requests/archive/erase.ts';
import { eraseOld, moveClosed, putAway } from '../../../../src/features/requests/archive/put-away.ts';
import { findingsIn } from '../../../../src/features/requests/archive/verify.ts';
import { withArchive } from '../../../../src/features/requests/archive/with-archive.ts';
import { actOn, showCase } from '../../../../src/features/requests/desk.ts';
import { Request, requestCollection } from '../../../../src/features/requests/request.ts';
import { actionTurn } from '../../../support/turns.ts';
import { allActed, directoryWith, holidays, submittedBy, teamsIdFor, workplace } from '../world.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-put-away-'));
afterAll(() => rmSync(root, { recursive: true }));

let requests: Collection<Request>;
let archive: Archive;
beforeEach(() => {
  requests = createMemoryStore().collection(requestCollection, Request);
  archive = createArchive(mkdtempSync(join(root, 'case-')));
});

const note = 'Der Bedarf ist belegt';
const rejected = () =>
  allActed(submittedBy('staff-61', { reason: 'Mein Gerät ist defekt', costs: 90_000 }), [
    ['itb-61', { kind: 'ask', note: 'Welches Gerät?' }],
    ['staff-61', { kind: 'answer', note: 'Das Notebook' }],
    ['itb-61', { kind: 'approve', note }],
    ['lead-10.50', { kind: 'reject', note: 'Kein Budget' }],
  ]);

async function put(request: Request): Promise<void> {
  const { version: _version, ...doc } = request;
  await requests.add(doc);
}
const ninetyDaysLater = '2027-02-22T09:00:00.000Z';
const types = () => [{ id: 'workplace', keep: 24 }];
const moving = () => ({ requests, archive, types });
const turnOf = (who: string) =>
  actionTurn('requests.show', {}, { at: ninetyDaysLater, actor: { id: teamsIdFor(who), name: '' } });

describe('putting closed cases away', () => {
  test('moves what has been closed for long enough and nothing else', async () => {
    await put(rejected());
    await put({ ...submittedBy('staff-36'), id: 'IT-2026-0002' });
    await moveClosed(moving(), '2027-02-21T09:00:00.000Z');
    expect((await requests.list()).length).toBe(2);
    await moveClosed(moving(), ninetyDaysLater);
    expect((await requests.list()).map(({ id }) => id)).toEqual(['IT-2026-0002']);
    expect(await archive.years()).toEqual([2026]);
    expect(await archive.find('IT-2026-0001')).toMatchObject({ state: 'rejected' });
  });

  test('a crash between keeping and removing is made good by the next time', async () => {
    await put(rejected());
    const before = await requests.get('IT-2026-0001');
    await archive.keep(2026, [before as Request]);
    await moveClosed(moving(), ninetyDaysLater);
    expect(await requests.get('IT-2026-0001')).toBeUndefined();
    expect(await archive.find('IT-2026-0001')).toEqual(before);
  });

  test('happens once a day, and again the next day', async () => {
    const job = putAway(moving());
    await job.run(new Date(ninetyDaysLater));
    await put(rejected());
    await job.run(new Date('2027-02-22T20:00:00.000Z'));
    expect(await requests.get('IT-2026-0001')).toBeDefined();
    await job.run(new Date('2027-02-23T09:00:00.000Z'));
    expect(await requests.get('IT-2026-0001')).toBeUndefined();
  });
});

describe('a case in the archive', () => {
  const desk = () => ({
    requests: withArchive(requests, archive),
    types: () => [workplace],
    directory: directoryWith(),
    holidays,
    digest: randomIds.digest,
  });
  beforeEach(async () => {
    await put(rejected());
    await moveClosed(moving(), ninetyDaysLater);
  });

  test('is still shown to those whom it concerned, and to nobody else', async () => {
    for (const who of ['staff-61', 'itb-61', 'lead-10.50'])
      expect(await showCase(desk(), turnOf(who), 'IT-2026-0001')).toMatchObject({
        data: { state: 'Abgelehnt' },
      });
    await expect(showCase(desk(), turnOf('staff-36'), 'IT-2026-0001')).rejects.toMatchObject({
      code: 'no-such-request',
    });
  });

  test('is not changed by a late click', async () => {
    const before = await archive.find('IT-2026-0001');
    const shown = await actOn(desk(), turnOf('lead-10.50'), 'IT-2026-0001', { kind: 'approve' });
    expect(shown.data).toMatchObject({ state: 'Abgelehnt' });
    expect(await archive.find('IT-2026-0001')).toEqual(before);
  });

  test('loses its names when the time of its type is over, not before', async () => {
    expect(await eraseOld(moving(), '2028-11-22T09:00:00.000Z')).toBe(0);
    expect(await eraseOld(moving(), '2028-11-24T09:00:00.000Z')).toBe(1);
    expect(await eraseOld(moving(), '2028-11-25T09:00:00.000Z')).toBe(0);
    const text = JSON.stringify(await archive.find('IT-2026-0001'));
    for (const gone of ['staff-61', 'itb-61', 'Funktion', note, 'defekt', 'Kein Budget'])
      expect(text).not.toContain(gone);
    expect(text).toContain('90000');
  });
});

describe('erasing', () => {
  const erased = pseudonymised(rejected(), ninetyDaysLater);

  test('keeps a case that can be read, its way, its numbers and a chain that can be checked', () => {
    expect(Request.parse(erased)).toEqual(erased);
    expect(erased).toMatchObject({ state: 'rejected', fields: { costs: 90_000 }, requester: { id: nobody } });
    expect(erased.history.map(({ hash }) => hash)).toEqual(rejected().history.map(({ hash }) => hash));
    expect(findingsIn(erased, randomIds.digest)).toEqual([]);
  });

  test('an entry cannot be taken out or put elsewhere afterwards', () => {
    for (const history of [
      erased.history.slice(1),
      erased.history.toSpliced(1, 1),
      erased.history.toReversed(),
    ])
      expect(brokenEntry(history, erased.id, randomIds.digest)).toBeDefined();
  });

  test('words cannot be hidden by calling them erased', () => {
    const { erasedAt: _erasedAt, ...hidden } = erased;
    expect(findingsIn(hidden, randomIds.digest)).toMatchObject([
      { what: expect.stringContaining('gelöscht') },
    ]);
  });

  test('of one person leaves everybody else', () => {
    const without = withoutPerson(rejected(), 'itb-61', ninetyDaysLater);
    expect(names(rejected(), 'itb-61')).toBe(true);
    expect(names(without, 'itb-61')).toBe(false);
    expect(JSON.stringify(without)).not.toContain('itb-61');
    expect(without).toMatchObject({ title: 'Notebook', requester: { id: 'staff-61' } });
    expect(JSON.stringify(without)).toContain('Kein Budget');
    expect(findingsIn(without, randomIds.digest)).toEqual([]);
  });

  test('of the requester takes out what was written in the case at all', () => {
    const without = withoutPerson(rejected(), 'staff-61', ninetyDaysLater);
    const text = JSON.stringify(without);
    for (const gone of ['staff-61', 'defekt', 'Notebook', 'Welches Gerät', 'Kein Budget'])
      expect(text).not.toContain(gone);
    expect(text).toContain('lead-10.50');
  });
});

describe('checking a request', () => {
  const whole = rejected();
  const check = (request: Request) => findingsIn(request, randomIds.digest);

  test('finds nothing where nothing was touched', () => {
    expect(check(whole)).toEqual([]);
    expect(check(submittedBy('staff-61'))).toEqual([]);
  });

  test('names the entry whose words were changed', () => {
    const at = whole.history.findIndex(({ act }) => act === 'approved');
    const history = whole.history.with(at, { ...(whole.history[at] as HistoryEntry), note: 'etwas anderes' });
    expect(check({ ...whole, history })).toMatchObject([{ of: 'IT-2026-0001', entry: at + 1 }]);
  });

  test('notices a state that the history knows nothing of, and money that nobody granted', () => {
    expect(check({ ...whole, state: 'withdrawn' })).toMatchObject([
      { what: expect.stringContaining('Stand') },
    ]);
    expect(check({ ...whole, funding: { budget: '2026-it-budget', cents: 5 } })).toMatchObject([
      { what: expect.stringContaining('Bewilligt wurden laut Historie keine Mittel') },
    ]);
  });
});
