import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { findingsOf } from '../../../src/case/audit.ts';
import { appended } from '../../../src/core/history.ts';
import { extraFindings } from '../../../src/features/requests/audit.ts';
import {
  Budget,
  budgetCollection,
  budgetCovers,
  opened,
} from '../../../src/features/requests/budgets/model.ts';
import { sealBudgets } from '../../../src/features/requests/budgets/seal.ts';
import { Request, requestCollection } from '../../../src/features/requests/model.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { archiveInMemory } from '../../support/archive-in-memory.ts';
import { actionTurn } from '../../support/turns.ts';
import { allActed, contextAt, monday, openRequests, party, submittedBy, teamsIdFor } from './world.ts';

/* What was stored and sent before there were seals and before a card's revision had its name. */

const { digest } = randomIds;

/** The same document as it was written then: entries say nothing of what they came to, nothing is sealed. */
function old<D extends { readonly id: string; readonly history: Request['history'] }>(doc: D) {
  const { seal: _seal, ...rest } = { seal: undefined, ...doc };
  const history = doc.history.reduce<Request['history']>(
    (chain, { n: _n, previous: _p, hash: _h, content: _c, ...entry }) =>
      appended(chain, doc.id, entry, digest),
    [],
  );
  return { ...rest, history };
}

const findings = (request: Request) => [
  ...findingsOf(request, requestRecord.covers, digest),
  ...extraFindings(request),
];

describe('a request of before', () => {
  const turn = (verb: string, data: object) =>
    actionTurn(
      verb,
      { ...data },
      { at: '2026-11-24T10:00:00.000Z', actor: { id: teamsIdFor('itb-61'), name: 'X' } },
    );
  const stored = async () => {
    const store = createMemoryStore();
    const { version: _version, ...doc } = old(submittedBy('staff-61'));
    await store.collection(requestCollection, Request).add(doc);
    const requests = openRequests(store);
    const press = async (verb: string, data: object) => {
      const action = requests.actions.find((one) => one.verb === verb);
      return (await action?.handle(turn(verb, { id: doc.id, ...data })))?.data;
    };
    return { requests, press, id: doc.id };
  };

  test('opens, is decided on a card of before, and is sealed from then on', async () => {
    const { requests, press, id } = await stored();
    expect(findings((await requests.collection.get(id)) as Request)).toEqual([]);
    await press('requests.approve', { visit: 1, note: 'passt', roles: [] });
    const request = (await requests.collection.get(id)) as Request;
    expect(request).toMatchObject({ open: { step: 'granted', visit: 2 }, seal: { entries: 4 } });
    expect(findings(request)).toEqual([]);
    expect(findings({ ...request, unit: '36' })).toHaveLength(1);
  });

  test('tells a card of before that it is late', async () => {
    const { requests, press, id } = await stored();
    await press('requests.pass-on', { visit: 1, note: 'Urlaub', to: 'itb-61-deputy' });
    const late = await press('requests.reject', { visit: 1, note: 'Nein' });
    expect(late?.remark).toMatch(/^Bereits weitergegeben von /);
    expect((await requests.collection.get(id))?.state).toBe('in-approval');
  });

  test('is sealed by the daily round, also in the archive, also when it was erased then', async () => {
    const archive = archiveInMemory();
    const done = old(allActed(submittedBy('staff-61'), [['staff-61', { kind: 'withdraw' }]]));
    const [first, ...others] = done.history;
    const history = [{ ...first, by: 'erased', byName: '–', erased: true }, ...others];
    await archive.keep(2026, [
      { ...done, requester: { id: 'erased', name: '–' }, history, erasedAt: monday },
    ]);
    const requests = openRequests(createMemoryStore(), undefined, { archive });
    await requests.keeping('requests.archive').run(new Date('2027-05-01T09:00:00.000Z'));
    const kept = Request.parse(await archive.find(done.id));
    expect(kept.seal).toMatchObject({ entries: history.length, left: expect.any(String) });
    expect(findings(kept)).toEqual([]);
  });
});

test('a budget of before is sealed at the start, and what is changed in it afterwards is found', async () => {
  const budgets = createMemoryStore().collection(budgetCollection, Budget);
  const year = { year: 2026, name: { de: 'IT-Budget', en: 'IT budget' }, limit: 5 };
  await budgets.add(old(opened(year, party('lead-10.50'), contextAt(monday))));
  await sealBudgets(budgets, digest).run(new Date(monday));
  const [budget] = await budgets.list();
  const found = (limit: number) => findingsOf({ ...(budget as Budget), limit }, budgetCovers, digest);
  expect(found(5)).toEqual([]);
  expect(found(500)).toHaveLength(1);
});
