import type { CaseDocument } from '../case/document.ts';
import { erasedFor } from '../case/erasure.ts';
import type { Holding } from '../case/holding.ts';
import { isTheirOwn, type Part, partsOf, peopleIn, type Whom, withoutPeople } from '../case/people.ts';
import type { CaseRecord } from '../case/record.ts';
import type { World } from '../case/world.ts';
import type { HistoryEntry } from '../core/history.ts';
import type { Text } from '../core/text.ts';

/*
 * What is stored of a person, and how it goes: for every collection, from what the collections themselves declare.
 */

// biome-ignore lint/suspicious/noExplicitAny: records of all kinds stand in one list; each reads its own documents
export type AnyRecord = CaseRecord<any, any>;

/** Everything that the store and the archive hold. */
export type Registry = { readonly cases: readonly AnyRecord[]; readonly holdings: readonly Holding[] };

/** A document of some collection: plain JSON. */
export type Document = { readonly id: string; readonly version?: number } & Readonly<Record<string, unknown>>;

/**
 * The person by every id that they have: of the directory, of Entra. An id may hold several with blanks between them,
 * as the ids of notices and of cards do.
 */
export function whomOf(person: string, teamsId?: string): Whom {
  const entra =
    teamsId?.toLowerCase() ?? (person.startsWith('aad:') ? person.slice(4).toLowerCase() : undefined);
  const known = new Set([person, ...(entra ? [entra, `aad:${entra}`] : [])]);
  return (id) => id.split(' ').some((one) => known.has(one) || known.has(one.toLowerCase()));
}

/** What is stored of a person in one document: in what part they stand there, and their own words. */
export type Stored = {
  readonly collection: string;
  readonly noun: Text;
  readonly id: string;
  readonly parts: readonly Part[];
  /** What they did and said by the history of the case. */
  readonly did: readonly Pick<HistoryEntry, 'at' | 'act' | 'note'>[];
  readonly kept?: Text | undefined;
};

/** What one document holds of a person; `undefined` when it holds nothing. */
export function storedIn(
  doc: Document,
  kind: Pick<AnyRecord, 'collection' | 'noun' | 'people'> & { readonly kept?: Text },
  whom: Whom,
): Stored | undefined {
  if (![...peopleIn(doc, kind.people)].some(whom)) return undefined;
  const history = (doc.history as readonly HistoryEntry[] | undefined) ?? [];
  return {
    collection: kind.collection,
    noun: kind.noun,
    id: doc.id,
    parts: partsOf(doc, kind.people, whom),
    did: history
      .filter(({ by }) => whom(by))
      .map(({ at, act, note }) => ({ at, act, ...(note ? { note } : {}) })),
    ...(kind.kept ? { kept: kind.kept } : {}),
  };
}

/** What an erasure makes of a document. */
export type Erased =
  | { readonly what: 'nothing' }
  /** The case is under way, or the rules keep it: what must stay, and why. */
  | { readonly what: 'stays'; readonly why: Text }
  | { readonly what: 'remove' }
  | { readonly what: 'change'; readonly doc: Document };

/** A case without the person, once it has come to its end; until then it needs to know who is who. */
export function erasedCase(doc: Document, record: AnyRecord, whom: Whom, context: World): Erased {
  if (![...peopleIn(doc, record.people)].some(whom)) return { what: 'nothing' };
  if (isTheirOwn(doc, record.people, whom)) return { what: 'remove' };
  const one = record.schema.parse(doc) as CaseDocument;
  if (record.retention(one, context).closedOn === undefined) return { what: 'stays', why: underWay };
  const next = erasedFor(one, record, whom, context) as unknown as Document;
  return { what: 'change', doc: next };
}

const underWay: Text = {
  de: 'Der Vorgang ist noch nicht abgeschlossen. Solange muss nachvollziehbar sein, wer beteiligt ist.',
  en: 'The case is still under way. Until it ends it must be clear who takes part.',
};

export function erasedHolding(doc: Document, { people, onErase }: Holding, whom: Whom): Erased {
  if (![...peopleIn(doc, people)].some(whom)) return { what: 'nothing' };
  if (onErase === 'remove') return { what: 'remove' };
  const next = withoutPeople(doc, people, whom) as Document | undefined;
  return next === undefined ? { what: 'remove' } : { what: 'change', doc: next };
}
