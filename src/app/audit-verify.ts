import { z } from 'zod';
import { type Finding, findingsOf } from '../case/audit.ts';
import type { ChainedDocument } from '../case/document.ts';
import type { Digest } from '../core/history.ts';
import type { Log } from '../core/ports/log.ts';
import type { Text } from '../core/text.ts';
import { changeFindings } from '../features/directory/changes/audit.ts';
import {
  changeCollection,
  changeCovers,
  DirectoryChange,
  DirectoryState,
  stateCollection,
} from '../features/directory/changes/model.ts';
import { budgetFindings, type Claims, claim } from '../features/requests/audit.ts';
import { Budget, budgetCollection } from '../features/requests/budgets/model.ts';
import { requestCollection } from '../features/requests/model.ts';
import type { CaseData } from './case-data.ts';
import { type AnyRecord, registry } from './registry.ts';

/** How much of a kind was checked. */
export type Count = {
  readonly noun: Text;
  readonly documents: number;
  readonly entries: number;
  /** Entries whose words are erased. */
  readonly erased: number;
  /** Documents of before there were seals. */
  readonly unsealed: number;
};

export type Verified = { readonly counts: readonly Count[]; readonly findings: readonly Finding[] };

/** Checks every case and every budget of a data folder against its history, its seal and each other. */
export async function verifyAll(data: CaseData, digest: Digest): Promise<Verified> {
  const findings: Finding[] = [];
  const claims: Claims = new Map();
  const counts: Count[] = [];
  for (const record of registry.cases) {
    const tally = tallyOf(record.noun);
    const firstSeals = firstSealsOf();
    for await (const { doc } of data.cases(record)) {
      const one = readAs(record, doc);
      if ('finding' in one) {
        tally.documents += 1;
        findings.push(one.finding);
        continue;
      }
      count(tally, one.doc);
      firstSeals.see(one.doc);
      findings.push(...findingsOf(one.doc, record.covers, digest));
      findings.push(...(registry.extraFindings[record.collection]?.(one.doc) ?? []));
      if (record.collection === requestCollection) claim(claims, one.doc as never);
    }
    findings.push(...firstSeals.missing());
    counts.push(tally);
  }
  const budgets = data.documents(budgetCollection);
  const money = tallyOf({ de: 'Budget', en: 'Budget' });
  findings.push(...budgetsAgainst(claims, budgets, digest, money));
  const directory = tallyOf({ de: 'Änderung am Verzeichnis', en: 'Change of the directory' });
  findings.push(...changesOf(data, digest, directory));
  return { counts: [...counts, money, directory], findings };
}

type Tally = { -readonly [K in keyof Count]: Count[K] };

const tallyOf = (noun: Text): Tally => ({ noun, documents: 0, entries: 0, erased: 0, unsealed: 0 });

function count(tally: Tally, { history, seal }: ChainedDocument): void {
  tally.documents += 1;
  tally.entries += history.length;
  tally.erased += history.filter(({ erased }) => erased).length;
  tally.unsealed += Number(!seal && history.length > 0);
}

/**
 * Cases of before there were seals get their first one all in the same daily round. So where one of them has it, one
 * without was left out by the round, or lost it.
 */
function firstSealsOf() {
  const without: string[] = [];
  let hadRound = false;
  return {
    see({ id, history, seal }: ChainedDocument): void {
      if (history.length === 0 || history.some(({ content }) => content !== undefined)) return;
      if (seal) hadRound = true;
      else without.push(id);
    },
    missing: (): readonly Finding[] => (hadRound ? without.map((of) => ({ of, what: sealMissing })) : []),
  };
}

const sealMissing =
  'Der Vorgang hat kein Siegel, andere aus der Zeit vor den Siegeln haben ihr erstes schon. Es wurde entfernt, oder der tägliche Lauf, der sie anbringt, ist noch nicht fertig: Prüfen Sie in einer Stunde noch einmal.';

function readAs(
  record: AnyRecord,
  one: unknown,
): { readonly doc: ChainedDocument } | { readonly finding: Finding } {
  try {
    return { doc: record.schema.parse(one) };
  } catch (error) {
    return { finding: unreadable(one, error) };
  }
}

function budgetsAgainst(
  claims: Claims,
  budgets: readonly unknown[],
  digest: Digest,
  tally: Tally,
): readonly Finding[] {
  const known = new Set<string>();
  const found = budgets.flatMap((one) => {
    const read = Budget.safeParse(one);
    if (!read.success) return [unreadable(one, read.error)];
    count(tally, read.data);
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

/** Each change of the directory by itself, and that they follow on each other to the state that is kept. */
function changesOf(data: CaseData, digest: Digest, tally: Tally): readonly Finding[] {
  const found: Finding[] = [];
  const changes: DirectoryChange[] = [];
  for (const one of data.documents(changeCollection)) {
    const read = DirectoryChange.safeParse(one);
    if (!read.success) {
      found.push(unreadable(one, read.error));
      continue;
    }
    count(tally, read.data);
    changes.push(read.data);
    found.push(...findingsOf(read.data, changeCovers, digest));
  }
  const state = DirectoryState.safeParse(data.documents(stateCollection)[0]).data;
  return [...found, ...changeFindings(changes, state)];
}

function unreadable(one: unknown, error: unknown): Finding {
  const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
  return {
    of: String((one as { readonly id?: unknown } | null)?.id ?? '?'),
    what: `Der Vorgang hat nicht die Form, die dieses Programm schreibt: ${why.replaceAll(/\s+/g, ' ')}`,
  };
}

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
