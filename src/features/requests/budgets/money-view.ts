import { euros } from '../../../core/money.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Request } from '../model.ts';
import type { Choice } from '../policy.ts';
import { stepOf } from '../route.ts';
import type { Fact } from '../views/fields.ts';
import { grantsMoney } from './funding.ts';
import { type Budget, freeFor, nameOf } from './model.ts';

/** What 10.50 fills in to set money aside when approving. */
export type MoneyView = {
  readonly choices: readonly Choice[];
  readonly budget: string;
  /** Prefilled with the costs that were applied for. */
  readonly amount: string;
};

/** Only the approval by 10.50 sets money aside; nothing to fill in where there is no budget. */
export function moneyView(
  request: Request,
  budgets: readonly Budget[],
  language: Language,
): MoneyView | undefined {
  if (budgets.length === 0 || !grantsMoney(stepOf(request, request.open?.step))) return undefined;
  const wanted = request.funding?.cents ?? costsOf(request);
  return {
    choices: budgets.slice(0, mostChoices).map((budget) => ({
      title: `${nameOf(budget, language)} · ${freeWords[language]} ${euros(language, freeFor(budget, request.id))}`,
      value: budget.id,
    })),
    budget: request.funding?.budget ?? '',
    amount: wanted === undefined ? '' : euros(language, wanted),
  };
}

/** A card has room for some; any budget can be named by typing. */
const mostChoices = 3;

const freeWords = { de: 'frei', en: 'free' };

function costsOf({ fields, fieldKinds }: Request): number | undefined {
  const [id] = Object.entries(fieldKinds).find(([id, kind]) => kind === 'money' && id in fields) ?? [];
  return id === undefined ? undefined : Number(fields[id]);
}

/** What was granted, for everybody who sees the request; the board also reads why it is asked. */
export function moneyFacts(
  { funding, needsBoard }: Pick<Request, 'funding' | 'needsBoard'>,
  budgets: readonly Budget[],
  language: Language,
): readonly Fact[] {
  if (!funding) return [];
  const budget = budgets.find(({ id }) => id === funding.budget);
  const amount = `${euros(language, funding.cents)} · ${budget ? nameOf(budget, language) : funding.budget}`;
  const over = {
    de: ', mehr als frei war: Der Stadtvorstand entscheidet mit',
    en: ', more than was free: the Stadtvorstand decides too',
  };
  return [
    {
      title: wordsIn(language)('Bewilligte Mittel', 'Granted money'),
      value: needsBoard ? amount + over[language] : amount,
    },
  ];
}
