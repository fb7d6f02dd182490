import { z } from 'zod';
import { type Finding, findingsOf } from '../case/audit.ts';
import type { Digest } from '../core/history.ts';
import type { Log } from '../core/ports/log.ts';
import { budgetFindings, type Claims, claim, extraFindings } from '../features/requests/audit.ts';
import { Budget, budgetCollection } from '../features/requests/budgets/model.ts';
import { Request } from '../features/requests/model.ts';
import { requestRecord } from '../features/requests/record.ts';
import type { CaseData } from './case-data.ts';

export type Verified = {
  readonly requests: number;
  readonly entries: number;
  readonly erased: number;
  readonly budgets: number;
  readonly findings: readonly Finding[];
};

/** Checks every case and every budget of a data folder against its history and against each other. */
export async function verifyAll(data: CaseData, digest: Digest): Promise<Verified> {
  const findings: Finding[] = [];
  const claims: Claims = new Map();
  let [requests, entries, erased] = [0, 0, 0];
  for await (const one of data.requests()) {
    requests += 1;
    const read = Request.safeParse(one);
    if (!read.success) {
      findings.push(unreadable(one, read.error));
      continue;
    }
    entries += read.data.history.length;
    erased += read.data.history.filter((entry) => entry.erased).length;
    findings.push(...findingsOf(read.data, requestRecord.covers, digest), ...extraFindings(read.data));
    claim(claims, read.data);
  }
  const budgets = data.documents(budgetCollection);
  findings.push(...budgetsAgainst(claims, budgets, digest));
  return { requests, entries, erased, budgets: budgets.length, findings };
}

function budgetsAgainst(claims: Claims, budgets: readonly unknown[], digest: Digest): readonly Finding[] {
  const known = new Set<string>();
  const found = budgets.flatMap((one) => {
    const read = Budget.safeParse(one);
    if (!read.success) return [unreadable(one, read.error)];
    known.add(read.data.id);
    return budgetFindings(read.data, claims.get(read.data.id), digest);
  });
  const missing = [...claims].flatMap(([budget, requests]) =>
    known.has(budget)
      ? []
      : [...requests.keys()].map((of) => ({ of, what: `Das Budget „${budget}“ dazu gibt es nicht.` })),
  );
  return [...found, ...missing];
}

const unreadable = (one: unknown, error: z.ZodError): Finding => ({
  of: String((one as { readonly id?: unknown } | null)?.id ?? '?'),
  what: `Der Vorgang hat nicht die Form, die dieses Programm schreibt: ${z.prettifyError(error).replaceAll(/\s+/g, ' ')}`,
});

/** Lines of the archive that do not count, as findings; a line that was never finished is none. */
export function archiveFindings(): { readonly log: Log; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const nothing = () => undefined;
  return {
    findings,
    log: {
      info: nothing,
      error: nothing,
      warn(_event, { file, offset, torn } = {}) {
        if (!torn) findings.push({ of: String(file), what: `Die Zeile ab Byte ${offset} wurde verändert.` });
      },
    },
  };
}
