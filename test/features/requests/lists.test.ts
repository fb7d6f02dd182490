import { beforeEach, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { type ListView, listIntents } from '../../../src/features/requests/lists.ts';
import type { Request } from '../../../src/features/requests/model.ts';
import { holder, unit } from '../../support/directory-builder.ts';
import { textTurn } from '../../support/turns.ts';
import { openRequests, submittedBy, teamsIdFor, usual } from './world.ts';

const at = '2026-12-15T10:00:00.000Z';
let requests: ReturnType<typeof openRequests>;

async function put(id: string, request: Request): Promise<void> {
  const { version: _version, ...doc } = request;
  await requests.collection.add({ ...doc, id });
}

beforeEach(async () => {
  requests = openRequests(createMemoryStore());
  await put('IT-2026-0001', { ...submittedBy('staff-61'), title: 'Notebook für die Bauberatung' });
  await put('IT-2026-0002', { ...submittedBy('staff-61'), title: 'Drucker', state: 'done' });
  await put('IT-2026-0003', { ...submittedBy('staff-36'), title: 'Notebook' });
  await put('IT-2026-0004', submittedBy('staff-61', {}, { now: at }));
});

/** What somebody gets to see who types this; `undefined` when no list is meant. */
async function typed(who: string, text: string): Promise<ListView | undefined> {
  const turn = textTurn(text, { at, actor: { id: teamsIdFor(who), name: who } });
  const claiming = listIntents(requests).filter(({ match }) => match(text));
  expect(claiming.length).toBeLessThan(2);
  const reply = await claiming[0]?.handle(turn);
  return reply?.data as unknown as ListView | undefined;
}
const ids = (view: ListView | undefined) => view?.items?.map(({ id }) => id).sort();

describe('own requests', () => {
  test.each([
    ['Meine Anträge', ['IT-2026-0001', 'IT-2026-0002', 'IT-2026-0004']],
    ['Meine Anträge: Notebook', ['IT-2026-0001', 'IT-2026-0004']],
    ['Meine Anträge offen', ['IT-2026-0001', 'IT-2026-0004']],
    ['Meine Anträge erledigt', ['IT-2026-0002']],
    ['my requests: bauberatung open', ['IT-2026-0001']],
    ['Meine Anträge EDV-Arbeitsplatz überfällig', ['IT-2026-0001']],
  ])('"%s"', async (text, expected) => {
    expect(ids(await typed('staff-61', text))).toEqual(expected);
  });

  test('never those of others, whatever is searched for', async () => {
    expect(ids(await typed('staff-36', 'Meine Anträge: Notebook'))).toEqual(['IT-2026-0003']);
    expect((await typed('staff-36', 'Meine Anträge: Drucker'))?.empty).toContain('keinen');
  });
});

describe('the overview', () => {
  test('shows everything to 10.50, narrowed down by office and state', async () => {
    expect(ids(await typed('lead-10.50', 'Alle Anträge'))).toHaveLength(4);
    expect(ids(await typed('lead-10.50', 'Alle Anträge Amt 36'))).toEqual(['IT-2026-0003']);
    expect((await typed('lead-10.50', 'Alle Anträge Amt 36'))?.items[0]?.text).toContain('22 Tage alt');
  });

  test('shows an IT officer those of the own office that they have to do with', async () => {
    expect(ids(await typed('itb-61', 'Alle Anträge'))).toEqual([
      'IT-2026-0001',
      'IT-2026-0002',
      'IT-2026-0004',
    ]);
    expect(ids(await typed('itb-61', 'Alle Anträge Notebook offen'))).toEqual([
      'IT-2026-0001',
      'IT-2026-0004',
    ]);
  });

  test('shows what was an office’s with the one that it has become, and by its old name', async () => {
    const units = [
      unit('10.50'),
      unit('36'),
      unit('61', { to: '2026-11-30', successor: '63' }),
      unit('63', { from: '2026-12-01' }),
    ];
    const officer = holder('it-beauftragte', 'fa-bau', { unit: '63' });
    const staffing = { units, assignments: [...usual, officer] };
    const store = createMemoryStore();
    requests = openRequests(store, staffing);
    await put('IT-2026-0001', submittedBy('staff-61', {}, { staffing }));
    await put('IT-2026-0002', submittedBy('staff-36', {}, { staffing }));
    for (const text of ['Alle Anträge Amt 63', 'Alle Anträge Amt 61'])
      expect([text, ids(await typed('lead-10.50', text))]).toEqual([text, ['IT-2026-0001']]);
    expect(ids(await typed('fa-bau', 'Alle Anträge'))).toEqual(['IT-2026-0001']);
  });

  test('is refused to everybody else', async () => {
    const view = await typed('staff-61', 'Alle Anträge');
    expect(JSON.stringify(view)).toContain('Die Übersicht sehen 10.50');
    expect(view?.items).toBeUndefined();
  });

  test.each(['Wer sieht alle Anträge', 'Wo sind meine Anträge hin', 'Alle Anträge ablehnen? Wie geht das?'])(
    'a question is something else: "%s"',
    (text) => {
      expect(listIntents(requests).filter(({ match }) => match(text))).toEqual([]);
    },
  );
});
