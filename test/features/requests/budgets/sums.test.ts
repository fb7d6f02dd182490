import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import type { Change } from '../../../../src/core/ports/store.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import {
  budgetFindings,
  type Claims,
  claim,
  extraFindings,
} from '../../../../src/features/requests/audit.ts';
import { Budget, budgetCollection, opened, sumsOf } from '../../../../src/features/requests/budgets/model.ts';
import type { Request } from '../../../../src/features/requests/model.ts';
import { type Act, contextAt, decide, party, submittedBy } from '../world.ts';

/*
 * Random histories of several requests that draw on two budgets: whatever is approved, changed, taken back or carried out,
 * the sums of the budgets are the sums of what was approved.
 */

const context = contextAt('2026-11-23T09:00:00.000Z');
const keeper = party('lead-10.50');
const names = ['2026-it-budget', '2026-projekt'] as const;

const budgets = (): Map<string, Budget> =>
  new Map(
    ['IT-Budget', 'Projekt'].map((name, at) => {
      const made = opened({ year: 2026, name: { de: name, en: name }, limit: 100_000 }, keeper, context);
      return [names[at] ?? '', { ...made, id: names[at] ?? '', version: 1 } as Budget];
    }),
  );

const index = fc.nat({ max: 20 });
const kinds = [
  'approve',
  'approve',
  'approve',
  'approve',
  'approve',
  'approve',
  'answer',
  'reject',
  'withdraw',
  'take',
  'finish',
  'override',
] as const;
const happening = fc.record({
  request: index,
  kind: fc.constantFrom(...kinds),
  cents: fc.constantFrom(10_000, 60_000, 60_000, 2_000_000),
  budget: index,
  isOther: index,
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function actOf({ kind, cents, budget }: Happening, request: Request): readonly [string, Act] {
  const { open } = request;
  const who =
    kind === 'answer' || kind === 'withdraw' ? request.requester.id : (open?.asked[0] ?? 'lead-10.50');
  const base = { visit: open?.visit ?? 0, note: 'weil' };
  if (kind === 'approve') {
    const isGranting = open?.step === 'granted' && budget % 5 > 0;
    const funding = { budget: names[budget % names.length] ?? '', cents };
    return [who, { kind, ...base, ...(isGranting ? { funding } : {}) }];
  }
  if (kind === 'answer') return [who, { kind, ...base, fields: { ...request.fields, costs: cents } }];
  if (kind === 'override') return ['lead-10.50-deputy', { kind, ...base, decision: 'approve' }];
  return [who, { kind, ...base } as Act];
}

/** The budget that an act writes, in the same write as the request. */
function after(before: Map<string, Budget>, { also = [] }: Change<Request>): Map<string, Budget> {
  const next = new Map(before);
  for (const { collection, doc } of also)
    if (collection === budgetCollection)
      next.set(doc.id, Budget.parse({ ...doc, version: (before.get(doc.id)?.version ?? 0) + 1 }));
  return next;
}

const agree = (all: ReadonlyMap<string, Budget>, requests: readonly Request[]): void => {
  const claims: Claims = new Map();
  for (const request of requests) claim(claims, request);
  for (const budget of all.values()) {
    expect(budgetFindings(budget, claims.get(budget.id), randomIds.digest)).toEqual([]);
    const { committed, spent } = sumsOf(budget);
    const granted = requests
      .filter(
        ({ funding, state }) =>
          funding?.budget === budget.id && state !== 'rejected' && state !== 'withdrawn',
      )
      .reduce((sum, { funding }) => sum + (funding?.cents ?? 0), 0);
    expect(committed + spent).toBe(granted);
  }
  for (const request of requests) expect(extraFindings(request)).toEqual([]);
};

test('the sums of the budgets are the sums of what was approved, whatever happens to the requests', () => {
  let moved = 0;
  void fc.assert(
    fc.property(fc.array(happening, { minLength: 20, maxLength: 40 }), (happenings) => {
      let all = budgets();
      const requests = ['IT-2026-0001', 'IT-2026-0002', 'IT-2026-0003'].map((id) => ({
        ...submittedBy('staff-61'),
        id,
      }));
      for (const one of happenings) {
        const at = one.request % requests.length;
        const request = requests[at] as Request;
        const [who, act] = actOf(one, request);
        try {
          const change = decide(request, act, party(who), context, all);
          if (!change) continue;
          const next = after(all, change);
          if (next.size > 0 && JSON.stringify([...next]) !== JSON.stringify([...all])) moved += 1;
          all = next;
          requests[at] = { ...change.doc, version: request.version + 1 };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        agree(all, requests);
      }
    }),
    { numRuns: 20, seed: 37 },
  );
  expect(moved).toBeGreaterThan(10);
}, 60_000);
