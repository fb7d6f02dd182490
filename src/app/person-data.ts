import type { ChainedDocument } from '../case/document.ts';
import { erasedFor } from '../case/erasure.ts';
import type { Holding } from '../case/holding.ts';
import { isTheirOwn, type Part, partsOf, peopleIn, type Whom, withoutPeople } from '../case/people.ts';
import { today, type World } from '../case/world.ts';
import { labelOf, namedCase } from '../core/case-number.ts';
import { dayIn } from '../core/day.ts';
import type { HistoryEntry } from '../core/history.ts';
import type { Text } from '../core/text.ts';
import type { AnyRecord } from './registry.ts';

/*
 * What is stored of a person, and how it goes: for every collection, from what the collections themselves declare.
 */

/** A document of some collection: plain JSON. */
export type Document = { readonly id: string; readonly version?: number } & Readonly<Record<string, unknown>>;

/** Somebody by every id that they have, and how they are called. */
export type Known = {
  /** Of the directory, of Entra, `aad:` and that of Entra, of their personal chats. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
};

/**
 * An id may hold several with blanks between them, as the ids of notices, of cards and of messages do. Entra ids are
 * the same in small and capital letters.
 */
export function whomOf({ ids }: Known): Whom {
  const known = new Set(ids);
  return (id) =>
    id.split(' ').some((one) => known.has(one) || (isEntra(one) && known.has(one.toLowerCase())));
}

/** Other ids are words, which may begin with a capital letter where no person is meant: "Digitallotse". */
const isEntra = (id: string): boolean => /^(aad:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** What is stored of a person in one document: in what part they stand there, and their own words. */
export type Stored = {
  readonly collection: string;
  readonly noun: Text;
  readonly id: string;
  readonly inArchive?: true;
  readonly parts: readonly Part[];
  /** What they did and said by the history of the case. */
  readonly did: readonly Did[];
  /** Their own words as people read them. */
  readonly told: readonly string[];
  readonly kept: Text;
};

/** How what is stored is read. */
export type Reader = {
  readonly line: (collection: string, entry: HistoryEntry, doc: Document) => string;
  readonly told: (said: Part['said'], collection: string, doc: Document) => readonly string[];
};

export type Did = Pick<HistoryEntry, 'at' | 'act' | 'note'> & {
  /** As people read it. */
  readonly line: string;
};

/** What one document holds of a person; `undefined` when it holds nothing. */
function partsIn(
  doc: Document,
  { collection, people }: Pick<AnyRecord, 'collection' | 'people'>,
  whom: Whom,
  reader: Reader,
) {
  if (!stands(doc, people, whom)) return undefined;
  const history = (doc.history as readonly HistoryEntry[] | undefined) ?? [];
  const parts = partsOf(doc, people, whom);
  return {
    id: doc.id,
    parts,
    told: parts.flatMap(({ said }) => reader.told(said, collection, doc)),
    did: history
      .filter(({ by }) => whom(by))
      .map((entry) => {
        const { at, act, note } = entry;
        return { at, act, ...(note ? { note } : {}), line: reader.line(collection, entry, doc) };
      }),
  };
}

const stands = (doc: Document, people: AnyRecord['people'], whom: Whom): boolean =>
  [...peopleIn(doc, people)].some(whom);

export function storedInCase(
  doc: Document,
  record: AnyRecord,
  whom: Whom,
  context: World,
  reader: Reader,
): Stored | undefined {
  const { collection, noun } = record;
  const found = partsIn(doc, record, whom, reader);
  return found && { collection, noun, ...found, kept: keptOf(doc, record, context) };
}

export function storedInHolding(
  doc: Document,
  { collection, noun, people, kept }: Holding,
  whom: Whom,
  reader: Reader,
): Stored | undefined {
  const found = partsIn(doc, { collection, people }, whom, reader);
  return found && { collection, noun, ...found, kept };
}

/** How long a case is kept, as far as that is known now. */
function keptOf(doc: Document, record: AnyRecord, context: World): Text {
  const { closedOn, wordsOn, archiveOn, namesOn, removeOn } = record.retention(
    record.schema.parse(doc),
    context,
  );
  if (closedOn === undefined)
    return {
      de: 'Der Vorgang ist noch offen; die Frist beginnt mit seinem Abschluss.',
      en: 'The case is still open; its period begins when it ends.',
    };
  const steps: readonly (readonly [string | undefined, string, string])[] = [
    [closedOn, 'abgeschlossen', 'ended'],
    [wordsOn, 'Worte der Organisation gelöscht', 'words of its organisation are deleted'],
    [archiveOn, 'ins Archiv', 'to the archive'],
    [namesOn, 'Namen und freie Texte gelöscht', 'names and free texts are deleted'],
    [removeOn, 'ganz entfernt', 'removed'],
  ];
  const known = steps.filter(([day]) => day !== undefined);
  const isForGood = namesOn === undefined && removeOn === undefined;
  return {
    de: `${known.map(([day = '', what]) => `${what} ${dayIn('de', day)}`).join(', ')}${isForGood ? ', dann auf Dauer' : ''}.`,
    en: `${known.map(([day = '', , what]) => `${what} ${dayIn('en', day)}`).join(', ')}${isForGood ? ', then for good' : ''}.`,
  };
}

/** What an erasure makes of a document. */
export type Erased =
  | { readonly what: 'nothing' }
  /** The case is under way, or the rules keep it: what must stay, and why. */
  | { readonly what: 'stays'; readonly why: Text }
  | { readonly what: 'remove' }
  | { readonly what: 'change'; readonly doc: Document };

/**
 * A case without the person, once it has come to its end; until then it needs to know who is who.
 * @throws Error when what is left is not what the program could read again: then nothing may be written
 */
export function erasedCase(
  doc: Document,
  record: AnyRecord,
  whom: Whom,
  context: World,
  names: readonly string[] = [],
): Erased {
  if (!stands(doc, record.people, whom)) return { what: 'nothing' };
  // A document of the person's own, like a profile, goes as a whole, and at once.
  if (isTheirOwn(doc, record.people, whom)) return { what: 'remove' };
  const one = record.schema.parse(doc);
  if (record.retention(one, context).closedOn === undefined) return { what: 'stays', why: underWay };
  const next = record.schema.parse(erasedFor(one, record, whom, context, names)) as Document;
  return { what: 'change', doc: next };
}

const underWay: Text = {
  de: 'Der Vorgang ist noch nicht abgeschlossen. Solange muss nachvollziehbar sein, wer beteiligt ist.',
  en: 'The case is still under way. Until it ends it must be clear who takes part.',
};

export function erasedHolding(
  doc: Document,
  holding: Holding,
  whom: Whom,
  context: World,
  names: readonly string[] = [],
): Erased {
  const { people, onErase, chain, kept: why } = holding;
  if (!stands(doc, people, whom)) return { what: 'nothing' };
  if (onErase === 'remove') return { what: 'remove' };
  if (onErase === 'keep') return { what: 'stays', why };
  if (chain) {
    const one = chain.schema.parse(doc);
    if (!chain.isOver(one, today(context))) return { what: 'stays', why };
    const next = erasedFor<ChainedDocument>(one, { people, covers: chain.covers }, whom, context, names);
    return { what: 'change', doc: chain.schema.parse(next) as Document };
  }
  const next = withoutPeople(doc, people, whom) as Document | undefined;
  return next === undefined ? { what: 'remove' } : { what: 'change', doc: next };
}

/** The number as people read it; other ids as they are. */
export const numberOf = (id: string): string => (namedCase(id)?.id === id ? labelOf({ id }) : id);

/** How the terminal names a document. */
export const nameOf = ({ noun, id }: Pick<Stored, 'noun' | 'id'>): string => `${noun.de} ${numberOf(id)}`;
