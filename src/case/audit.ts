import { brokenEntry, contentOf, type Digest, type HistoryEntry, leftOf } from '../core/history.ts';
import type { ChainedDocument } from './document.ts';
import { erasing } from './erasure.ts';

/** Something that does not fit, for whoever audits. */
export type Finding = {
  /** Number of the case. */
  readonly of: string;
  /** Number of the entry in its history, where it is one. */
  readonly entry?: number | undefined;
  readonly what: string;
};

/**
 * What does not fit in a case: the chain of its history, its end, the erasures in it, and what the history says was
 * decided against what the case says now. What a case of before there were seals decided is not covered until it is
 * sealed, which happens with its next change or the first daily round.
 */
export function findingsOf<D extends ChainedDocument>(
  doc: D,
  covers: (doc: D) => unknown,
  digest: Digest,
): readonly Finding[] {
  const { id, history } = doc;
  const broken = brokenEntry(history, id, digest);
  if (broken) return [chainFinding(id, broken)];
  return [...sealFindings(doc, covers, digest), ...erasureFindings(doc, digest)];
}

/** The sentence for a chain that does not hold; everything behind it cannot be trusted. */
export const chainFinding = (of: string, entry: HistoryEntry): Finding => ({
  of,
  entry: entry.n,
  what: `Der Eintrag „${entry.act}“ vom ${entry.at} passt nicht zu seinem Fingerabdruck oder nicht zum Eintrag davor. Er oder ein früherer wurde geändert, entfernt oder eingefügt.`,
});

function sealFindings<D extends ChainedDocument>(
  { seal, ...doc }: D,
  covers: (doc: D) => unknown,
  digest: Digest,
): readonly Finding[] {
  const { id, history } = doc;
  const last = history.findLast(({ content }) => content !== undefined);
  if (!seal) return last ? [{ of: id, what: 'Das Siegel des Vorgangs fehlt; es wurde entfernt.' }] : [];
  if (seal.entries !== history.length || seal.head !== history.at(-1)?.hash)
    return [
      {
        of: id,
        what: `Die Historie hat ${history.length} Einträge, besiegelt sind ${seal.entries}. Ihr Ende wurde entfernt oder ausgetauscht.`,
      },
    ];
  if (seal.left !== leftOf(history, digest))
    return [{ of: id, what: 'Ein gelöschter Eintrag sieht anders aus als bei seiner Löschung.' }];
  const content = contentOf(covers(doc as unknown as D), digest);
  if (content === seal.content && (last === undefined || last.content === content)) return [];
  const what =
    'Was entschieden wurde, steht anders am Vorgang als in der Historie besiegelt: Inhalt, Beteiligte, Stand oder Stimmen wurden außerhalb von Lotse geändert.';
  return [{ of: id, ...(last ? { entry: last.n } : {}), what }];
}

/** Words can only go by an erasure, and an erasure is an entry that names what it took. */
function erasureFindings({ id, history }: ChainedDocument, digest: Digest): readonly Finding[] {
  const erased = history.filter((entry) => entry.erased);
  const [first] = erased;
  if (!first) return [];
  const taken = history.findLast(({ act }) => act === erasing);
  const sealedFrom = history.find(({ content }) => content !== undefined)?.n ?? Number.POSITIVE_INFINITY;
  if (!taken) {
    // Before there were entries for erasures they were marked only.
    const unproved = erased.find(({ n }) => n >= sealedFrom);
    return unproved ? [unprovedFinding(id, unproved)] : [];
  }
  const named = new Set(
    String(taken.facts?.entries ?? '')
      .split(' ')
      .map(Number),
  );
  const unnamed = erased.find(({ n }) => !named.has(n));
  if (unnamed) return [unprovedFinding(id, unnamed)];
  if (leftOf(history, digest) === taken.facts?.left) return [];
  return [unprovedFinding(id, first)];
}

const unprovedFinding = (of: string, { n }: HistoryEntry): Finding => ({
  of,
  entry: n,
  what: 'Der Eintrag ist als gelöscht gekennzeichnet, passt aber zu keiner Löschung, die in der Historie steht.',
});
