import { z } from 'zod';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { centsOf } from '../../../core/money.ts';
import { budgetIn, budgetRefs, isOverLimit } from '../budgets/funding.ts';
import { amountMissing, noSuchBudget, yearClosed } from '../budgets/refusals.ts';
import { actedBy, awaitsBudget, requireKeeper } from '../policy.ts';
import { notGranted, overBudget } from '../refusals.ts';
import { guarded, requestAct, text } from './act.ts';

/**
 * Charges money that was granted without a budget to one. Not more than is free: what goes beyond it the Stadtvorstand
 * decides, and that was not asked.
 */
export const fund = requestAct({
  kind: 'fund',
  title: { de: 'Einem Budget zuordnen (10.50)', en: 'Charge to a budget (10.50)' },
  input: z.object({ ...guarded, budget: text, amount: text }),
  buttons: { 'requests.fund': {} },
  typed: [],
  beside: (_request, { budget }) => (budget ? budgetRefs({ budget }) : []),
  // Which budgets there are is not known to a dry run; `mayFund` says whether it is offered.
  probe: () => undefined,
  fieldsOf: ({ budget, amount }) => ({ budget, amount }),
  decide(request, { budget, amount }, by, context, beside) {
    requireKeeper(request, by, context);
    const { granted, open } = request;
    if (granted === undefined || !open || !awaitsBudget(request)) throw notGranted();
    const cents = centsOf(amount);
    if (cents === undefined || cents < 1) throw amountMissing();
    const found = budget.trim() ? budgetIn(beside, budget) : undefined;
    if (!found) throw noSuchBudget(budget);
    if (found.closed) throw yearClosed(found);
    // More than was granted would be a decision that nobody has taken.
    const charged = { budget, cents: Math.min(cents, granted) };
    if (isOverLimit(request, charged, beside)) throw overBudget();
    return recorded(changed(deciding(request), { funding: charged }), {
      ...actedBy(by),
      act: 'funded',
      facts: { step: open.step, visit: open.visit, ...charged },
    });
  },
});
