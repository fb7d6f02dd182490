import { brokenEntry, type Digest } from '../../../core/history.ts';
import { type Budget, type BudgetEntry, replayed } from '../budgets/budget.ts';
import type { Request } from '../request.ts';
import { chainFinding, type Finding } from './verify.ts';

/** What a budget must hold for a request: nothing once it was rejected or withdrawn. */
export function entryFor({ funding, state }: Pick<Request, 'funding' | 'state'>): BudgetEntry | undefined {
  if (!funding || state === 'rejected' || state === 'withdrawn') return undefined;
  return { cents: funding.cents, state: state === 'done' ? 'spent' : 'committed' };
}

/** What the requests ask of the budgets, collected from all of them. */
export type Claims = Map<string, Map<string, BudgetEntry>>;

export function claim(claims: Claims, request: Pick<Request, 'id' | 'funding' | 'state'>): void {
  const entry = entryFor(request);
  if (!entry || !request.funding) return;
  const { budget } = request.funding;
  claims.set(budget, (claims.get(budget) ?? new Map()).set(request.id, entry));
}

/**
 * What does not fit in a budget: the chain of its history, its amounts against its history, and against what the
 * requests were granted.
 */
export function budgetFindings(
  budget: Budget,
  claimed: ReadonlyMap<string, BudgetEntry> = new Map(),
  digest: Digest,
): readonly Finding[] {
  const { id, history, limit, entries } = budget;
  const broken = brokenEntry(history, id, digest);
  if (broken) return [chainFinding(id, broken)];
  const told = replayed(history);
  const findings: Finding[] = [];
  if (told.limit !== limit)
    findings.push({ of: id, what: `Das Limit ist ${limit} Cent, laut Historie ${told.limit} Cent.` });
  for (const request of new Set([...Object.keys(entries), ...Object.keys(told.entries)]))
    if (!same(entries[request], told.entries[request]))
      findings.push({
        of: id,
        what: `Für ${request} steht ${inWords(entries[request])}, laut Historie ${inWords(told.entries[request])}.`,
      });
  for (const request of new Set([...Object.keys(entries), ...claimed.keys()]))
    if (!same(entries[request], claimed.get(request)))
      findings.push({
        of: id,
        what: `Für ${request} steht ${inWords(entries[request])}, am Vorgang selbst ${inWords(claimed.get(request))}.`,
      });
  return findings;
}

const same = (a: BudgetEntry | undefined, b: BudgetEntry | undefined): boolean =>
  a?.cents === b?.cents && a?.state === b?.state;

const inWords = (entry: BudgetEntry | undefined): string =>
  entry ? `${entry.cents} Cent ${entry.state === 'spent' ? 'ausgegeben' : 'gebunden'}` : 'nichts';
