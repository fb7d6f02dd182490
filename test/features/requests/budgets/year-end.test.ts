import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import type { Store } from '../../../../src/core/ports/store.ts';
import type { Router } from '../../../../src/core/router.ts';
import { budgetFindings, type Claims, claim } from '../../../../src/features/requests/audit.ts';
import { Budget, budgetCollection, sumsOf } from '../../../../src/features/requests/budgets/model.ts';
import { movementLine } from '../../../../src/features/requests/budgets/movements.ts';
import { Request, requestCollection } from '../../../../src/features/requests/model.ts';
import { actionTurn, textTurn } from '../../../support/turns.ts';
import { allActed, submittedBy, teamsIdFor } from '../world.ts';
import { routerOver } from './router.ts';

let store: Store;
let router: Router;
beforeEach(async () => {
  store = createMemoryStore();
  router = routerOver(store);
  const { version: _version, ...doc } = allActed(submittedBy('staff-61', { costs: 90_000 }), [
    ['itb-61', { kind: 'approve' }],
  ]);
  await store.collection(requestCollection, Request).add(doc);
  await type('lead-10.50', 'Budget 2026 IT-Budget 1.000 €');
  await type('lead-10.50', 'IT-2026-0001 zustimmen 900 € aus IT-Budget');
});

const as = (who: string) => ({ at: '2026-12-30T10:00:00.000Z', actor: { id: teamsIdFor(who), name: who } });
const type = (who: string, text: string) => router(textTurn(text, as(who)));
const press = (who: string, verb: string, data: Readonly<Record<string, unknown>>) =>
  router(actionTurn(verb, data, as(who)));
const budget = async (id = '2026-it-budget') => store.collection(budgetCollection, Budget).get(id);
const request = async () =>
  (await store.collection(requestCollection, Request).get('IT-2026-0001')) as Request;
const sums = async (id: string) => {
  const found = await budget(id);
  return found && { limit: found.limit, ...sumsOf(found) };
};
const done = async () => {
  await type('support-kgrz', 'IT-2026-0001 übernehmen');
  await type('support-kgrz', 'IT-2026-0001 erledigt: steht bereit');
  expect((await request()).state).toBe('done');
};
const close = (rest: 'yes' | 'no') =>
  press('lead-10.50', 'requests.close-budget', { id: '2026-it-budget', rest });

/** Whatever was done: chain, seal and sums of every budget fit its history and the requests. */
async function everythingAddsUp(): Promise<void> {
  const claims: Claims = new Map();
  for (const one of await store.collection(requestCollection, Request).list()) claim(claims, one);
  for (const one of await store.collection(budgetCollection, Budget).list())
    expect(budgetFindings(one, claims.get(one.id), randomIds.digest)).toEqual([]);
}

describe('a limit below what is committed', () => {
  test('is asked about, and set with a reason that the history keeps', async () => {
    const asked = await type('lead-10.50', 'Budget 2026 IT-Budget 100 €');
    expect(asked).toMatchObject({ card: 'requests/budget-limit', data: { year: '2026', limit: '100 €' } });
    expect((await budget())?.limit).toBe(100_000);
    const again = { year: '2026', name: 'IT-Budget', limit: '100 €' };
    expect(await press('lead-10.50', 'requests.set-budget', { ...again, reason: '  ' })).toMatchObject({
      card: 'requests/budget-limit',
    });
    await press('lead-10.50', 'requests.set-budget', { ...again, reason: 'Haushaltssperre' });
    expect(await budget()).toMatchObject({ limit: 10_000 });
    expect((await budget())?.history.at(-1)).toMatchObject({ act: 'limit-changed', note: 'Haushaltssperre' });
    await everythingAddsUp();
  });
});

describe('at the end of the year', () => {
  test('is shown what closing does, before anything is done', async () => {
    const { card, data } = await type('lead-10.50', 'Budget 2026 IT-Budget abschließen');
    expect([card, data]).toMatchObject([
      'requests/budget-close',
      {
        committed: expect.stringMatching(/900,00.*1 Antrag.*IT-Budget 2027/),
        rest: expect.stringContaining('100,00'),
        isNew: expect.stringContaining('legt es an'),
      },
    ]);
    expect((await budget())?.closed).toBeUndefined();
    expect(await budget('2027-it-budget')).toBeUndefined();
  });

  test('what is committed goes to the next year with its money, and what is left where that is wanted', async () => {
    await close('yes');
    expect(await sums('2026-it-budget')).toEqual({ limit: 0, committed: 0, spent: 0, free: 0 });
    expect(await sums('2027-it-budget')).toEqual({
      limit: 100_000,
      committed: 90_000,
      spent: 0,
      free: 10_000,
    });
    expect(await request()).toMatchObject({ funding: { budget: '2027-it-budget', cents: 90_000 } });
    await everythingAddsUp();
    await done();
    expect(await sums('2027-it-budget')).toMatchObject({ committed: 0, spent: 90_000 });
    expect((await budget())?.closed).toBe('2026-12-30');
    await everythingAddsUp();
  });

  test('what is left expires otherwise', async () => {
    await close('no');
    expect(await sums('2027-it-budget')).toMatchObject({ limit: 90_000, free: 0 });
    expect(await sums('2026-it-budget')).toMatchObject({ limit: 10_000, free: 10_000 });
    await everythingAddsUp();
  });

  test('what is spent stays, and twice is once', async () => {
    await done();
    await Promise.all([close('yes'), close('yes')]);
    await close('yes');
    expect(await sums('2026-it-budget')).toEqual({ limit: 90_000, committed: 0, spent: 90_000, free: 0 });
    expect(await sums('2027-it-budget')).toMatchObject({ limit: 10_000, spent: 0 });
    await everythingAddsUp();
  });

  test('an overdrawn budget gives no more than its limit', async () => {
    const less = { year: '2026', name: 'IT-Budget', limit: '500', reason: 'Sperre' };
    await press('lead-10.50', 'requests.set-budget', less);
    await close('yes');
    expect(await sums('2027-it-budget')).toMatchObject({ limit: 50_000, committed: 90_000, free: -40_000 });
    await everythingAddsUp();
  });

  test('nothing moves in a closed year, until it is reopened with a reason', async () => {
    await close('no');
    await expect(type('lead-10.50', 'Budget 2026 IT-Budget 5.000 €')).rejects.toMatchObject({
      code: 'year-closed',
    });
    const { data } = await type('lead-10.50', 'IT-2026-0001 umbuchen auf IT-Budget 2026: zurück');
    expect(JSON.stringify(data)).toContain('gibt es nicht');
    const again = await press('lead-10.50', 'requests.reopen-budget', { id: '2026-it-budget', note: '' });
    expect(again.data.error).toMatch(/^⚠ Bitte nennen Sie den Grund/);
    await press('lead-10.50', 'requests.reopen-budget', { id: '2026-it-budget', note: 'Rechnung kam nach' });
    await type('lead-10.50', 'Budget 2026 IT-Budget 5.000 €');
    expect((await budget())?.limit).toBe(500_000);
    await everythingAddsUp();
  });
});

describe('rebooking', () => {
  test('takes the money from another budget, with a reason', async () => {
    await type('lead-10.50', 'Budget 2027 IT-Budget 2.000 €');
    await type('lead-10.50', 'IT-2026-0001 umbuchen auf IT-Budget 2027: Lieferung im Januar');
    expect(await sums('2026-it-budget')).toMatchObject({ limit: 100_000, committed: 0 });
    expect(await sums('2027-it-budget')).toMatchObject({ limit: 200_000, committed: 90_000 });
    expect((await request()).history.at(-1)).toMatchObject({
      act: 'rebooked',
      note: 'Lieferung im Januar',
      facts: { from: '2026-it-budget', budget: '2027-it-budget', cents: 90_000 },
    });
    await everythingAddsUp();
  });

  test.each([
    ['without a reason', '2.000', 'IT-2026-0001 umbuchen auf IT-Budget 2027'],
    ['to one with too little', '10', 'IT-2026-0001 umbuchen auf IT-Budget 2027: Lieferung'],
    ['to where it is', '2.000', 'IT-2026-0001 umbuchen auf IT-Budget 2026: Lieferung'],
    ['as a question', '2.000', 'IT-2026-0001 umbuchen auf IT-Budget 2027: Lieferung im Januar?'],
  ])('changes nothing %s', async (_what, limit, text) => {
    await type('lead-10.50', `Budget 2027 IT-Budget ${limit} €`);
    await type('lead-10.50', text);
    expect(await request()).toMatchObject({ funding: { budget: '2026-it-budget' } });
    await everythingAddsUp();
  });

  test('is for 10.50 only', async () => {
    await type('lead-10.50', 'Budget 2027 IT-Budget 2.000 €');
    for (const who of ['itb-61', 'support-kgrz', 'staff-61'])
      await type(who, 'IT-2026-0001 umbuchen auf IT-Budget 2027: Lieferung').catch(() => undefined);
    expect(await request()).toMatchObject({ funding: { budget: '2026-it-budget' } });
  });
});

describe('an invoice that is not what was granted', () => {
  test('is what the budget has spent; the request keeps what was granted', async () => {
    await done();
    await type('lead-10.50', 'IT-2026-1 abgerechnet 1.310,50 €: Rechnung 4711');
    expect(await budget()).toMatchObject({
      entries: { 'IT-2026-0001': { cents: 131_050, granted: 90_000, state: 'spent' } },
    });
    expect(await sums('2026-it-budget')).toMatchObject({ spent: 131_050, free: -31_050 });
    expect(await request()).toMatchObject({ funding: { cents: 90_000 } });
    await everythingAddsUp();
    await type('lead-10.50', 'IT-2026-0001 abgerechnet 900 €: Gutschrift');
    expect((await budget())?.entries['IT-2026-0001']).toEqual({ cents: 90_000, state: 'spent' });
    await everythingAddsUp();
  });

  test.each([
    ['before it is done', 'IT-2026-0001 abgerechnet 5 €: x'],
    ['of a request without money', 'IT-2026-0099 abgerechnet 5 €: x'],
  ])('is refused %s', async (_what, text) => {
    expect((await type('lead-10.50', text)).summary).toContain('nichts ausgegeben');
    expect((await budget())?.entries['IT-2026-0001']).toEqual({ cents: 90_000, state: 'committed' });
  });

  test('is not taken from an edited message', async () => {
    await done();
    const edited = textTurn('IT-2026-0001 abgerechnet 5 €: x', { ...as('lead-10.50'), edited: true });
    expect((await router(edited)).data).toMatchObject({
      remark: expect.stringContaining('geänderten Nachricht'),
    });
    expect((await budget())?.entries['IT-2026-0001']).toEqual({ cents: 90_000, state: 'spent' });
  });

  test('is refused without a reason, and to everybody else', async () => {
    await done();
    expect((await type('lead-10.50', 'IT-2026-0001 abgerechnet 5 €')).summary).toContain('den Grund');
    expect((await type('itb-61', 'IT-2026-0001 abgerechnet 5 €: x')).summary).toContain('10.50');
    expect((await budget())?.entries['IT-2026-0001']).toEqual({ cents: 90_000, state: 'spent' });
  });
});

test('the history is read in words: who, what, when, why', async () => {
  await close('yes');
  const lines = (await budget())?.history.map((entry) => movementLine(entry, 'de').replaceAll('\u00a0', ' '));
  expect(lines).toEqual([
    '30.12.2026, 11:00 · Funktion lead-10.50 · angelegt mit Limit 1.000,00 €',
    '30.12.2026, 11:00 · Funktion lead-10.50 · 900,00 € gebunden für IT-2026-0001',
    '30.12.2026, 11:00 · Funktion lead-10.50 · 900,00 € für IT-2026-0001 umgebucht auf IT-Budget 2027',
    '30.12.2026, 11:00 · Funktion lead-10.50 · 900,00 € für IT-2026-0001 übertragen nach 2027',
    '30.12.2026, 11:00 · Funktion lead-10.50 · 100,00 € übertragen nach 2027',
    '30.12.2026, 11:00 · Funktion lead-10.50 · Jahr abgeschlossen am 30.12.2026',
  ]);
  const { card, data } = await type('lead-10.50', 'Budget 2026 IT-Budget');
  expect([card, data]).toMatchObject([
    'requests/budget',
    { movements: { length: 6 }, closed: expect.any(String) },
  ]);
});
