import type { World } from '../../../case/world.ts';
import { today } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { AlreadyExists, type Collection } from '../../../core/ports/store.ts';
import type { Requests } from '../type.ts';
import {
  type Budget,
  Budget as BudgetSchema,
  budgetCollection,
  budgetId,
  carriedIn,
  carriedOut,
  opened,
  sumsOf,
  withClosedYear,
} from './model.ts';

/*
 * The end of a budget year. What is committed goes to the same budget of the next year, each request with its money in a
 * write of its own; what is left goes with it or expires; then nothing moves any more. Whatever interrupts it: the same
 * command again does the rest.
 */

type Desk = { readonly requests: Requests; readonly budgets: Collection<Budget> };

/** @throws {Refusal} when something was committed meanwhile */
export async function closeYear(
  { requests, budgets }: Desk,
  budget: Budget,
  withRest: boolean,
  by: Party,
  at: string,
): Promise<Budget> {
  const world = requests.contextAt(at);
  const bound = Object.entries(budget.entries).filter(([, { state }]) => state === 'committed');
  const needsNext = bound.length > 0 || (withRest && sumsOf(budget).free > 0);
  const next = needsNext ? await nextYearOf(budgets, budget, by, world) : undefined;
  if (next)
    for (const [request] of bound)
      await requests.act({ ...by, via: 'teams' }, request, 'rebook', { budget: next, isCarried: true }, at);
  const { doc } = await budgets.change(
    budget.id,
    (current, [read]) => {
      const { free } = sumsOf(current);
      const target = read && BudgetSchema.parse(read);
      const carries = withRest && free > 0 && target !== undefined;
      const left = carries ? carriedOut(current, free, target.id, by, world) : current;
      const closed = withClosedYear(left, today(world), by, world);
      if (!closed) return undefined;
      const also = carries
        ? [{ collection: budgetCollection, doc: carriedIn(target, free, budget.id, by, world) }]
        : [];
      return { doc: closed, also };
    },
    next ? [{ collection: budgetCollection, id: next }] : [],
  );
  return doc;
}

/** The same budget of the next year, which is opened without money of its own where there is none. @returns its id */
async function nextYearOf(
  budgets: Collection<Budget>,
  { year, name }: Budget,
  by: Party,
  world: World,
): Promise<string> {
  const id = nextId({ year, name });
  try {
    if (!(await budgets.get(id))) await budgets.add(opened({ year: year + 1, name, limit: 0 }, by, world));
  } catch (error) {
    // Somebody else has opened it at the same moment.
    if (!(error instanceof AlreadyExists)) throw error;
  }
  return id;
}

export const nextId = ({ year, name }: Pick<Budget, 'year' | 'name'>): string => budgetId(year + 1, name.de);
