import { euros } from '../../../core/money.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { type Budget, nameOf, sumsOf } from './model.ts';

/** Card `requests/budgets`: what 10.50 sees of the money. */
export type BudgetsView = {
  readonly roles: readonly [];
  readonly remark?: string | undefined;
  readonly budgets: readonly BudgetView[];
  /** Budgets of earlier years that are not shown. */
  readonly more?: string | undefined;
  /** What was filled in, and what is wrong at which field. */
  readonly form: LimitEntries;
  readonly errors: Readonly<Record<keyof LimitEntries, string | undefined>>;
  /** Whoever only reads gets no field to change anything. */
  readonly keeps?: string | undefined;
};

export type LimitEntries = Readonly<Record<'year' | 'name' | 'limit', string>>;

export type LimitShowing = {
  readonly remark?: string | undefined;
  readonly keeps: boolean;
  readonly form?: LimitEntries;
  readonly wrong?: { readonly field: keyof LimitEntries; readonly text: string };
};

type BudgetView = {
  readonly id: string;
  readonly name: string;
  /** Twenty cells: spent, committed, free. */
  readonly bar: string;
  readonly limit: string;
  readonly committed: string;
  readonly spent: string;
  readonly free: string;
  /** How many requests draw on it. */
  readonly count: string;
  /** By how much more was promised than there is. */
  readonly over?: string | undefined;
};

const mostShown = 6;

export function budgetsReply(
  budgets: readonly Budget[],
  year: number,
  language: Language,
  { remark, keeps, form, wrong }: LimitShowing,
): Reply {
  const left = budgets.length - mostShown;
  const view: BudgetsView = {
    roles: [],
    remark,
    budgets: budgets.slice(0, mostShown).map((budget) => budgetView(budget, language)),
    more:
      left > 0
        ? wordsIn(language)(`${left} weitere aus früheren Jahren`, `${left} more of earlier years`)
        : undefined,
    form: form ?? { year: String(year), name: '', limit: '' },
    errors: {
      year: undefined,
      name: undefined,
      limit: undefined,
      ...(wrong ? { [wrong.field]: wrong.text } : {}),
    },
    keeps: keeps ? 'yes' : undefined,
  };
  const summary = remark ?? wordsIn(language)(`Budgets: ${budgets.length}`, `Budgets: ${budgets.length}`);
  return { card: 'requests/budgets', data: view, summary, language };
}

function budgetView(budget: Budget, language: Language): BudgetView {
  const { committed, spent, free } = sumsOf(budget);
  const whole = Math.max(budget.limit, committed + spent, 1);
  const amount = (cents: number) => euros(language, cents);
  const withShare = (cents: number) =>
    `${amount(cents)} (${Math.round((cents * 100) / whole)}${wordsIn(language)(' ', '')}%)`;
  return {
    id: budget.id,
    name: budget.closed ? `${nameOf(budget, language)} ✓` : nameOf(budget, language),
    bar: barOf(spent / whole, committed / whole),
    limit: amount(budget.limit),
    committed: withShare(committed),
    spent: withShare(spent),
    free: withShare(Math.max(0, free)),
    count: String(Object.keys(budget.entries).length),
    over: free < 0 ? amount(-free) : undefined,
  };
}

const cells = 20;

/** "████▓▓▓░░░": what little there is of something shows at least one cell. */
function barOf(spent: number, committed: number): string {
  const count = (share: number) => (share > 0 ? Math.max(1, Math.round(share * cells)) : 0);
  const bar = '█'.repeat(count(spent)) + '▓'.repeat(count(committed));
  return bar.padEnd(cells, '░').slice(0, cells);
}
