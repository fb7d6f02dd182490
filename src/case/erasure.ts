import { appended, contentOf, type Digest, type HistoryEntry, leftOf, sealOf } from '../core/history.ts';
import { bySystem } from './decision.ts';
import type { ChainedDocument } from './document.ts';
import {
  namesIn,
  type PersonPlace,
  type Whom,
  withoutNames,
  withoutPeople,
  withoutPeopleIn,
} from './people.ts';

/*
 * An erasure takes people and their words out of a case and keeps what the administration must account for: what was
 * done when, in which order. The chain stays provable: erased entries keep their fingerprints, and an entry of its own
 * says which ones were erased and carries the digest of what is left of them. So a mark "erased" that somebody else set,
 * to hide another approver, does not fit.
 */

/** What an erasure needs to know of a kind. */
export type Erasable<D extends ChainedDocument> = {
  readonly people: readonly PersonPlace[];
  readonly covers: (doc: D) => unknown;
  readonly owner?: ((doc: D) => string) | undefined;
  /** Words of people that go with everybody: a reason, free text. */
  readonly wordless?: ((doc: D) => D) | undefined;
};

type At = { readonly now: string; readonly digest: Digest };

/**
 * The case without these people; as it is when they do not stand in it.
 * @param names how they are called besides what the case itself says
 */
export function erasedFor<D extends ChainedDocument>(
  doc: D,
  { people, covers, owner, wordless = (same) => same }: Erasable<D>,
  whom: Whom,
  at: At,
  names: Iterable<string> = [],
): D {
  const fields = doc as unknown as Record<string, unknown>;
  const called = new Set([...names, ...namesIn(fields, people, whom)]);
  const without = { ...withoutPeople(fields, people, whom), history: [] };
  const rest = withoutNames(without, called) as unknown as D;
  const history = withoutPeopleIn(doc.history, whom, called);
  // What was said in somebody's own case may tell who they are, whoever said it.
  const isOwn = owner !== undefined && whom(owner(doc));
  const after = isOwn ? { ...wordless(rest), history: history.map(withoutNote) } : { ...rest, history };
  return resealed(doc, after, covers, at);
}

/** The case without anybody and without what they wrote. @param notes whether the notes of the history go, too */
export function erasedForAll<D extends ChainedDocument>(
  doc: D,
  { people, covers, wordless = (same) => same }: Erasable<D>,
  at: At,
): D {
  const bare = wordless(
    withoutPeople(doc as unknown as Record<string, unknown>, people, () => true) as unknown as D,
  );
  const history = withoutPeopleIn(doc.history, () => true).map(withoutNote);
  return resealed(doc, { ...bare, history }, covers, at);
}

/** The case as it is, but without these words. */
export function wordsErased<D extends ChainedDocument>(
  doc: D,
  bare: D,
  { covers }: Pick<Erasable<D>, 'covers'>,
  at: At,
): D {
  return resealed(doc, bare, covers, at);
}

export function withoutNote(entry: HistoryEntry): HistoryEntry {
  const { note, ...rest } = entry;
  return note === undefined ? entry : { ...rest, erased: true };
}

function resealed<D extends ChainedDocument>(
  before: D,
  after: D,
  covers: (doc: D) => unknown,
  { now, digest }: At,
): D {
  if (contentOf(before, digest) === contentOf(after, digest)) return before;
  const entries = after.history.filter(({ erased }) => erased);
  const facts = {
    entries: entries.map(({ n }) => n).join(' '),
    left: leftOf(after.history, digest) ?? '',
  };
  const content = contentOf(covers(after), digest);
  const entry = { ...bySystem, at: now, act: erasing, facts, content };
  const history = appended(after.history, after.id, entry, digest);
  const seal = sealOf({ id: after.id, history }, before, content, digest);
  return {
    ...after,
    history,
    ...(seal ? { seal } : {}),
    ...('changedAt' in before ? { changedAt: now } : {}),
  };
}

/** The act of an erasure in a history. */
export const erasing = 'words-erased';
