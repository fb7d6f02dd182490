import type { Collection } from '../../../core/ports/store.ts';
import type { Budget } from './budget.ts';

/** All budgets, the newest year first. They are few: some for each year. */
export async function allBudgets(budgets: Collection<Budget> | undefined): Promise<readonly Budget[]> {
  const all = (await budgets?.list()) ?? [];
  return all.toSorted((a, b) => b.year - a.year || a.id.localeCompare(b.id));
}

/** Those that money can be taken from: of this year first, then of coming ones. */
export const usable = (budgets: readonly Budget[], year: number): readonly Budget[] =>
  budgets.filter((budget) => budget.year >= year).toSorted((a, b) => a.year - b.year);
