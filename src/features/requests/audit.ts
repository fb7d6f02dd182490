import { chainFinding, type Finding, findingsOf } from '../../case/audit.ts';
import { brokenEntry, type Digest } from '../../core/history.ts';
import { type Budget, type BudgetEntry, budgetCovers, replayed } from './budgets/model.ts';
import type { Request } from './model.ts';

/* What an audit of requests looks at besides their seals: the state against the history, the money against both. */

/** How a history must end for a case that has come to its end. */
const closing: Readonly<Record<string, readonly string[]>> = {
  rejected: ['rejected', 'override-rejected', 'consent-refused'],
  withdrawn: ['withdrawn'],
};

/** What the history of a request says against what the request is now. */
export function extraFindings(request: Request): readonly Finding[] {
  const { id, history, state } = request;
  const findings: Finding[] = [];
  if (history[0]?.act !== 'submitted')
    findings.push({ of: id, entry: 1, what: 'Die Historie beginnt nicht mit dem Antrag.' });
  const wanted = closing[state];
  const last = history.findLast(({ act }) => Object.values(closing).flat().includes(act));
  if (wanted && !(last && wanted.includes(last.act)))
    findings.push({ of: id, what: `Der Stand ist „${state}“, die Historie enthält dazu keinen Eintrag.` });
  return [...findings, ...fundingFindings(request)];
}

/** The amount that was granted last is the one that the case carries. */
function fundingFindings({ id: of, history, funding }: Request): readonly Finding[] {
  const granted = history.findLast(({ facts }) => facts?.budget !== undefined || facts?.freed === true);
  const [budget, cents] = [granted?.facts?.budget, granted?.facts?.cents];
  if (budget === funding?.budget && cents === funding?.cents) return [];
  const what = `Bewilligt wurden laut Historie ${inCents(cents, budget)}, am Vorgang stehen ${inCents(funding?.cents, funding?.budget)}.`;
  return [{ of, ...(granted ? { entry: granted.n } : {}), what }];
}

const inCents = (cents: unknown, budget: unknown): string =>
  budget === undefined ? 'keine Mittel' : `${String(cents)} Cent aus „${String(budget)}“`;

/** What a budget must hold for a request: nothing once it was rejected or withdrawn. */
function entryFor({ funding, state }: Pick<Request, 'funding' | 'state'>): BudgetEntry | undefined {
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
 * What does not fit in a budget: its chain and seal, its amounts against its history, and against what the requests
 * were granted.
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
  const findings: Finding[] = [...findingsOf(budget, budgetCovers, digest)];
  if (told.limit !== limit)
    findings.push({ of: id, what: `Das Limit ist ${limit} Cent, laut Historie ${told.limit} Cent.` });
  for (const request of new Set([...Object.keys(entries), ...Object.keys(told.entries)]))
    if (!same(entries[request], told.entries[request]))
      findings.push({
        of: id,
        what: `Für ${request} steht ${inWords(entries[request])}, laut Historie ${inWords(told.entries[request])}.`,
      });
  if (told.closed !== budget.closed)
    findings.push({
      of: id,
      what: `Abgeschlossen ist ${budget.closed ?? 'nichts'}, laut Historie ${told.closed ?? 'nichts'}.`,
    });
  for (const request of new Set([...Object.keys(entries), ...claimed.keys()]))
    if (!same(asGranted(entries[request]), claimed.get(request)))
      findings.push({
        of: id,
        what: `Für ${request} steht ${inWords(entries[request])}, am Vorgang selbst ${inWords(claimed.get(request))}.`,
      });
  return findings;
}

/** The request says what was granted; the invoice may have come to something else. */
const asGranted = (entry: BudgetEntry | undefined): BudgetEntry | undefined =>
  entry && { cents: entry.granted ?? entry.cents, state: entry.state };

const same = (a: BudgetEntry | undefined, b: BudgetEntry | undefined): boolean =>
  a?.cents === b?.cents && a?.state === b?.state && a?.granted === b?.granted;

const inWords = (entry: BudgetEntry | undefined): string =>
  entry ? `${entry.cents} Cent ${entry.state === 'spent' ? 'ausgegeben' : 'gebunden'}` : 'nichts';
