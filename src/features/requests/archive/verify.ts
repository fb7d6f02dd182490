import { brokenEntry, type Digest, type HistoryEntry } from '../../../core/history.ts';
import type { Request } from '../request.ts';

/** Something that does not fit, for whoever audits. */
export type Finding = {
  /** Number of the case, or id of the budget. */
  readonly of: string;
  /** Number of the entry in its history, where it is one. */
  readonly entry?: number | undefined;
  readonly what: string;
};

/** What does not fit in a request: the chain of its history, and what the history says against what it is. */
export function findingsIn(request: Request, digest: Digest): readonly Finding[] {
  const { id, history } = request;
  const broken = brokenEntry(history, id, digest);
  if (broken) return [chainFinding(id, broken)];
  return [...erasureFindings(request), ...stateFindings(request)];
}

/** The sentence for a chain that does not hold; everything behind it cannot be trusted. */
export const chainFinding = (of: string, entry: HistoryEntry): Finding => ({
  of,
  entry: entry.n,
  what: `Der Eintrag „${entry.act}“ vom ${entry.at} passt nicht zu seinem Fingerabdruck oder nicht zum Eintrag davor. Er oder ein früherer wurde geändert, entfernt oder eingefügt.`,
});

/** Words can only go by an erasure, and an erasure is dated. */
function erasureFindings({ id, history, erasedAt }: Request): readonly Finding[] {
  const entry = history.find(({ erased }) => erased);
  if (!entry || erasedAt) return [];
  const what = 'Der Eintrag ist als gelöscht gekennzeichnet, am Vorgang steht aber keine Löschung.';
  return [{ of: id, entry: entry.n, what }];
}

/** How a history must end for a case that has come to its end. */
const closing: Readonly<Record<string, readonly string[]>> = {
  rejected: ['rejected', 'override-rejected'],
  withdrawn: ['withdrawn'],
};

function stateFindings({ id, history, state, funding }: Request): readonly Finding[] {
  const findings: Finding[] = [];
  if (history[0]?.act !== 'submitted')
    findings.push({ of: id, entry: 1, what: 'Die Historie beginnt nicht mit dem Antrag.' });
  const wanted = closing[state];
  const last = history.findLast(({ act }) => Object.values(closing).flat().includes(act));
  if (wanted && !(last && wanted.includes(last.act)))
    findings.push({ of: id, what: `Der Stand ist „${state}“, die Historie enthält dazu keinen Eintrag.` });
  return [...findings, ...fundingFindings(id, history, funding)];
}

/** The amount that was granted last is the one that the case carries. */
function fundingFindings(
  of: string,
  history: readonly HistoryEntry[],
  funding: Request['funding'],
): readonly Finding[] {
  const granted = history.findLast(({ facts }) => facts?.budget !== undefined);
  const [budget, cents] = [granted?.facts?.budget, granted?.facts?.cents];
  if (budget === funding?.budget && cents === funding?.cents) return [];
  const what = `Bewilligt wurden laut Historie ${inCents(cents, budget)}, am Vorgang stehen ${inCents(funding?.cents, funding?.budget)}.`;
  return [{ of, ...(granted ? { entry: granted.n } : {}), what }];
}

const inCents = (cents: unknown, budget: unknown): string =>
  budget === undefined ? 'keine Mittel' : `${String(cents)} Cent aus „${String(budget)}“`;
