import { z } from 'zod';
import { command } from '../../../core/command.ts';
import { dayOf } from '../../../core/day.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { centsOf, euros } from '../../../core/money.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { isGranted, Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { isAuditor, isKeeper } from '../policy.ts';
import type { Requests } from '../type.ts';
import { allBudgets, type Budget, nameOf } from './model.ts';
import { amountMissing, belowBound, nameMissing, onlyBudgetKeepers, yearMissing } from './refusals.ts';
import { setLimit } from './set-limit.ts';
import { budgetsReply, type LimitEntries, type LimitShowing } from './view.ts';

export type MoneyPorts = {
  readonly requests: Requests;
  readonly budgets: Collection<Budget>;
  /** Gives out a budget as a file; absent where no files are made. */
  readonly openBudgetFile?: ((turn: Turn, id: string) => Promise<Reply>) | undefined;
  /** Somebody reads it who does not keep it. */
  readonly isRead?: ((turn: Turn, what: string) => Promise<void>) | undefined;
};

/** What 10.50 types about money. */
export const budgetIntents = (ports: MoneyPorts): readonly Intent[] => [
  {
    id: 'requests.budgets',
    title: {
      de: 'Budgets: Limit, gebunden, frei (10.50, Rechnungsprüfung)',
      en: 'Budgets: limit, committed, free (10.50, audit office)',
    },
    examples: { de: ['Budget'], en: ['Budgets'] },
    match: command('budget', 'budgets', 'das budget', 'haushalt', 'the budget'),
    usefulTo: (turn) => isGranted(() => readerOf(ports, turn)),
    handle: (turn) => showBudgets(ports, turn),
    inMenu: false,
  },
  {
    id: 'requests.set-budget',
    title: { de: 'Limit eines Budgets festlegen (10.50)', en: 'Set the limit of a budget (10.50)' },
    examples: { de: ['Budget 2026 IT-Budget 250.000 €'], en: ['Budget 2026 IT budget €250,000'] },
    acts: true,
    usefulTo: (turn) => isGranted(() => keeperOf(ports, turn)),
    match: (text) => readLimit(text) !== undefined,
    handle: (turn) => changeLimit(ports, turn, readLimit(turn.text) ?? {}),
    inMenu: false,
  },
];

/** What 10.50 presses about money. */
export const budgetActions = (ports: MoneyPorts): readonly Action[] => [
  {
    verb: 'requests.set-budget',
    async handle(turn) {
      const given = Entered.parse(turn.data);
      try {
        return { ...(await changeLimit(ports, turn, given, 'reason' in turn.data)), inPlace: true };
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === onlyBudgetKeepers().code) throw error;
        // What was filled in stays, with what is wrong at its field.
        const { year, name, limit } = given;
        const wrong = { field: fieldOf(error.code), text: `⚠ ${error.text[turn.language]}` };
        return { ...(await showBudgets(ports, turn, { form: { year, name, limit }, wrong })), inPlace: true };
      }
    },
  },
];

/** At which field a refusal is said; what is neither about the year nor the name is about the limit. */
const fieldOf = (code: string): keyof LimitEntries =>
  code === yearMissing().code ? 'year' : code === nameMissing().code ? 'name' : 'limit';

const entered = z.string().max(200).catch('');
const Entered = z.object({ year: entered, name: entered, limit: entered, reason: entered });
type Entered = { readonly [K in keyof z.infer<typeof Entered>]?: string | undefined };

const shape =
  /^\s*budget\s+(?:(?<year>20\d\d)\s+)?(?<name>\S.*?)\s+(?<limit>(?:€|eur)?\s*\d[\d.,']*(?:,-+)?\s*(?:€|eur|euro)?)[\s?!.]*$/i;

function readLimit(text: string): Entered | undefined {
  const found = shape.exec(text)?.groups;
  return found && centsOf(found.limit ?? '') !== undefined ? found : undefined;
}

export const yearAt = ({ at }: Turn): number => Number(dayOf(at).slice(0, 4));

/** @throws {Refusal} unless 10.50 or its deputy asks */
export function keeperOf(ports: MoneyPorts, turn: Turn) {
  const viewer = ports.requests.viewerOf(turn);
  if (!isKeeper(viewer.id, ports.requests.contextAt(turn.at))) throw onlyBudgetKeepers();
  return viewer;
}

/** Whoever may look: 10.50, and the audit office, which changes nothing. @throws {Refusal} */
export async function readerOf(ports: MoneyPorts, turn: Turn, what = 'Budgets') {
  const viewer = ports.requests.viewerOf(turn);
  const context = ports.requests.contextAt(turn.at);
  const keeps = isKeeper(viewer.id, context);
  if (!keeps && !isAuditor(viewer.id, context)) throw onlyBudgetKeepers();
  return { keeps, read: async () => (keeps ? undefined : ports.isRead?.(turn, what)) };
}

async function showBudgets(
  ports: MoneyPorts,
  turn: Turn,
  showing: Omit<LimitShowing, 'keeps'> = {},
): Promise<Reply> {
  const { keeps, read } = await readerOf(ports, turn);
  await read();
  return budgetsReply(await allBudgets(ports.budgets), yearAt(turn), turn.language, { ...showing, keeps });
}

/** @param isAskedAgain it comes from the card that asks for the reason */
async function changeLimit(
  ports: MoneyPorts,
  turn: Turn,
  given: Entered,
  isAskedAgain = false,
): Promise<Reply> {
  const { year, name, limit, reason = '' } = given;
  const keeper = keeperOf(ports, turn);
  const wanted = year?.trim() ? Number(year) : yearAt(turn);
  if (!/^20\d\d$/.test(String(wanted))) throw yearMissing();
  if (!/[\p{L}\p{N}]/u.test(name ?? '') || (name ?? '').trim().length > longestName) throw nameMissing();
  const cents = centsOf(limit ?? '');
  if (cents === undefined) throw amountMissing();
  const change = { year: wanted, name: name ?? '', cents, reason };
  let budget: Budget;
  try {
    budget = await setLimit(ports.budgets, change, keeper, ports.requests.contextAt(turn.at));
  } catch (error) {
    // Below what is bound only after being asked, and with a reason.
    if (error instanceof Refusal && error.code === belowBound().code)
      return askForReason(
        turn,
        { year: String(wanted), name: change.name, limit: limit ?? '' },
        cents,
        isAskedAgain,
      );
    throw error;
  }
  const amount = euros(turn.language, budget.limit);
  const done = { de: `Das Limit ist jetzt ${amount}`, en: `The limit is now ${amount}` };
  return showBudgets(ports, turn, { remark: `${nameOf(budget, turn.language)}: ${done[turn.language]}.` });
}

function askForReason({ language }: Turn, given: Entered, cents: number, isAgain: boolean): Reply {
  const t = wordsIn(language);
  const text = t(
    `${given.name} ${given.year}: Mit einem Limit von ${euros('de', cents)} wäre mehr gebunden und ausgegeben, als das Budget hat. Das geht nur mit einem Grund; er steht in der Historie.`,
    `${given.name} ${given.year}: with a limit of ${euros('en', cents)} more would be committed and spent than the budget has. That takes a reason, which stands in the history.`,
  );
  const error = isAgain ? `⚠ ${t('Bitte nennen Sie den Grund.', 'Please give the reason.')}` : undefined;
  const data = { roles: [], ...given, text, error };
  return {
    card: 'requests/budget-limit',
    data,
    summary: t('Limit unter dem Gebundenen', 'Limit below what is committed'),
    language,
  };
}

/** A budget's name stands in lists and on buttons. */
const longestName = 40;
