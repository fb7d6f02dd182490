import type { BesideRead } from '../../../case/case-type.ts';
import { beside as alsoWritten } from '../../../case/decision.ts';
import type { World } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import type { DocumentRef } from '../../../core/ports/store.ts';
import type { Going } from '../flow.ts';
import type { Funding, Request } from '../model.ts';
import { grantsMoney, stepOf } from '../route.ts';
import {
  Budget,
  budgetCollection,
  carriedIn,
  carriedOut,
  committed,
  freed,
  freeFor,
  nameOf,
  spent,
} from './model.ts';
import { amountMissing, noSuchBudget, notForFunding, noWayToTheBoard, yearClosed } from './refusals.ts';

/*
 * What a decision about a request means for the money, in the same write: an approval that names an amount sets it
 * aside, the end of the work spends it, a rejection or withdrawal frees it.
 */

/** The budget that a request draws on, or that an act names. */
export const budgetRefs = (funding: Pick<Funding, 'budget'> | undefined): readonly DocumentRef[] =>
  funding ? [{ collection: budgetCollection, id: funding.budget }] : [];

export function budgetIn(beside: BesideRead, id: string): Budget | undefined {
  const found = beside({ collection: budgetCollection, id });
  return found && Budget.parse(found);
}

/** Whether an amount is more than what is free. Then the Stadtvorstand decides, too. */
export function isOverLimit({ id }: Request, { budget, cents }: Funding, beside: BesideRead): boolean {
  const found = budgetIn(beside, budget);
  return found !== undefined && cents > freeFor(found, id);
}

/** @throws {Refusal} when the amount cannot be set aside @param request with `needsBoard` as the amount asks for it */
export function requireFundable(request: Request, { budget, cents }: Funding, beside: BesideRead): void {
  if (!grantsMoney(stepOf(request, request.open?.step))) throw notForFunding();
  const found = budgetIn(beside, budget);
  if (!found) throw noSuchBudget(budget);
  if (found.closed) throw yearClosed(found);
  if (cents < 1) throw amountMissing();
  const leadsToBoard = request.route.some(({ role, duty }) => role === 'stadtvorstand' && duty === 'approve');
  if (request.needsBoard && !leadsToBoard) throw noWayToTheBoard();
}

/** The decision with the budgets as they become by it. @param before the request that it was made on */
export function withMoney(
  before: Request,
  going: Going,
  by: Party,
  world: World,
  beside: BesideRead,
  /** The limit goes with it: what is set aside is carried over to the other budget. */
  isCarried = false,
): Going {
  const [was, is] = [before.funding, going.doc.funding];
  const { id, state } = going.doc;
  if (!is && !was) return going;
  const moved = new Map<string, { readonly read: Budget; readonly now: Budget }>();
  const move = (budget: string, change: (budget: Budget) => Budget) => {
    const read = moved.get(budget)?.read ?? budgetIn(beside, budget);
    if (read) moved.set(budget, { read, now: change(moved.get(budget)?.now ?? read) });
  };
  if (was && was.budget !== is?.budget) {
    const other = is && budgetIn(beside, is.budget);
    move(was.budget, (budget) => freed(budget, id, by, world, other && nameOf(other, 'de')));
  }
  if (is && (was?.budget !== is.budget || was.cents !== is.cents))
    move(is.budget, (budget) => committed(budget, id, is.cents, by, world));
  if (isCarried && was && is && was.budget !== is.budget) {
    // An overdrawn budget has no more to give than its limit.
    const cents = Math.min(is.cents, budgetIn(beside, was.budget)?.limit ?? 0);
    if (cents > 0) {
      move(was.budget, (budget) => carriedOut(budget, cents, is.budget, by, world, id));
      move(is.budget, (budget) => carriedIn(budget, cents, was.budget, by, world, id));
    }
  }
  if (is && state === 'done') move(is.budget, (budget) => spent(budget, id, by, world));
  if (is && (state === 'rejected' || state === 'withdrawn'))
    move(is.budget, (budget) => freed(budget, id, by, world));
  const docs = [...moved.values()].filter(({ read, now }) => now !== read);
  return alsoWritten(going, ...docs.map(({ now }) => ({ collection: budgetCollection, doc: now })));
}
