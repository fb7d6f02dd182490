/**
 * One step in the life of a case. Entries are only ever appended; each carries the fingerprint of the one before, so
 * that a change of what was written can be proved (`npm run audit -- verify`).
 */
export type HistoryEntry = {
  /** Counts from 1. */
  readonly n: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Party who acted; `system` for what time or the directory brought about. */
  readonly by: string;
  /** The name as it was shown then. */
  readonly byName: string;
  /** Set when a deputy or the role above acted: for whom ("i. V."). */
  readonly onBehalfOf?: string | undefined;
  /** What happened, in the words of the feature: `submitted`, `approved`, … */
  readonly act: string;
  /** What was said with it: a reason, a question, an answer. */
  readonly note?: string | undefined;
  /** What else belongs to it, e.g. the step or the amount. */
  readonly facts?: Readonly<Record<string, string | number | boolean>> | undefined;
  /**
   * Digest of what the decision of this entry came to: the content of the case that counts as decided. With it the
   * chain covers what was decided, not only that something was. Entries of before it existed have none.
   */
  readonly content?: string | undefined;
  /**
   * What was said and by whom was erased: the words cannot be checked any more, but a later entry `erased` names this
   * one and carries the digest of what is left of it.
   */
  readonly erased?: boolean | undefined;
  /** Fingerprint of the entry before; empty for the first. */
  readonly previous: string;
  /** Fingerprint of this entry. */
  readonly hash: string;
};

/** Makes a fingerprint (SHA-256, hexadecimal) of a text. */
export type Digest = (text: string) => string;

export type NewEntry = Omit<HistoryEntry, 'n' | 'erased' | 'previous' | 'hash'>;

/** The history with one more entry, chained to the last. @param owner id of the case, part of every fingerprint */
export function appended(
  history: readonly HistoryEntry[],
  owner: string,
  entry: NewEntry,
  digest: Digest,
): HistoryEntry[] {
  const previous = history.at(-1)?.hash ?? '';
  const open = { ...entry, n: history.length + 1, previous };
  return [...history, { ...open, hash: digest(content(owner, open)) }];
}

/**
 * The first entry whose fingerprint does not fit; `undefined` when the chain is whole. An entry that was erased keeps
 * its fingerprint: its place in the chain is checked, its words are not there any more.
 */
export function brokenEntry(
  history: readonly HistoryEntry[],
  owner: string,
  digest: Digest,
): HistoryEntry | undefined {
  return history.find((entry, at) => {
    const { hash, erased, ...open } = entry;
    const previous = history[at - 1]?.hash ?? '';
    if (open.n !== at + 1 || open.previous !== previous) return true;
    return !erased && digest(content(owner, open)) !== hash;
  });
}

/** The same text for the same entry, whatever order its fields were written in. */
function content(owner: string, entry: Omit<HistoryEntry, 'hash' | 'erased'>): string {
  const { n, at, by, byName, onBehalfOf, act, note, facts, previous, content: decided } = entry;
  const sorted = Object.entries(facts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = [owner, n, at, by, byName, onBehalfOf ?? null, act, note ?? null, sorted, previous];
  return JSON.stringify(decided === undefined ? said : [...said, decided]);
}

/** How a history ends and what it is about, kept on the document beside it: a cut-off end does not fit it. */
export type Seal = {
  readonly entries: number;
  readonly head: string;
  readonly content: string;
  /** Digest of what is left of erased entries, where there are any. */
  readonly left?: string | undefined;
};

/** Digest of what is left of erased entries; `undefined` when none was erased. */
export function leftOf(history: readonly HistoryEntry[], digest: Digest): string | undefined {
  const erased = history.filter((entry) => entry.erased);
  return erased.length > 0 ? contentOf(erased, digest) : undefined;
}

/** Digest of plain data, the same whatever order its fields were written in. Fields without a value are none. */
export const contentOf = (covered: unknown, digest: Digest): string => digest(ordered(covered));

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${ordered(field)}`)
    .join(',')}}`;
}

/**
 * The seal of a history. What was decided changes with an entry or not at all.
 * @throws Error when it changed without one: a bug that must not be written
 */
export function sealOf(
  { id, history }: { readonly id: string; readonly history: readonly HistoryEntry[] },
  before: { readonly seal?: Seal | undefined; readonly history: readonly HistoryEntry[] },
  content: string,
  digest: Digest,
): Seal | undefined {
  const last = history.at(-1);
  if (!last) return undefined;
  if (before.seal && before.history.length === history.length && before.seal.content !== content)
    throw new Error(`${id}: what was decided would change without an entry in its history`);
  const left = leftOf(history, digest);
  return { entries: history.length, head: last.hash, content, ...(left ? { left } : {}) };
}
