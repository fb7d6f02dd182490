import { z } from 'zod';
import { dayIn } from '../../../core/day.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { centsOf, euros } from '../../../core/money.ts';
import { fromIn, pageOf } from '../../../core/paging.ts';
import { isGranted, Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { keeperOf, type MoneyPorts, readerOf, yearAt } from './chat.ts';
import { allBudgets, type Budget, invoiced, nameOf, sumsOf, usable, withOpenYear } from './model.ts';
import { movementLine } from './movements.ts';
import { amountMissing, noSuchBudget, notSpent, whichBudget } from './refusals.ts';
import { budgetNamed } from './typed.ts';
import { closeYear, nextId } from './year-end.ts';

/*
 * One budget: what draws on it, its history, and the end of its year. Only 10.50 sees and moves it.
 */

const entered = z.string().max(500).catch('');
const Entered = z.object({ id: entered, note: entered, rest: entered });

const oneBudget =
  /^\s*budget\s+(?<name>20\d\d\s+\p{L}[^:?!]{0,60}?)(?<end>\s+(?:abschließen|abschliessen|schließen|close))?[\s?!.]*$/iu;
/** "Budget 2026 abschließen" names no budget. */
const wholeYear = /^(?<year>20\d\d)\s+(?:abschließen|abschliessen|schließen|close)$/iu;
const invoice =
  /^\s*(?<id>IT-?\d{4}-?\d{1,4})\s+(?:abgerechnet|abrechnen|rechnung|invoiced?)\s+(?<amount>(?:€|eur)?\s*\d[\d.,']*\s*(?:€|eur|euro)?)\s*(?::\s*(?<note>.+?))?\s*$/is;

/** "Budget 2026 IT-Budget", and what is done at the end of the year. */
export const oneBudgetIntents = (ports: MoneyPorts): readonly Intent[] => [
  {
    id: 'requests.budget',
    title: {
      de: 'Ein Budget: Anträge, Verlauf, Abschluss (10.50, Rechnungsprüfung)',
      en: 'One budget: requests, history, closing (10.50, audit office)',
    },
    examples: {
      de: ['Budget 2026 IT-Budget', 'Budget 2026 IT-Budget abschließen'],
      en: ['Budget 2026 IT budget', 'Budget 2026 IT budget close'],
    },
    match: (text) => oneBudget.test(text) && !/\d\s*(?:€|eur|euro)?[\s?!.]*$/i.test(text),
    usefulTo: (turn) => isGranted(() => readerOf(ports, turn)),
    handle: (turn) =>
      withRefusal(turn, async () => {
        await readerOf(ports, turn);
        const { name = '', end } = oneBudget.exec(turn.text)?.groups ?? {};
        const all = await allBudgets(ports.budgets);
        const year = wholeYear.exec(name)?.groups?.year;
        if (year) {
          keeperOf(ports, turn);
          const open = all.filter((one) => one.year === Number(year) && !one.closed);
          const [only, ...more] = open;
          if (!only || more.length > 0) throw whichBudget(Number(year), open);
          return closingReply(ports, turn, only);
        }
        const budget = budgetNamed(name, all, yearAt(turn));
        if (!budget) throw noSuchBudget(name, all);
        if (end) keeperOf(ports, turn);
        return end ? closingReply(ports, turn, budget) : budgetReply(ports, turn, budget);
      }),
    inMenu: false,
  },
  {
    id: 'requests.invoice',
    title: {
      de: 'Rechnung abweichend von der Bewilligung (10.50)',
      en: 'An invoice other than granted (10.50)',
    },
    examples: {
      de: ['IT-2026-0042 abgerechnet 1.310 €: Rechnung 4711'],
      en: ['IT-2026-0042 invoiced €1,310: invoice 4711'],
    },
    acts: true,
    match: (text) => invoice.test(text),
    usefulTo: (turn) => isGranted(() => keeperOf(ports, turn)),
    handle: (turn) =>
      withRefusal(turn, () => takeInvoice(ports, turn, invoice.exec(turn.text)?.groups ?? {})),
    inMenu: false,
  },
];

export const oneBudgetActions = (ports: MoneyPorts): readonly Action[] => {
  type Handle = (turn: Turn, budget: Budget, given: z.infer<typeof Entered>, from: number) => Promise<Reply>;
  const onBudget =
    (handle: Handle, mayAct: 'read' | 'keep' = 'keep') =>
    async (turn: Turn & { readonly data: unknown }) => {
      if (mayAct === 'keep') keeperOf(ports, turn);
      else await readerOf(ports, turn);
      const given = Entered.parse(turn.data);
      const budget = await ports.budgets.get(given.id);
      if (!budget) throw noSuchBudget(given.id, await allBudgets(ports.budgets));
      return handle(turn, budget, given, fromIn(turn.data));
    };
  return [
    { verb: 'requests.budget', handle: onBudget((turn, budget) => budgetReply(ports, turn, budget), 'read') },
    {
      verb: 'requests.budget-page',
      handle: onBudget(
        async (turn, budget, _given, from) => ({
          ...(await budgetReply(ports, turn, budget, { from })),
          inPlace: true,
        }),
        'read',
      ),
    },
    {
      verb: 'requests.budget-file',
      handle: onBudget(async (turn, budget) => {
        if (!ports.openBudgetFile) throw noSuchBudget(budget.id, []);
        return ports.openBudgetFile(turn, budget.id);
      }, 'read'),
    },
    { verb: 'requests.end-budget', handle: onBudget((turn, budget) => closingReply(ports, turn, budget)) },
    {
      verb: 'requests.close-budget',
      handle: onBudget(async (turn, budget, { rest }) => {
        const closed = await closeYear(ports, budget, rest === 'yes', keeperOf(ports, turn), turn.at);
        const remark = wordsIn(turn.language)(
          `${nameOf(closed, 'de')} ist abgeschlossen.`,
          `${nameOf(closed, 'en')} is closed.`,
        );
        return { ...(await budgetReply(ports, turn, closed, { remark })), inPlace: true };
      }),
    },
    {
      verb: 'requests.reopen-budget',
      handle: onBudget(async (turn, budget, { note }) => {
        const { id } = budget;
        const by = keeperOf(ports, turn);
        const world = ports.requests.contextAt(turn.at);
        let doc: Budget;
        try {
          ({ doc } = await ports.budgets.change(id, (current) => {
            const next = withOpenYear(current, by, world, note);
            return next && { doc: next };
          }));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const wrong = { form: { note }, error: `⚠ ${error.text[turn.language]}` };
          return { ...(await budgetReply(ports, turn, budget, wrong)), inPlace: true };
        }
        const remark = wordsIn(turn.language)(
          `${nameOf(doc, 'de')} ist wieder offen.`,
          `${nameOf(doc, 'en')} is open again.`,
        );
        return { ...(await budgetReply(ports, turn, doc, { remark })), inPlace: true };
      }),
    },
  ];
};

/** The card that was filled in to rebook, with what is wrong. */
export async function rebookAgain(
  ports: MoneyPorts,
  turn: Turn,
  id: string,
  form: NonNullable<Shown['form']>,
  refusal: Refusal,
): Promise<Reply> {
  const budget = await ports.budgets.get(id);
  if (!budget || !isGranted(() => keeperOf(ports, turn))) throw refusal;
  const error = `⚠ ${refusal.text[turn.language]}`;
  return { ...(await budgetReply(ports, turn, budget, { form, error })), inPlace: true };
}

const shownMovements = 8;
const shownEntries = 10;

type Shown = {
  readonly from?: number;
  readonly remark?: string;
  /** What was filled in to rebook or to reopen, and what is wrong with it. */
  readonly form?: { readonly request?: string; readonly budget?: string; readonly note?: string };
  readonly error?: string;
};

export async function budgetReply(
  ports: MoneyPorts,
  turn: Turn,
  budget: Budget,
  { from = 0, remark, form = {}, error }: Shown = {},
): Promise<Reply> {
  const { language } = turn;
  const t = wordsIn(language);
  const { keeps, read } = await readerOf(ports, turn, `Budget ${budget.id}`);
  await read();
  const { committed, spent, free } = sumsOf(budget);
  const money = (cents: number) => euros(language, cents);
  const page = pageOf(budget.history.toReversed(), from, shownMovements, language);
  const all = Object.entries(budget.entries).toSorted(([a], [b]) => b.localeCompare(a));
  const bound = all.filter(([, { state }]) => state === 'committed').map(([request]) => request);
  const others = usable(await allBudgets(ports.budgets), budget.year).filter(({ id }) => id !== budget.id);
  const left = all.length - shownEntries;
  const data = {
    roles: [],
    id: budget.id,
    name: nameOf(budget, language),
    remark,
    closed: budget.closed
      ? t(`abgeschlossen am ${dayIn('de', budget.closed)}`, `closed on ${dayIn('en', budget.closed)}`)
      : undefined,
    open: budget.closed || !keeps ? undefined : 'yes',
    reopen: budget.closed && keeps ? 'yes' : undefined,
    facts: [
      { title: 'Limit', value: money(budget.limit) },
      { title: t('Ausgegeben', 'Spent'), value: money(spent) },
      { title: t('Gebunden', 'Committed'), value: money(committed) },
      { title: t('Frei', 'Free'), value: money(free) },
    ],
    entries: [
      ...all.slice(0, shownEntries).map(([request, { cents, state, granted }]) => ({
        text: `${request} · ${money(cents)} ${state === 'spent' ? t('ausgegeben', 'spent') : t('gebunden', 'committed')}${granted === undefined ? '' : t(` (bewilligt ${money(granted)})`, ` (granted ${money(granted)})`)}`,
      })),
      ...(left > 0 ? [{ text: t(`… und ${left} weitere Anträge`, `… and ${left} more requests`) }] : []),
    ],
    movements: page.shown.map((entry) => ({ text: movementLine(entry, language) })),
    place: page.place,
    next: page.next,
    former: page.former,
    form: { request: '', budget: '', note: '', ...form },
    error,
    // What can be rebooked, and where to.
    rebook: keeps && bound.length > 0 && others.length > 0 && !budget.closed ? 'yes' : undefined,
    requests: bound.slice(0, 50).map((request) => ({
      title: `${request} · ${money(budget.entries[request]?.cents ?? 0)}`,
      value: request,
    })),
    budgets: others.slice(0, 10).map((other) => ({
      title: `${nameOf(other, language)} · ${t('frei', 'free')} ${money(sumsOf(other).free)}`,
      value: other.id,
    })),
  };
  return { card: 'requests/budget', data, summary: remark ?? nameOf(budget, language), language };
}

/** What closing would do, before it is done. */
async function closingReply(ports: MoneyPorts, turn: Turn, budget: Budget): Promise<Reply> {
  const { language } = turn;
  if (budget.closed) return budgetReply(ports, turn, budget);
  const t = wordsIn(language);
  const { committed, spent, free } = sumsOf(budget);
  const money = (cents: number) => euros(language, cents);
  const next = await ports.budgets.get(nextId(budget));
  const target = nameOf({ ...budget, year: budget.year + 1 }, language);
  const count = Object.values(budget.entries).filter(({ state }) => state === 'committed').length;
  const data = {
    roles: [],
    id: budget.id,
    name: nameOf(budget, language),
    spent: t(
      `${money(spent)} sind ausgegeben und bleiben in ${budget.year}.`,
      `${money(spent)} are spent and stay in ${budget.year}.`,
    ),
    committed:
      count > 0
        ? t(
            `${money(committed)} sind für ${count === 1 ? '1 Antrag' : `${count} Anträge`} gebunden. Sie gehen mit ihrem Geld nach ${target}.`,
            `${money(committed)} are committed for ${count === 1 ? '1 request' : `${count} requests`}. They go to ${target} with their money.`,
          )
        : undefined,
    rest:
      free > 0
        ? t(
            `${money(free)} sind frei. Sie verfallen, oder Sie übertragen sie nach ${target}.`,
            `${money(free)} are free. They expire, or you carry them over to ${target}.`,
          )
        : undefined,
    isNew:
      !next && (count > 0 || free > 0)
        ? t(`${target} gibt es noch nicht; Lotse legt es an.`, `${target} does not exist yet; Lotse adds it.`)
        : undefined,
  };
  return {
    card: 'requests/budget-close',
    data,
    summary: t(`${data.name} abschließen`, `Close ${data.name}`),
    language,
  };
}

async function takeInvoice(
  ports: MoneyPorts,
  turn: Turn,
  { id: typed = '', amount = '', note = '' }: { readonly [name: string]: string | undefined },
): Promise<Reply> {
  const by = keeperOf(ports, turn);
  const cents = centsOf(amount);
  if (cents === undefined || cents < 1) throw amountMissing();
  const [, year = '', number = ''] = /^IT-?(\d{4})-?(\d+)$/i.exec(typed) ?? [];
  const request = `IT-${year}-${number.padStart(4, '0')}`;
  const drawn = (await allBudgets(ports.budgets)).find(({ entries }) => entries[request]);
  if (!drawn) throw notSpent();
  const world = ports.requests.contextAt(turn.at);
  const { doc } = await ports.budgets.change(drawn.id, (current) => {
    const next = invoiced(current, request, cents, by, world, note);
    return next && { doc: next };
  });
  const t = wordsIn(turn.language);
  const remark = t(
    `${request} ist mit ${euros('de', cents)} abgerechnet.`,
    `${request} is invoiced at ${euros('en', cents)}.`,
  );
  return budgetReply(ports, turn, doc, { remark });
}
