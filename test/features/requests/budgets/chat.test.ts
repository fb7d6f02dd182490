import { beforeEach, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import type { Store } from '../../../../src/core/ports/store.ts';
import type { Router } from '../../../../src/core/router.ts';
import { Budget, budgetCollection, sumsOf } from '../../../../src/features/requests/budgets/model.ts';
import { budgetNamed, readMoney } from '../../../../src/features/requests/budgets/typed.ts';
import type { BudgetsView } from '../../../../src/features/requests/budgets/view.ts';
import { Request, requestCollection } from '../../../../src/features/requests/model.ts';
import type { CaseView } from '../../../../src/features/requests/views/case.ts';
import { actionTurn, textTurn } from '../../../support/turns.ts';
import { allActed, submittedBy, teamsIdFor } from '../world.ts';
import { routerOver } from './router.ts';

let store: Store;
let router: Router;
beforeEach(() => {
  store = createMemoryStore();
  router = routerOver(store);
});

const as = (who: string) => ({ at: '2026-11-24T10:00:00.000Z', actor: { id: teamsIdFor(who), name: who } });
const type = (who: string, text: string, more = {}) => router(textTurn(text, { ...as(who), ...more }));
const press = (who: string, verb: string, data: Readonly<Record<string, unknown>>) =>
  router(actionTurn(verb, data, as(who)));
const view = async (who = 'lead-10.50') => (await type(who, 'Budget')).data as unknown as BudgetsView;
const budget = async (id = '2026-it-budget') => store.collection(budgetCollection, Budget).get(id);

/** A request over 900 € that waits for 10.50. */
async function waiting(): Promise<void> {
  const { version: _version, ...doc } = allActed(submittedBy('staff-61', { costs: 90_000 }), [
    ['itb-61', { kind: 'approve' }],
  ]);
  await store.collection(requestCollection, Request).add(doc);
}

describe('10.50 and its budgets', () => {
  test('sees that there is none, adds one by typing, and raises its limit by pressing', async () => {
    expect((await view()).budgets).toEqual([]);
    expect((await type('lead-10.50', 'Budget 2026 IT-Budget 1.000 €')).data).toMatchObject({
      remark: expect.stringMatching(/^IT-Budget 2026: Das Limit ist jetzt 1\.000,00/),
      budgets: [{ name: 'IT-Budget 2026', count: '0', bar: '░'.repeat(20) }],
    });
    await press('lead-10.50-deputy', 'requests.set-budget', {
      year: '2026',
      name: 'it budget',
      limit: '2.000,50',
    });
    expect(await budget()).toMatchObject({ limit: 200_050, name: { en: 'IT budget' } });
    expect((await budget())?.history.map(({ act, by }) => `${act} ${by}`)).toEqual([
      'opened lead-10.50',
      'limit-changed lead-10.50-deputy',
    ]);
  });

  test('gets the same budget when the same is typed twice at once, in either language', async () => {
    await Promise.all([
      type('lead-10.50', 'Budget 2027 IT-Budget 500 €'),
      type('lead-10.50', 'budget 2027 IT budget €500'),
    ]);
    expect((await view()).budgets).toMatchObject([{ name: 'IT-Budget 2027' }]);
    expect((await budget('2027-it-budget'))?.history.length).toBe(1);
  });

  test.each([
    [{ year: '26', name: 'IT-Budget', limit: '5' }, 'year'],
    [{ year: '2026', name: ' – ', limit: '5' }, 'name'],
    [{ year: '2026', name: 'IT-Budget', limit: 'viel' }, 'limit'],
    [{}, 'name'],
  ])('is told in the form, with all of it, what is missing from %j', async (data, field) => {
    const again = (await press('lead-10.50', 'requests.set-budget', data)).data as unknown as BudgetsView;
    expect(Object.entries(again.errors).flatMap(([name, error]) => (error ? [name] : []))).toEqual([field]);
    expect(again.form).toEqual({ year: '', name: '', limit: '', ...data });
    expect(await budget()).toBeUndefined();
  });

  test('does so alone: not in a group, and nobody else at all', async () => {
    await expect(type('lead-10.50', 'Budget', { scope: 'groupChat' })).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
    for (const who of ['staff-61', 'support-kgrz', 'board-1'])
      for (const text of ['Budget', 'Budget 2026 IT-Budget 5 €'])
        await expect(type(who, text)).rejects.toMatchObject({ code: 'only-10.50-budget' });
    expect(await budget()).toBeUndefined();
  });
});

describe('granting money', () => {
  beforeEach(async () => {
    await type('lead-10.50', 'Budget 2026 IT-Budget 1.000 €');
    await waiting();
  });
  const shown = async (who: string) => (await type(who, 'IT-2026-0001')).data as unknown as CaseView;

  test('the card offers the budgets to 10.50 only, with what was applied for', async () => {
    expect((await shown('lead-10.50')).money).toMatchObject({
      choices: [{ value: '2026-it-budget', title: expect.stringContaining('frei 1.000,00') }],
      amount: expect.stringContaining('900,00'),
    });
    for (const who of ['staff-61', 'itb-61']) expect((await shown(who)).money).toBeUndefined();
  });

  test('a press sets the amount aside and everybody concerned reads it', async () => {
    await press('lead-10.50', 'requests.approve', {
      id: 'IT-2026-0001',
      visit: 2,
      budget: '2026-it-budget',
      amount: '900,00 €',
    });
    expect(sumsOf((await budget()) as Budget)).toEqual({ committed: 90_000, spent: 0, free: 10_000 });
    expect((await shown('staff-61')).facts.at(-1)?.value).toMatch(/^900,00\s€ · IT-Budget 2026$/);
  });

  test('an amount that cannot be read changes nothing', async () => {
    const { data } = await press('lead-10.50', 'requests.approve', {
      id: 'IT-2026-0001',
      visit: 2,
      budget: '2026-it-budget',
      amount: 'neunhundert',
    });
    expect(data).toMatchObject({ amountError: expect.stringContaining('Betrag kann ich nicht lesen') });
    expect(await budget()).toMatchObject({ entries: {} });
  });

  test('typed over the limit, the Stadtvorstand decides too and reads why', async () => {
    const { data } = await type('lead-10.50', 'IT-2026-0001 zustimmen 1.000,01 € aus IT-Budget: ist nötig');
    expect(data).toMatchObject({ remark: expect.stringContaining('Stadtvorstand') });
    expect((await shown('board-1')).facts.at(-1)?.value).toContain('Budget überschritten');
    expect((await view()).budgets).toMatchObject([
      { over: expect.stringMatching(/^0,01/), bar: '▓'.repeat(20) },
    ]);
  });

  test('from a budget that nobody knows is refused with those that there are', async () => {
    expect(await type('lead-10.50', 'IT-2026-0001 zustimmen 5 € aus Kaffeekasse')).toMatchObject({
      card: 'shared/refusal',
      summary: expect.stringContaining('IT-Budget 2026'),
    });
  });
});

describe('what is typed about money', () => {
  test.each([
    ['1.250 € aus IT-Budget: passt', 125_000, 'IT-Budget', 'passt'],
    ['€1,250.50 from the IT budget 2027', 125_050, 'the IT budget 2027', undefined],
    ['1250 EUR aus dem Projektbudget', 125_000, 'dem Projektbudget', undefined],
  ])('"%s" is an amount out of a budget', (text, cents, name, note) => {
    expect(readMoney(text)).toEqual({ cents, budget: name, ...(note ? { note } : {}) });
  });

  test.each(['passt', 'Bitte 2 Geräte aus dem Lager nehmen', 'aus IT-Budget', '1.25.0 € aus IT-Budget'])(
    '"%s" is a note',
    (text) => expect(readMoney(text)).toBeUndefined(),
  );

  test('a budget is meant by its whole name or a part that only one has, of this year unless another is named', () => {
    const one = (year: number, de: string) => ({ year, name: { de, en: de } }) as Budget;
    const all = [one(2026, 'IT-Budget'), one(2026, 'Innovations-/Projektbudget'), one(2027, 'IT-Budget')];
    expect(budgetNamed('dem IT-Budget', all, 2026)).toBe(all[0]);
    expect(budgetNamed('it budget 2027', all, 2026)).toBe(all[2]);
    expect(budgetNamed('Projektbudget', all, 2026)).toBe(all[1]);
    expect(budgetNamed('Budget', all, 2026)).toBeUndefined();
    expect(budgetNamed('', all, 2026)).toBeUndefined();
  });
});
