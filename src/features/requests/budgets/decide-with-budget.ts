import type { Party } from '../../../core/party.ts';
import type { Also, Beside, Change, Collection, DocumentRef } from '../../../core/ports/store.ts';
import type { Context } from '../context.ts';
import type { Act } from '../decide/act.ts';
import { decide } from '../decide/decide.ts';
import type { Funding, Request } from '../request.ts';
import { stepOf } from '../route.ts';
import { Budget, budgetCollection, committed, freed, freeFor, spent } from './budget.ts';
import { amountMissing, noSuchBudget, notForFunding, noWayToTheBoard } from './refusals.ts';

/** Budgets as they were read beside a request, by id; `undefined` for one that does not exist. */
export type ReadBudgets = ReadonlyMap<string, Budget | undefined>;

/** The budgets that an act on this request may move: the one it draws on, and the one that the act names. */
export function budgetsOf({ funding }: Pick<Request, 'funding'>, act: Act): readonly string[] {
  const wanted = act.kind === 'approve' ? act.funding : undefined;
  return [...new Set([funding, wanted].flatMap((one) => (one ? [one.budget] : [])))];
}

/**
 * {@link decide}, together with what it means for the money, as one write: an approval that names an amount sets it
 * aside, the end of the work spends it, a rejection or withdrawal frees it. An amount that is more than what is free
 * brings the Stadtvorstand into the way.
 * @throws {Refusal} as `decide`, and when the amount cannot be set aside
 */
export function decideWithBudget(
  request: Request,
  act: Act,
  by: Party,
  context: Context,
  budgets: ReadBudgets,
): Change<Request> | undefined {
  const wanted = act.kind === 'approve' ? act.funding : undefined;
  const before = wanted ? { ...request, needsBoard: isOver(request, wanted, budgets) } : request;
  const change = decide(before, act, by, context);
  if (!change) return undefined;
  if (wanted) requireFundable(before, wanted, budgets);
  return withMoney(request, change, by, context, budgets);
}

function isOver({ id }: Request, { budget, cents }: Funding, budgets: ReadBudgets): boolean {
  const found = budgets.get(budget);
  return found !== undefined && cents > freeFor(found, id);
}

function requireFundable(request: Request, { budget, cents }: Funding, budgets: ReadBudgets): void {
  const step = stepOf(request, request.open?.step);
  if (step?.role !== 'strategisches-it-management' || step.duty !== 'approve') throw notForFunding();
  if (!budgets.get(budget)) throw noSuchBudget(budget);
  if (cents < 1) throw amountMissing();
  const leadsToBoard = request.route.some(({ role, duty }) => role === 'stadtvorstand' && duty === 'approve');
  if (request.needsBoard && !leadsToBoard) throw noWayToTheBoard();
}

/** What time does to a request, together with what it means for the money. @param by whoever time acts for */
export function withMoney(
  before: Request,
  change: Change<Request> | undefined,
  by: Party,
  context: Context,
  budgets: ReadBudgets,
): Change<Request> | undefined {
  if (!change) return undefined;
  const money = movements(before, change.doc, by, context, budgets);
  return { ...change, also: [...(change.also ?? []), ...money] };
}

function movements(
  before: Request,
  after: Pick<Request, 'id' | 'state' | 'funding'>,
  by: Party,
  context: Context,
  budgets: ReadBudgets,
): readonly Also[] {
  const [was, is] = [before.funding, after.funding];
  if (!is) return [];
  const moved = new Map<string, Budget>();
  const move = (id: string, change: (budget: Budget) => Budget) => {
    const read = budgets.get(id);
    const budget = moved.get(id) ?? read;
    if (budget) moved.set(id, change(budget));
  };
  if (was && was.budget !== is.budget) move(was.budget, (budget) => freed(budget, after.id, by, context));
  if (was?.budget !== is.budget || was.cents !== is.cents)
    move(is.budget, (budget) => committed(budget, after.id, is.cents, by, context));
  if (after.state === 'done') move(is.budget, (budget) => spent(budget, after.id, by, context));
  if (after.state === 'rejected' || after.state === 'withdrawn')
    move(is.budget, (budget) => freed(budget, after.id, by, context));
  return [...moved.values()]
    .filter((budget) => budget !== budgets.get(budget.id))
    .map((doc) => ({ collection: budgetCollection, doc }));
}

/** What became of an act. */
export type Acted = {
  readonly request: Request;
  readonly hasEffect: boolean;
  /** The act asked for more money than is free, so that the Stadtvorstand decides too. */
  readonly isOverLimit: boolean;
};

/**
 * Does something with a request and its budget in one write. Two approvals at the same instant come one after the
 * other, so the second one sees what the first has set aside.
 * @throws {Refusal} as {@link decideWithBudget}
 */
export async function changeWithBudget(
  requests: Collection<Request>,
  id: string,
  act: Act,
  by: Party,
  context: Context,
): Promise<Acted> {
  const known = await requests.get(id);
  let names = known ? budgetsOf(known, act) : [];
  for (;;) {
    const refs: readonly DocumentRef[] = names.map((name) => ({ collection: budgetCollection, id: name }));
    let unread: readonly string[] = [];
    const { doc: request, isChanged } = await requests.change(
      id,
      (current, beside) => {
        // Somebody else may have set money aside since the request was read.
        unread = budgetsOf(current, act).filter((name) => !names.includes(name));
        return unread.length > 0
          ? undefined
          : decideWithBudget(current, act, by, context, readBudgets(names, beside));
      },
      refs,
    );
    if (unread.length > 0) {
      names = [...names, ...unread];
      continue;
    }
    const isFunding = act.kind === 'approve' && act.funding !== undefined;
    return {
      request,
      hasEffect: isChanged,
      isOverLimit: isChanged && isFunding && request.needsBoard === true,
    };
  }
}

export const readBudgets = (names: readonly string[], beside: readonly (Beside | undefined)[]): ReadBudgets =>
  new Map(names.map((name, at) => [name, beside[at] && Budget.parse(beside[at])]));
