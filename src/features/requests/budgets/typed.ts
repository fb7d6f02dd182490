import { centsOf } from '../../../core/money.ts';
import { type Budget, slug } from './model.ts';

/** Money in a typed approval: "1.250 € aus IT-Budget: passt". */
export type TypedMoney = {
  readonly cents: number;
  readonly budget: string;
  readonly note?: string | undefined;
};

const shape =
  /^(?:eur\s*|€\s*)?(?<amount>[\d.,'\s]*\d(?:,-+)?)\s*(?:€|eur|euro)?\s+(?:aus|from)\s+(?<budget>[^:]+?)\s*(?::\s*(?<note>.+))?$/is;

/** @returns `undefined` when the text is no amount out of a budget but a note */
export function readMoney(text: string): TypedMoney | undefined {
  const { amount = '', budget = '', note } = shape.exec(text.trim())?.groups ?? {};
  const cents = centsOf(amount);
  if (!budget || cents === undefined) return undefined;
  return { cents, budget, ...(note ? { note } : {}) };
}

/** The budget that somebody means: "IT-Budget", "dem IT-Budget 2026", "it budget". This year's, unless another is named. */
export function budgetNamed(text: string, budgets: readonly Budget[], year: number): Budget | undefined {
  const [, named] = /\b(20\d\d)\b/.exec(text) ?? [];
  const words = text.replace(/\b20\d\d\b/, ' ').replace(/^\s*(dem|das|the)\s+/i, ' ');
  const wanted = slug(words);
  const ofYear = budgets.filter((budget) => budget.year === (named ? Number(named) : year));
  const exact = ofYear.find(({ name }) => [slug(name.de), slug(name.en)].includes(wanted));
  const similar = ofYear.filter(({ name }) =>
    [slug(name.de), slug(name.en)].some((known) => known.includes(wanted)),
  );
  return exact ?? (wanted && similar.length === 1 ? similar[0] : undefined);
}
