import type { World } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { AlreadyExists, type Collection } from '../../../core/ports/store.ts';
import { same, type Text } from '../../../core/text.ts';
import { type Budget, budgetId, opened, slug, usualBudgets, withLimit } from './model.ts';

/** A limit as somebody wants it; `name` as they wrote it. */
export type Limit = {
  readonly year: number;
  readonly name: string;
  readonly cents: number;
  readonly reason?: string;
};

/** Sets the limit of a budget, which is opened if it does not exist yet. The same limit again changes nothing. */
export async function setLimit(
  budgets: Collection<Budget>,
  { year, name, cents, reason }: Limit,
  by: Party,
  world: World,
): Promise<Budget> {
  const known = (await budgets.list({ where: { year } })).find((budget) => named(budget.name, name));
  const full = usualBudgets.find((usual) => named(usual, name)) ?? same(name.trim());
  const id = known?.id ?? budgetId(year, full.de);
  if (!known) {
    try {
      return await budgets.add(opened({ year, name: full, limit: cents }, by, world));
    } catch (error) {
      // Somebody else has opened it at the same moment.
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
  const { doc } = await budgets.change(id, (budget) => {
    const next = withLimit(budget, cents, by, world, reason);
    return next && { doc: next };
  });
  return doc;
}

const named = (text: Text, name: string): boolean => [slug(text.de), slug(text.en)].includes(slug(name));
