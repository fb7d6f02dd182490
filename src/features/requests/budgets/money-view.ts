import { euros } from '../../../core/money.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { amountWanted, askedFor } from '../decided.ts';
import type { Request } from '../model.ts';
import type { Choice } from '../policy.ts';
import { grantsMoney, stepOf } from '../route.ts';
import type { Fact } from '../views/fields.ts';
import { type Budget, freeFor, nameOf } from './model.ts';

/** What 10.50 fills in to set money aside when approving. */
export type MoneyView = {
  readonly choices: readonly Choice[];
  readonly budget: string;
  /** Prefilled with the costs that were applied for. */
  readonly amount: string;
};

/**
 * Only the approval by 10.50 grants money. Where there is no budget it names the amount if nobody has yet; a request
 * whose money was freed by a change proposes the same budget again.
 * @param later the request was granted without a budget, and can still be charged to one
 */
export function moneyView(
  request: Request,
  budgets: readonly Budget[],
  later: boolean,
  language: Language,
): MoneyView | undefined {
  const grants = grantsMoney(stepOf(request, request.open?.step));
  if (!(later && budgets.length > 0) && !(grants && (budgets.length > 0 || amountWanted(request))))
    return undefined;
  const wanted = request.funding?.cents ?? request.granted ?? askedFor(request);
  const before = request.history.findLast(({ facts }) => facts?.budget !== undefined)?.facts?.budget;
  const choices = budgets.slice(0, mostChoices).map((budget) => ({
    title: `${nameOf(budget, language)} · ${freeWords[language]} ${euros(language, freeFor(budget, request.id))}`,
    value: budget.id,
  }));
  return {
    choices,
    budget: request.funding?.budget ?? String(choices.find(({ value }) => value === before)?.value ?? ''),
    amount: wanted === undefined ? '' : euros(language, wanted),
  };
}

/** A card has room for some; any budget can be named by typing. */
const mostChoices = 3;

const freeWords = { de: 'frei', en: 'free' };

/** What was granted, for everybody who sees the request; the board also reads why it is asked. */
export function moneyFacts(
  { funding, needsBoard, granted }: Pick<Request, 'funding' | 'needsBoard' | 'granted'>,
  budgets: readonly Budget[],
  language: Language,
): readonly Fact[] {
  const title = wordsIn(language)('Bewilligte Mittel', 'Granted money');
  // Money that was approved and that no budget knows is said, not passed over.
  if (!funding) {
    if (granted === undefined || budgets.length === 0) return [];
    const none = wordsIn(language)('keinem Budget zugeordnet', 'charged to no budget');
    return [{ title, value: `${euros(language, granted)} · ${none}` }];
  }
  const budget = budgets.find(({ id }) => id === funding.budget);
  const amount = `${euros(language, funding.cents)} · ${budget ? nameOf(budget, language) : funding.budget}`;
  const over = {
    de: ', Budget überschritten: Entscheidung des Stadtvorstands nötig',
    en: ', over budget: the Executive Board must decide',
  };
  return [
    {
      title,
      value: needsBoard ? amount + over[language] : amount,
    },
  ];
}
