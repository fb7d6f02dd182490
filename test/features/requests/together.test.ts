import { beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { sawOf } from '../../../src/features/requests/decided.ts';
import type { ListView } from '../../../src/features/requests/lists.ts';
import { listReply } from '../../../src/features/requests/lists.ts';
import type { Request } from '../../../src/features/requests/model.ts';
import { severalIn, togetherActions } from '../../../src/features/requests/together.ts';
import { actionTurn } from '../../support/turns.ts';
import { carried, openRequests, submittedBy, teamsIdFor } from './world.ts';

/* Several approvals at once. */

let requests: ReturnType<typeof openRequests>;

const at = '2026-11-24T10:00:00.000Z';
const turnOf = (who: string, data = {}) =>
  actionTurn('requests.approve-several', data, {
    at,
    actor: { id: teamsIdFor(who), name: `Funktion ${who}` },
  });

async function put(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const { version: _, ...doc } = submittedBy('staff-61', { costs: 10_000 * n, application: 'bau' });
    await requests.collection.add({ ...doc, id: `IT-2026-000${n}` });
  }
}

beforeEach(() => {
  requests = openRequests(createMemoryStore());
});

const list = async (who: string) =>
  (await listReply(requests, turnOf(who), 'waiting')).data as unknown as ListView;

async function confirm(who: string, drawn: readonly string[], ids: readonly string[]): Promise<ListView> {
  const [action] = togetherActions(requests);
  const ticks = Object.fromEntries(ids.map((id) => [`pick-${id}`, 'true']));
  return (await action?.handle(turnOf(who, { drawn, ...ticks })))?.data as unknown as ListView;
}

const change = (id: string, costs: number) =>
  requests.act(
    { id: 'staff-61', name: 'Funktion staff-61', via: 'teams' },
    id,
    'change',
    { ...carried({ kind: 'answer', fields: { costs, application: 'bau' } }), title: 'Notebook' },
    at,
  );

const all = () => requests.collection.list();
const votesIn = (request: Request | undefined) => request?.settled.flatMap(({ votes }) => votes) ?? [];

describe('what waits for a decision', () => {
  test('can be ticked, with what each decision rests on and what the tick means', async () => {
    await put(2);
    const { items, choices, drawn } = await list('itb-61');
    expect(items.map(({ lines }) => lines)).toEqual([
      expect.arrayContaining([expect.stringMatching(/100,00/)]),
      expect.arrayContaining([expect.stringMatching(/200,00/)]),
    ]);
    expect(choices).toEqual([
      { pick: 'pick-IT-2026-0001', label: 'IT-2026-0001 · Notebook', yes: 'Befürworten' },
      { pick: 'pick-IT-2026-0002', label: 'IT-2026-0002 · Notebook', yes: 'Befürworten' },
    ]);
    expect(drawn).toEqual(['IT-2026-0001 1', 'IT-2026-0002 1']);
  });

  test('says at the tick that somebody was against it, and why', async () => {
    const { version: _, ...doc } = submittedBy('staff-61', { costs: 10_000 });
    await requests.collection.add(doc);
    const actor = { id: 'itb-61', name: 'Funktion itb-61', via: 'teams' } as const;
    const no = carried({ kind: 'reject', visit: 1, note: 'Es gibt noch welche' });
    await requests.act(actor, doc.id, 'reject', no, at);
    const { items } = await list('lead-10.50');
    expect(items[0]?.lines.at(-1)).toBe('✕ Funktion itb-61 hat nicht befürwortet: Es gibt noch welche');
  });

  test('is decided each by itself, for its own content; what changed meanwhile is not, and is shown', async () => {
    await put(3);
    const { drawn } = await list('itb-61');
    await change('IT-2026-0002', 999_900);
    const after = await confirm('itb-61', drawn, ['IT-2026-0001', 'IT-2026-0002', 'IT-2026-0003']);
    expect(after.remarks).toEqual([
      '✓ IT-2026-0001 Notebook: Sie haben befürwortet.',
      expect.stringMatching(
        /^⚠ IT-2026-0002 Notebook: Bereits geändert von .* Es wurde nichts entschieden\.$/,
      ),
      '✓ IT-2026-0003 Notebook: Sie haben befürwortet.',
    ]);
    expect(after.items.map(({ id }) => id)).toEqual(['IT-2026-0002']);
    const [one, two, three] = await all();
    expect([votesIn(one).length, votesIn(two).length, votesIn(three).length]).toEqual([1, 0, 1]);
    for (const request of [one, three])
      if (request) expect(votesIn(request)[0]?.saw).toBe(sawOf(request, randomIds));
  });

  test('says that nothing was ticked, and that a second press comes too late', async () => {
    await put(1);
    const { drawn } = await list('itb-61');
    expect((await confirm('itb-61', drawn, [])).remarks).toEqual([
      '⚠ Bitte kreuzen Sie mindestens einen Antrag an.',
    ]);
    await confirm('itb-61', drawn, ['IT-2026-0001']);
    expect((await confirm('itb-61', drawn, ['IT-2026-0001'])).remarks).toEqual([
      expect.stringMatching(/^⚠ IT-2026-0001 Notebook: Bereits entschieden von Funktion itb-61/),
    ]);
  });

  test('cannot be ticked where it needs a look of its own: after a change, or without an amount to grant', async () => {
    await put(1);
    await confirm('itb-61', ['IT-2026-0001 1'], ['IT-2026-0001']);
    await change('IT-2026-0001', 999_900);
    const { items, choices } = await list('itb-61');
    const [again] = items;
    expect(choices).toEqual([]);
    expect(again?.lines.join(' ')).toMatch(/Geändert, bitte einzeln ansehen: .*100,00.* → .*9\.999,00/);
    const { version: _, ...doc } = submittedBy('staff-61', { costs: undefined });
    await requests.collection.add({ ...doc, id: 'IT-2026-0009' });
    await confirm('itb-61', ['IT-2026-0009 1'], ['IT-2026-0009']);
    const keeper = await list('lead-10.50');
    const unknown = keeper.items.find(({ id }) => id === 'IT-2026-0009');
    expect([keeper.choices, unknown?.lines]).toEqual([[], ['Betrag noch nicht bekannt, bitte einzeln']]);
  });

  test('junk in the ticks decides nothing', async () => {
    await put(1);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.array(fc.string()), fc.anything()),
        fc.dictionary(fc.string(), fc.anything()),
        async (drawn, data) => {
          const [action] = togetherActions(requests);
          await action?.handle(turnOf('itb-61', { ...data, drawn }));
          expect(votesIn((await all())[0])).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  test.each([
    ['IT-2026-3, IT-2026-4 zustimmen', ['IT-2026-0003', 'IT-2026-0004']],
    ['Bitte IT-2026-0003 und IT-2026-0004 zustimmen.', ['IT-2026-0003', 'IT-2026-0004']],
    ['approve IT-2026-3, IT-2026-4 and IT-2026-5', ['IT-2026-0003', 'IT-2026-0004', 'IT-2026-0005']],
    ['IT-2026-3, IT-2026-4 zustimmen?', ['IT-2026-0003', 'IT-2026-0004']],
    ['IT-2026-3 und IT-2026-4 nicht zustimmen', undefined],
    ['IT-2026-3 zustimmen', undefined],
    ['IT-2026-3, B-2026/1 zustimmen', undefined],
    ['wenn IT-2026-3, IT-2026-4 zustimmen', undefined],
  ])('is typed by its numbers: %s', (text, ids) => {
    expect(severalIn(text)).toEqual(ids);
  });
});
