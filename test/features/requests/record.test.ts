import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { findingsOf } from '../../../src/case/audit.ts';
import { erasedFor, erasedForAll } from '../../../src/case/erasure.ts';
import { partsOf, peopleIn } from '../../../src/case/people.ts';
import { brokenEntry, type HistoryEntry } from '../../../src/core/history.ts';
import type { Archive } from '../../../src/core/ports/archive.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { extraFindings } from '../../../src/features/requests/audit.ts';
import { requestHoldings } from '../../../src/features/requests/holdings.ts';
import { Request } from '../../../src/features/requests/model.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { archiveInMemory } from '../../support/archive-in-memory.ts';
import { actionTurn } from '../../support/turns.ts';
import { allActed, openRequests, submittedBy, teamsIdFor } from './world.ts';

let store: Store;
let archive: Archive;
let requests: ReturnType<typeof openRequests>;
beforeEach(() => {
  store = createMemoryStore();
  archive = archiveInMemory();
  requests = openRequests(store, undefined, { archive, keep: 24 });
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
  // Behind the store stands the archive: what lies there is not added again.
  await store.collection('requests', Request).add(doc);
}
const stored = () => store.collection('requests', Request);
const ninetyDaysLater = '2027-02-22T09:00:00.000Z';
const kept = (at: string) => requests.keeping('requests.archive').run(new Date(at));
const turnOf = (who: string) =>
  actionTurn('requests.show', {}, { at: ninetyDaysLater, actor: { id: teamsIdFor(who), name: '' } });

describe('closed requests', () => {
  test('go to the archive when they have been closed for long enough, and no others', async () => {
    await put(rejected());
    await put({ ...submittedBy('staff-36'), id: 'IT-2026-0002' });
    await kept('2027-02-21T09:00:00.000Z');
    expect((await stored().list()).length).toBe(2);
    await kept(ninetyDaysLater);
    expect((await stored().list()).map(({ id }) => id)).toEqual(['IT-2026-0002']);
    expect(await archive.years()).toEqual([2026]);
    expect(await archive.find('IT-2026-0001')).toMatchObject({ state: 'rejected' });
  });

  test('whose move was cut off between keeping and removing are made good by the next time', async () => {
    await put(rejected());
    const before = await stored().get('IT-2026-0001');
    await archive.keep(2026, [before as Request]);
    await kept(ninetyDaysLater);
    expect(await stored().get('IT-2026-0001')).toBeUndefined();
    expect(await archive.find('IT-2026-0001')).toEqual(before);
  });
});

describe('a request in the archive', () => {
  beforeEach(async () => {
    await put(rejected());
    await kept(ninetyDaysLater);
  });

  test('is still shown to those whom it concerned, and to nobody else', async () => {
    for (const who of ['staff-61', 'itb-61', 'lead-10.50'])
      expect(await requests.show(turnOf(who), 'IT-2026-0001')).toMatchObject({
        data: { state: 'Abgelehnt' },
      });
    await expect(requests.show(turnOf('staff-36'), 'IT-2026-0001')).rejects.toMatchObject({
      code: 'no-such-requests.request',
    });
  });

  test('is not changed by a late click', async () => {
    const before = await archive.find('IT-2026-0001');
    const shown = await requests.actAndShow(turnOf('lead-10.50'), 'IT-2026-0001', 'approve', {});
    expect(shown.data).toMatchObject({ state: 'Abgelehnt' });
    expect(await archive.find('IT-2026-0001')).toEqual(before);
  });

  test('loses its names when the time of its type is over, not before', async () => {
    await kept('2028-11-23T09:00:00.000Z');
    expect(JSON.stringify(await archive.find('IT-2026-0001'))).toContain('staff-61');
    await kept('2028-11-24T09:00:00.000Z');
    const erased = await archive.find('IT-2026-0001');
    const text = JSON.stringify(erased);
    for (const gone of ['staff-61', 'itb-61', 'Funktion', note, 'defekt', 'Kein Budget'])
      expect(text).not.toContain(gone);
    expect(text).toContain('90000');
    await kept('2028-11-25T09:00:00.000Z');
    expect(await archive.find('IT-2026-0001')).toEqual(erased);
  });
});

const { digest } = randomIds;
const at = { now: ninetyDaysLater, digest };
const check = (request: Request) => [
  ...findingsOf(request, requestRecord.covers, digest),
  ...extraFindings(request),
];
const without = (request: Request, person: string) =>
  erasedFor(request, requestRecord, (party) => party === person, at);

describe('erasing', () => {
  const erased = erasedForAll(rejected(), requestRecord, at);

  test('keeps a case that can be read, its way, its numbers and a chain that can be checked', () => {
    expect(Request.parse(erased)).toEqual(erased);
    expect(erased).toMatchObject({
      state: 'rejected',
      fields: { costs: 90_000 },
      requester: { id: 'erased' },
    });
    expect(requestRecord.isErased(erased)).toBe(true);
    const hashes = erased.history.map(({ hash }) => hash);
    expect(hashes.slice(0, -1)).toEqual(rejected().history.map(({ hash }) => hash));
    expect(erased.history.at(-1)?.act).toBe('words-erased');
    expect(check(erased)).toEqual([]);
  });

  test('an entry cannot be taken out or put elsewhere afterwards', () => {
    for (const history of [
      erased.history.slice(1),
      erased.history.toSpliced(1, 1),
      erased.history.toReversed(),
    ])
      expect(brokenEntry(history, erased.id, digest)).toBeDefined();
  });

  test('words cannot be hidden by calling them erased', () => {
    const whole = rejected();
    const history = whole.history.map((entry) =>
      entry.act === 'recommended' ? { ...entry, by: 'staff-36', note: undefined, erased: true } : entry,
    );
    const hidden = { ...whole, history, erasedAt: ninetyDaysLater } as Request;
    expect(check(hidden)).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('passt aber zu keiner Löschung') }),
    );
  });

  test('of one person leaves everybody else', () => {
    const left = without(rejected(), 'itb-61');
    expect(peopleIn(rejected(), requestRecord.people).has('itb-61')).toBe(true);
    expect(peopleIn(left, requestRecord.people).has('itb-61')).toBe(false);
    expect(JSON.stringify(left)).not.toContain('itb-61');
    expect(left).toMatchObject({ title: 'Notebook', requester: { id: 'staff-61' } });
    expect(JSON.stringify(left)).toContain('Kein Budget');
    expect(check(left)).toEqual([]);
    expect(Request.parse(left)).toEqual(left);
  });

  test('of the requester takes out what was written in the case at all', () => {
    const left = without(rejected(), 'staff-61');
    const text = JSON.stringify(left);
    for (const gone of ['staff-61', 'defekt', 'Notebook', 'Welches Gerät', 'Kein Budget'])
      expect(text).not.toContain(gone);
    expect(text).toContain('lead-10.50');
    expect(check(left)).toEqual([]);
    expect(Request.parse(left)).toEqual(left);
  });

  test('of somebody who is named in a field takes the field, and leaves one that only reads alike', () => {
    const start = submittedBy('staff-61', { reason: 'fa-bau' });
    const named = {
      ...start,
      fields: { who: 'fa-bau', reason: 'fa-bau' },
      fieldKinds: { ...start.fieldKinds, who: 'person' as const },
    };
    const open = { ...named, seal: undefined, earlier: [{ at: start.createdAt, fields: named.fields }] };
    const left = without(open, 'fa-bau');
    expect([left.fields, left.earlier[0]?.fields]).toEqual([{ reason: 'fa-bau' }, { reason: 'fa-bau' }]);
  });
});

test('everybody who had to do with a request is found in it, each with their own words', () => {
  const whole = rejected();
  expect([...peopleIn(whole, requestRecord.people)].sort()).toEqual(['itb-61', 'lead-10.50', 'staff-61']);
  const [vote] = partsOf(whole, requestRecord.people, (party) => party === 'lead-10.50');
  expect(vote).toMatchObject({ as: { en: 'decided or gave an opinion' }, said: { note: 'Kein Budget' } });
  const charge = { kind: 'assign', note, to: 'itb-61-deputy' } as const;
  const open = allActed(submittedBy('staff-61'), [['lead-10.50', charge]]);
  expect(peopleIn(open, requestRecord.people).has('itb-61-deputy')).toBe(true);
});

test('whoever filled in a form, or is named in one, is found in the drafts', () => {
  const [drafts] = requestHoldings;
  const draft = { id: 'd', by: 'staff-61', fields: { who: 'fa-bau', reason: 'Defekt' }, roles: ['kgrz'] };
  const people = peopleIn(draft, drafts?.people ?? []);
  expect([people.has('staff-61'), people.has('fa-bau'), people.has('kgrz')]).toEqual([true, true, false]);
});

describe('checking a request', () => {
  const whole = rejected();

  test('finds nothing where nothing was touched', () => {
    expect(check(whole)).toEqual([]);
    expect(check(submittedBy('staff-61'))).toEqual([]);
  });

  test('names the entry whose words were changed', () => {
    const at = whole.history.findIndex(({ act }) => act === 'recommended');
    const history = whole.history.with(at, { ...(whole.history[at] as HistoryEntry), note: 'etwas anderes' });
    expect(check({ ...whole, history })).toMatchObject([{ of: 'IT-2026-0001', entry: at + 1 }]);
  });

  test.each<readonly [string, Partial<Request>]>([
    ['type', { type: 'programming' }],
    ['title', { title: 'Gaming-PC' }],
    ['amount', { fields: { reason: 'Mein Gerät ist defekt', costs: 9_000_000 } }],
    ['unit', { unit: '36' }],
    ['requester', { requester: { id: 'staff-36', name: 'X' }, requestedBy: 'staff-36' }],
    ['state', { state: 'done' }],
    ['way', { route: whole.route.slice(1) }],
    [
      'votes',
      {
        settled: whole.settled.map((one) => ({
          ...one,
          votes: one.votes.map((vote) => ({ ...vote, by: 'fa-bau' })),
        })),
      },
    ],
    ['money', { funding: { budget: '2026-it-budget', cents: 5 } }],
    ['origin', { origin: { kind: 'idea', id: 'ID-2026-0001' } }],
    ['earlier version', { earlier: [{ at: whole.createdAt, fields: {} }] }],
  ])('notices another %s', (_what, change) => {
    expect(check({ ...whole, ...change }).length).toBeGreaterThan(0);
  });

  test('notices votes that were changed while a step is open', () => {
    const open = allActed(submittedBy('staff-61', { cross: true }), [
      ['itb-61', { kind: 'approve' }],
      ['lead-10.50', { kind: 'approve' }],
      ['board-1', { kind: 'reject', note }],
    ]);
    const votes = open.open?.votes.map((vote) => ({ ...vote, say: 'yes' as const })) ?? [];
    expect(check(open)).toEqual([]);
    expect(check({ ...open, open: { ...(open.open as NonNullable<Request['open']>), votes } })).toHaveLength(
      1,
    );
  });

  test('of before there were seals notices a state that the history knows nothing of, and money that nobody granted', () => {
    const { seal: _seal, ...rest } = whole;
    const old = {
      ...rest,
      history: whole.history.map(({ content: _content, ...entry }) => entry),
    } as Request;
    expect(extraFindings({ ...old, state: 'withdrawn' })).toMatchObject([
      { what: expect.stringContaining('Stand') },
    ]);
    expect(extraFindings({ ...old, funding: { budget: '2026-it-budget', cents: 5 } })).toMatchObject([
      { what: expect.stringContaining('Bewilligt wurden laut Historie keine Mittel') },
    ]);
  });
});
