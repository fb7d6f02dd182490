import type { Schema } from '../core/ports/store.ts';
import type { Text } from '../core/text.ts';
import type { ChainedDocument } from './document.ts';
import type { PersonPlace } from './people.ts';

/**
 * A collection that is no case: what is kept in it of people, how long, and what an erasure does with it. Every
 * collection of the store is a case's or has one of these; access, export and erasure by person read nothing else.
 */
export type Holding = {
  readonly collection: string;
  /** What one of its documents is called: "Benachrichtigung". */
  readonly noun: Text;
  readonly people: readonly PersonPlace[];
  /** How long it is kept, as a sentence. */
  readonly kept: Text;
  /**
   * What an erasure leaves of a document in which the person stands: nothing, the places without the person, or all of
   * it, because cases under way rest on it.
   */
  readonly onErase: 'remove' | 'blank' | 'keep';
  /** Where its documents have a history of their own: a budget. */
  readonly chain?: HoldingChain | undefined;
};

/** A chained history beside the cases: an erasure is an entry in it, and the audit covers it. */
export type HoldingChain = {
  readonly schema: Schema<ChainedDocument>;
  // biome-ignore lint/suspicious/noExplicitAny: holdings of all kinds stand in one list; each reads its own documents
  readonly covers: (doc: any) => unknown;
  /** Whether nobody needs to know any more who did what. @param day `2026-11-24` */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly isOver: (doc: any, day: string) => boolean;
};
