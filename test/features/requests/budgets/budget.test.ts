import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import { changed as changedTo, deciding } from '../../../../src/case/decision.ts';
import { brokenEntry } from '../../../../src/core/history.ts';
import { withMoney } from '../../../../src/features/requests/budgets/funding.ts';
import {
  Budget,
  budgetCollection,
  budgetId,
  carriedIn,
  committed,
  freed,
  invoiced,
  opened,
  replayed,
  spent,
  sumsOf,
  withLimit,
} from '../../../../src/features/requests/budgets/model.ts';
import type { Request } from '../../../../src/features/requests/model.ts';
import {
  type Act,
  acted,
  besideOf,
  carried,
  contextAt,
  decide,
  monday,
  openRequests,
  party,
  submittedBy,
} from '../world.ts';

const keeper = party('lead-10.50');
const context = contextAt(monday);
const name = { de: 'IT-Budget', en: 'IT budget' };

const budgetOf = (limit: number): Budget => ({
  ...opened({ year: 2026, name, limit }, keeper, context),
  version: 1,
});
const itBudget = '2026-it-budget';

/** A request that waits for 10.50. */
const granted = (id = 'IT-2026-0001'): Request => ({
  ...acted(submittedBy('staff-61'), 'itb-61', { kind: 'approve' }, context),
  id,
});
const approving = (cents: number, budget = itBudget): Act => ({
  kind: 'approve',
  funding: { budget, cents },
});

describe('money of a budget', () => {
  test('an id is the same however the name is written', () => {
    expect(budgetId(2026, ' IT-Budget ')).toBe(itBudget);
    expect(budgetId(2026, 'it budget')).toBe(itBudget);
    expect(budgetId(2026, 'Innovations-/Projektbudget')).toBe('2026-innovations-projektbudget');
  });

  test('a limit that is set again as it is changes nothing', () => {
    expect(withLimit(budgetOf(100), 100, keeper, context)).toBeUndefined();
    expect(withLimit(budgetOf(100), 90, keeper, context)?.limit).toBe(90);
  });

  test('is conserved over every history, and its history adds up to what it says', () => {
    const move = fc.record({
      kind: fc.constantFrom('commit', 'spend', 'free', 'limit', 'invoice', 'carry'),
      request: fc.constantFrom('A', 'B', 'C', 'D'),
      cents: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const model = new Map<string, { cents: number; isSpent: boolean }>();
        let budget = budgetOf(500_000);
        for (const { kind, request, cents } of moves) {
          const known = model.get(request);
          if (kind === 'commit' && !known?.isSpent) {
            budget = committed(budget, request, cents, keeper, context);
            model.set(request, { cents, isSpent: false });
          }
          if (kind === 'spend') {
            budget = spent(budget, request, keeper, context);
            if (known) model.set(request, { ...known, isSpent: true });
          }
          if (kind === 'free') {
            budget = freed(budget, request, keeper, context);
            if (known && !known.isSpent) model.delete(request);
          }
          if (kind === 'limit') budget = withLimit(budget, cents, keeper, context, 'Grund') ?? budget;
          if (kind === 'invoice' && model.get(request)?.isSpent) {
            budget = invoiced(budget, request, cents, keeper, context, 'Rechnung') ?? budget;
            model.set(request, { cents, isSpent: true });
          }
          if (kind === 'carry') budget = carriedIn(budget, cents, '2025-it-budget', keeper, context);
        }
        const sum = (isSpent: boolean) =>
          [...model.values()].reduce((all, one) => (one.isSpent === isSpent ? all + one.cents : all), 0);
        const sums = sumsOf(budget);
        expect(sums).toMatchObject({ committed: sum(false), spent: sum(true) });
        expect(sums.committed + sums.spent + sums.free).toBe(budget.limit);
        expect(replayed(budget.history)).toEqual({ limit: budget.limit, entries: budget.entries });
        expect(brokenEntry(budget.history, budget.id, context.digest)).toBeUndefined();
        expect(() => Budget.parse(budget)).not.toThrow();
      }),
    );
  });
});

describe('an approval that names an amount', () => {
  const decided = (request: Request, act: Act, budget: Budget | undefined, who = 'lead-10.50') =>
    decide(request, act, party(who), context, new Map([[itBudget, budget]]));

  test('sets it aside in the same write', () => {
    const change = decided(granted(), approving(40_00), budgetOf(100_00));
    expect(change?.doc).toMatchObject({
      state: 'approved',
      needsBoard: false,
      funding: { budget: itBudget, cents: 40_00 },
    });
    expect(change?.also?.find(({ collection }) => collection === budgetCollection)?.doc).toMatchObject({
      version: 1,
      entries: { 'IT-2026-0001': { cents: 40_00, state: 'committed' } },
    });
  });

  test('brings the Stadtvorstand into the way when it is a cent more than what is free', () => {
    expect(decided(granted(), approving(100_00), budgetOf(100_00))?.doc.open?.step).toBe('provided');
    const over = decided(granted(), approving(100_01), budgetOf(100_00))?.doc;
    expect(over).toMatchObject({ needsBoard: true, open: { step: 'board' } });
  });

  test('is refused where the way never leads to the Stadtvorstand', () => {
    const request = granted();
    const route = request.route.filter(({ role }) => role !== 'stadtvorstand');
    expect(() => decided({ ...request, route }, approving(2), budgetOf(1))).toThrow('over-limit');
  });

  test('is refused at any other step, without an amount, and for a budget that does not exist', () => {
    const early = submittedBy('staff-61');
    expect(() => decided(early, approving(1), budgetOf(5), 'itb-61')).toThrow('not-for-funding');
    expect(() => decided(granted(), approving(0), budgetOf(5))).toThrow('amount-missing');
    expect(() => decided(granted(), approving(1), undefined)).toThrow('no-such-budget');
  });

  test('is refused to somebody who may not decide, whatever the money says', () => {
    expect(() => decided(granted(), approving(1), budgetOf(5), 'support-kgrz')).toThrow('not-yours');
  });

  test('has no effect when it comes late', () => {
    expect(decided(granted(), { ...approving(1), visit: 1 } as Act, budgetOf(5))).toBeUndefined();
  });
});

describe('one write for request and budget', () => {
  function opening() {
    const store = createMemoryStore();
    return { cases: openRequests(store), budgets: store.collection(budgetCollection, Budget) };
  }
  /** Acts, and says whether the amount was more than what was free. */
  async function changed(cases: ReturnType<typeof openRequests>, id: string, act: Act, who = 'lead-10.50') {
    const { kind, ...data } = carried(act);
    const { doc, isChanged } = await cases.act({ ...party(who), via: 'teams' }, id, kind, data, monday);
    return { request: doc, hasEffect: isChanged, isOverLimit: doc.needsBoard === true };
  }
  const stored = ({ version: _version, ...doc }: Request) => doc;

  async function walked(last: readonly (readonly [string, Act])[], limit = 100_00) {
    const { cases, budgets } = opening();
    await budgets.add(opened({ year: 2026, name, limit }, keeper, context));
    await cases.collection.add(stored(granted()));
    for (const [who, act] of [['lead-10.50', approving(60_00)] as const, ...last])
      await changed(cases, 'IT-2026-0001', act, who);
    return (await budgets.get(itBudget))?.entries ?? {};
  }

  test('the end of the work spends it', async () => {
    expect(
      await walked([
        ['support-kgrz', { kind: 'take' }],
        ['support-kgrz', { kind: 'finish', note: 'steht bereit' }],
      ]),
    ).toEqual({ 'IT-2026-0001': { cents: 60_00, state: 'spent' } });
  });

  test('a withdrawal frees it', async () => {
    expect(await walked([['staff-61', { kind: 'withdraw' }]])).toEqual({});
  });

  test('a rejection by the Stadtvorstand frees it', async () => {
    const no: Act = { kind: 'reject', note: 'zu teuer' };
    expect(await walked([['board-1', no]], 10_00)).toEqual({
      'IT-2026-0001': { cents: 60_00, state: 'committed' },
    });
    expect(
      await walked(
        [
          ['board-1', no],
          ['board-2', no],
        ],
        10_00,
      ),
    ).toEqual({});
  });

  test('of fifty approvals at the same instant every one that does not fit any more goes to the Stadtvorstand', async () => {
    const { cases, budgets } = opening();
    await budgets.add(opened({ year: 2026, name, limit: 100_00 }, keeper, context));
    const ids = Array.from({ length: 50 }, (_, at) => `IT-2026-${String(at + 1).padStart(4, '0')}`);
    await Promise.all(ids.map((id) => cases.collection.add(stored(granted(id)))));
    const results = await Promise.all(ids.map((id) => changed(cases, id, approving(10_00))));
    expect(results.filter(({ isOverLimit }) => !isOverLimit)).toHaveLength(10);
    for (const { request, isOverLimit } of results)
      expect(request.open?.step).toBe(isOverLimit ? 'board' : 'provided');
    const budget = await budgets.get(itBudget);
    expect(budget && sumsOf(budget)).toEqual({ committed: 500_00, spent: 0, free: -400_00 });
    expect(Object.keys(budget?.entries ?? {})).toHaveLength(50);
  });

  test('an approval that is delivered four times sets the amount aside once', async () => {
    const { cases, budgets } = opening();
    await budgets.add(opened({ year: 2026, name, limit: 100_00 }, keeper, context));
    const { id, open } = await cases.collection.add(stored(granted()));
    const act = { ...approving(10_00), visit: open?.visit ?? 0 } as Act;
    const results = await Promise.all(Array.from({ length: 4 }, () => changed(cases, id, act)));
    expect(results.filter(({ hasEffect }) => hasEffect)).toHaveLength(1);
    expect((await budgets.get(itBudget))?.history.map(({ act }) => act)).toEqual(['opened', 'committed']);
  });
});

describe('what time ends', () => {
  const budgets = new Map([[itBudget, committed(budgetOf(100_00), 'IT-2026-0001', 60_00, keeper, context)]]);
  const request = { ...granted(), funding: { budget: itBudget, cents: 60_00 } };
  const ended = (state: Request['state']) => {
    const going = changedTo(deciding(request), { state });
    return withMoney(request, going, { id: 'system', name: 'Lotse' }, context, besideOf(budgets)).also;
  };

  test('is spent or freed, as if somebody had ended it', () => {
    expect(ended('done')).toMatchObject([{ doc: { entries: { 'IT-2026-0001': { state: 'spent' } } } }]);
    expect(ended('rejected')).toMatchObject([{ doc: { entries: {} } }]);
  });

  test('and what only goes on moves no money', () => {
    expect(ended('in-approval')).toEqual([]);
  });
});
