import type { Text } from './text.ts';

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
  /** What was said and by whom was erased: only the chain can be checked from here on, not the words. */
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
  const { n, at, by, byName, onBehalfOf, act, note, facts, previous } = entry;
  const sorted = Object.entries(facts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([owner, n, at, by, byName, onBehalfOf ?? null, act, note ?? null, sorted, previous]);
}

/** "i. V." after a name. */
export const onBehalfMark: Text = { de: 'i. V.', en: 'acting for' };
