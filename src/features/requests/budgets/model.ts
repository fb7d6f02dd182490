import { z } from 'zod';
import { chainedFields } from '../../../case/document.ts';
import { chained } from '../../../case/seal.ts';
import type { World } from '../../../case/world.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import type { Party } from '../../../core/party.ts';
import type { Collection, New } from '../../../core/ports/store.ts';
import type { Language, Text } from '../../../core/text.ts';
import { belowBound, moneyReasonMissing, notSpent, stillCommitted, yearClosed } from './refusals.ts';

/** What is set aside for one request, or was spent on it. */
const BudgetEntry = z.strictObject({
  cents: z.int().min(1),
  state: z.enum(['committed', 'spent']),
  /** What was granted, where the invoice came to something else. */
  granted: z.int().min(1).optional(),
});
export type BudgetEntry = z.infer<typeof BudgetEntry>;

/** Money of one year for one purpose. All amounts are whole euro cents. */
export const Budget = z.strictObject({
  ...chainedFields,
  /** `2026-it-budget` */
  id: z.string(),
  year: z.int(),
  name: z.strictObject({ de: z.string(), en: z.string() }),
  limit: z.int().min(0),
  /** Day on which the year was closed, `2027-01-15`: nothing moves any more. */
  closed: z.string().optional(),
  /** By number of the request. */
  entries: z.record(z.string(), BudgetEntry),
  // Every movement stands in the history; what it adds up to is what stands here, see `replayed`.
});
export type Budget = z.infer<typeof Budget>;
export const budgetCollection = 'budgets';

/** The two that the role model knows; others may be added. */
export const usualBudgets: readonly Text[] = [
  { de: 'IT-Budget', en: 'IT budget' },
  { de: 'Innovations-/Projektbudget', en: 'Innovation/project budget' },
];

export type Sums = { readonly committed: number; readonly spent: number; readonly free: number };

/** What a budget adds up to; `free` is negative when more was promised than there is. */
export function sumsOf({ limit, entries }: Pick<Budget, 'limit' | 'entries'>): Sums {
  const of = (state: BudgetEntry['state']) =>
    Object.values(entries).reduce((sum, entry) => (entry.state === state ? sum + entry.cents : sum), 0);
  const [committed, spent] = [of('committed'), of('spent')];
  return { committed, spent, free: limit - committed - spent };
}

/** What is free for a request: its own entry does not stand in its way. */
export const freeFor = (budget: Budget, request: string): number =>
  sumsOf(budget).free + (budget.entries[request]?.cents ?? 0);

/** `2026-it-budget`: the same for every way to write a name. */
export const budgetId = (year: number, name: string): string => `${year}-${slug(name)}`;

export const slug = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

type Opening = { readonly year: number; readonly name: Text; readonly limit: number };

/** A budget that did not exist before. */
export function opened({ year, name, limit }: Opening, by: Party, context: World): New<Budget> {
  const empty = { id: budgetId(year, name.de), version: 0, year, name, limit, entries: {}, history: [] };
  const { version: _version, ...budget } = noted(empty, 'opened', { limit }, by, context);
  return budget;
}

/**
 * @param reason why the limit may lie below what is committed and spent
 * @returns `undefined` when the limit is this already
 * @throws {Refusal} when the year is closed, or when it would lie below and nobody says why
 */
export function withLimit(
  budget: Budget,
  limit: number,
  by: Party,
  context: World,
  reason = '',
): Budget | undefined {
  if (budget.limit === limit) return undefined;
  if (budget.closed) throw yearClosed(budget);
  const { committed, spent } = sumsOf(budget);
  if (limit < committed + spent && !reason.trim()) throw belowBound();
  return noted({ ...budget, limit }, 'limit-changed', { limit, before: budget.limit }, by, context, reason);
}

/** An invoice that is not what was granted. @returns `undefined` when it stands there already */
export function invoiced(
  budget: Budget,
  request: string,
  cents: number,
  by: Party,
  context: World,
  reason: string,
): Budget | undefined {
  const entry = budget.entries[request];
  if (entry?.state !== 'spent') throw notSpent();
  if (budget.closed) throw yearClosed(budget);
  if (!reason.trim()) throw moneyReasonMissing();
  if (entry.cents === cents) return undefined;
  const { granted = entry.cents } = entry;
  const after = withEntry(budget, request, invoicedEntry(cents, granted));
  return noted(after, 'invoiced', { request, cents, before: entry.cents, granted }, by, context, reason);
}

const invoicedEntry = (cents: number, granted: number): BudgetEntry => ({
  cents,
  state: 'spent',
  ...(cents === granted ? {} : { granted }),
});

/** Money goes with its purpose to another year: less here … */
export const carriedOut = (
  budget: Budget,
  cents: number,
  to: string,
  by: Party,
  context: World,
  request?: string,
): Budget =>
  noted(
    { ...budget, limit: budget.limit - cents },
    'carried-out',
    { cents, to, limit: budget.limit - cents, ...(request ? { for: request } : {}) },
    by,
    context,
  );

/** … and more there. */
export const carriedIn = (
  budget: Budget,
  cents: number,
  from: string,
  by: Party,
  context: World,
  request?: string,
): Budget =>
  noted(
    { ...budget, limit: budget.limit + cents },
    'carried-in',
    { cents, from, limit: budget.limit + cents, ...(request ? { for: request } : {}) },
    by,
    context,
  );

/**
 * Closes a year: from then on nothing moves.
 * @returns `undefined` when it is closed already
 * @throws {Refusal} while something is committed
 */
export function withClosedYear(budget: Budget, day: string, by: Party, context: World): Budget | undefined {
  if (budget.closed) return undefined;
  if (sumsOf(budget).committed > 0) throw stillCommitted();
  return noted({ ...budget, closed: day }, 'year-closed', { day }, by, context);
}

/** @returns `undefined` when it is open */
export function withOpenYear(budget: Budget, by: Party, context: World, reason: string): Budget | undefined {
  if (!budget.closed) return undefined;
  if (!reason.trim()) throw moneyReasonMissing();
  const { closed: _closed, ...open } = budget;
  return noted(open, 'year-reopened', {}, by, context, reason);
}

/** Sets an amount aside for a request, in place of what was set aside for it before. The limit is not looked at. */
export const committed = (
  budget: Budget,
  request: string,
  cents: number,
  by: Party,
  context: World,
): Budget =>
  noted(
    withEntry(budget, request, { cents, state: 'committed' }),
    'committed',
    { request, cents },
    by,
    context,
  );

/** The work is done: what was set aside is spent. Nothing happens where nothing was set aside. */
export function spent(budget: Budget, request: string, by: Party, context: World): Budget {
  const entry = budget.entries[request];
  if (entry?.state !== 'committed') return budget;
  const { cents } = entry;
  return noted(
    withEntry(budget, request, { cents, state: 'spent' }),
    'spent',
    { request, cents },
    by,
    context,
  );
}

/**
 * Nothing comes of it: what was set aside is free again. What is spent stays spent.
 * @param to name of the budget that it is taken from instead
 */
export function freed(budget: Budget, request: string, by: Party, context: World, to?: string): Budget {
  const { [request]: entry, ...entries } = budget.entries;
  if (entry?.state !== 'committed') return budget;
  const facts = { request, cents: entry.cents, ...(to === undefined ? {} : { to }) };
  return noted({ ...budget, entries }, 'freed', facts, by, context);
}

const withEntry = (budget: Budget, request: string, entry: BudgetEntry): Budget => ({
  ...budget,
  entries: { ...budget.entries, [request]: entry },
});

function noted(
  budget: Budget,
  act: string,
  facts: NonNullable<HistoryEntry['facts']>,
  by: Party,
  { now, digest }: World,
  reason = '',
): Budget {
  const note = reason.trim();
  const entry = { at: now, by: by.id, byName: by.name, act, facts, ...(note ? { note } : {}) };
  return chained(budget, entry, budgetCovers, digest);
}

/** What counts as decided: only an entry of the history may change it, and the audit covers it. */
export const budgetCovers = ({ year, name, limit, entries, closed }: Budget) => ({
  year,
  name,
  limit,
  entries,
  ...(closed ? { closed } : {}),
});

/** What the movements of a history add up to: must be what the budget says of itself. */
export function replayed(history: readonly HistoryEntry[]): Pick<Budget, 'limit' | 'entries' | 'closed'> {
  const entries: Record<string, BudgetEntry> = {};
  let limit = 0;
  let closed: string | undefined;
  for (const { act, facts = {} } of history) {
    const [request, cents] = [String(facts.request), Number(facts.cents)];
    if (limitActs.has(act)) limit = Number(facts.limit);
    if (act === 'invoiced') entries[request] = invoicedEntry(cents, Number(facts.granted));
    if (act === 'year-closed') closed = String(facts.day);
    if (act === 'year-reopened') closed = undefined;
    if (act === 'committed' || act === 'spent') entries[request] = { cents, state: act };
    if (act === 'freed') delete entries[request];
  }
  return { limit, entries, closed };
}
const limitActs: ReadonlySet<string> = new Set(['opened', 'limit-changed', 'carried-out', 'carried-in']);

/** "IT-Budget 2026" */
export const nameOf = ({ name, year }: Pick<Budget, 'name' | 'year'>, language: Language): string =>
  `${name[language]} ${year}`;

/** All budgets, the newest year first. They are few: some for each year. */
export async function allBudgets(budgets: Collection<Budget> | undefined): Promise<readonly Budget[]> {
  const all = (await budgets?.list()) ?? [];
  return all.toSorted((a, b) => b.year - a.year || a.id.localeCompare(b.id));
}

/** Those that money can be taken from: of this year first, then of coming ones; none whose year is closed. */
export const usable = (budgets: readonly Budget[], year: number): readonly Budget[] =>
  budgets.filter((budget) => budget.year >= year && !budget.closed).toSorted((a, b) => a.year - b.year);
