import { appended, contentOf, type NewEntry, sealOf } from '../core/history.ts';
import { type CaseRef, type Notice, outdated, owed } from '../core/notice.ts';
import type { Also, Change, New } from '../core/ports/store.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/**
 * What an act or time makes of a case: the new state, what happened, who is told of it, which cards show something else
 * now, and what must be written beside. Plain data; {@link commit} makes one write of it. The history of `doc` is that
 * of before: what happened joins it with the write.
 */
export type Decision<D extends CaseDocument> = {
  readonly doc: D;
  /** Events and notices in the order in which they came about. */
  readonly happened: readonly (Event | Told)[];
  /** Whose cards are out of date in views that everybody has their own of; all when not given. */
  readonly owners?: readonly string[] | undefined;
  /** No card shows anything else because of it that somebody waits to see. */
  readonly isQuiet?: true;
  readonly also: readonly Also[];
};

/** Something that the history keeps. */
export type Event = { readonly event: Omit<NewEntry, 'at'> };

/** Somebody who must be told. */
export type Told = {
  readonly told: {
    readonly recipient: string;
    /** Name of the notice behind that of the feature: `result`. */
    readonly name: string;
    /** What makes it the same notice, told once; without one each event of the history is told once. */
    readonly key?: string | number | undefined;
    readonly urgency: Notice['urgency'];
    readonly facts?: Notice['facts'];
  };
};

/** The system acts: time, or the directory. */
export const bySystem = { by: 'system', byName: 'Lotse' } as const;

/** A decision that has not changed anything yet. */
export const deciding = <D extends CaseDocument>(doc: D): Decision<D> => ({ doc, happened: [], also: [] });

export const changed = <D extends CaseDocument>(decision: Decision<D>, more: Partial<D>): Decision<D> => ({
  ...decision,
  doc: { ...decision.doc, ...more },
});

/** Fields that go: what is not there is not stored. */
export const without = <D extends CaseDocument>(
  decision: Decision<D>,
  ...fields: readonly (keyof D)[]
): Decision<D> => ({
  ...decision,
  doc: Object.fromEntries(
    Object.entries(decision.doc).filter(([field]) => !fields.includes(field as keyof D)),
  ) as D,
});

/** Something happened that the history keeps. */
export const recorded = <D extends CaseDocument>(
  decision: Decision<D>,
  event: Event['event'],
): Decision<D> => ({
  ...decision,
  happened: [...decision.happened, { event }],
});

type Telling = Omit<Told['told'], 'recipient' | 'urgency'> & { readonly urgency?: Notice['urgency'] };

/** Each of the parties is told, once. */
export const notified = <D extends CaseDocument>(
  decision: Decision<D>,
  parties: Iterable<string | undefined>,
  { urgency = 'act', ...telling }: Telling,
): Decision<D> => ({
  ...decision,
  happened: [
    ...decision.happened,
    ...[...new Set(parties)].flatMap((recipient) =>
      recipient === undefined ? [] : [{ told: { ...telling, urgency, recipient } }],
    ),
  ],
});

/** Documents of other collections that must be written in the same write. */
export const beside = <D extends CaseDocument>(
  decision: Decision<D>,
  ...also: readonly Also[]
): Decision<D> => ({
  ...decision,
  also: [...decision.also, ...also],
});

/** Only these have a card of their own that shows something else now. */
export const showingTo = <D extends CaseDocument>(
  decision: Decision<D>,
  owners: readonly string[] | undefined,
): Decision<D> => ({ ...decision, owners });

/**
 * Nobody waits to see it: no card is drawn anew for it, and the case counts as unchanged since then. What people press
 * themselves is shown to them all the same.
 */
export const quietly = <D extends CaseDocument>(decision: Decision<D>): Decision<D> => ({
  ...decision,
  isQuiet: true,
});

/** How many entries the history has with what happened so far: what a notice of this moment is keyed by. */
export const entries = <D extends CaseDocument>({ doc, happened }: Decision<D>): number =>
  doc.history.length + happened.filter((one) => 'event' in one).length;

export const hasEvents = ({ happened }: Pick<Decision<CaseDocument>, 'happened'>): boolean =>
  happened.some((one) => 'event' in one);

/** What the machine must know of a kind to write one of its decisions. */
export type Written<D extends CaseDocument> = {
  /** Notices begin with it: `beirat`. */
  readonly feature: string;
  /** What counts as decided: only an entry of the history may change it. */
  readonly covers: (doc: D) => unknown;
  /** Cards that show the case. */
  readonly cardsOf: (doc: D, owners: readonly string[] | undefined) => readonly CaseRef[];
  /** When time looks at it next, ISO 8601; `undefined` when never. */
  readonly dueAt: (doc: D) => string | undefined;
  /** What ids of its notices begin with; the id of the case if not given. */
  readonly noticesOf?: ((doc: D) => string) | undefined;
};

/** The decision as one write: the new state with its history and seal, the notices, the cards that are out of date. */
export function commit<D extends CaseDocument>(
  decision: Decision<D>,
  { feature, covers, cardsOf, dueAt, noticesOf = ({ id }) => id }: Written<D>,
  { now, digest }: Pick<World, 'now' | 'digest'>,
): Change<D> {
  const { doc, happened, owners, isQuiet, also } = decision;
  const content = contentOf(covers(doc), digest);
  let history = doc.history;
  const notices = new Map<string, Notice>();
  const last = happened.findLastIndex((one) => 'event' in one);
  for (const [at, one] of happened.entries()) {
    if ('event' in one) {
      // The last entry carries what all of the decision came to.
      const entry = { ...one.event, at: now, ...(at === last ? { content } : {}) };
      history = appended(history, doc.id, entry, digest);
      continue;
    }
    const { recipient, name, key, urgency, facts } = one.told;
    const id = `${noticesOf(doc)} ${name} ${key ?? history.length} ${recipient}`;
    if (notices.has(id)) continue;
    const about = { recipient, kind: `${feature}.${name}`, ref: doc.id };
    notices.set(id, { id, ...about, facts: { entry: history.length, ...facts }, urgency, createdAt: now });
  }
  const after: D = { ...doc, history: [...history], changedAt: isQuiet ? doc.changedAt : now };
  const { dueAt: _due, leaseUntil: _lease, ...rest } = after;
  const next = dueAt(after);
  const seal = sealOf(rest, doc, content, digest);
  return {
    doc: { ...rest, ...(seal ? { seal } : {}), ...(next ? { dueAt: next } : {}) } as unknown as New<D>,
    also: [
      ...[...notices.values()].map(owed),
      ...also,
      ...(isQuiet ? [] : cardsOf(after, owners)).map((card) => outdated(card, doc.version + 1, now)),
    ],
  };
}
