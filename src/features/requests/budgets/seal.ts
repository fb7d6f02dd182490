import { sealed } from '../../../case/seal.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { Digest } from '../../../core/history.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { type Budget, budgetCovers } from './model.ts';

/** Seals budgets of before there were seals, once after each start. */
export function sealBudgets(budgets: Collection<Budget>, digest: Digest): Job {
  let isDone = false;
  return {
    id: 'requests.budgets',
    async run() {
      if (isDone) return;
      const open = (await budgets.list()).filter(({ seal }) => !seal);
      await eachByItself(open, ({ id }) =>
        budgets.change(id, (budget) => {
          const next = sealed(budget, budgetCovers, digest);
          return next === budget ? undefined : { doc: next };
        }),
      );
      isDone = true;
    },
  };
}
