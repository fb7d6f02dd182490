import type { CaseLetter } from '../core/case-number.ts';
import type { Indexed, Schema } from '../core/ports/store.ts';
import type { Text } from '../core/text.ts';
import type { CaseDocument } from './document.ts';
import type { PersonPlace } from './people.ts';
import type { World } from './world.ts';

/** When what of a case goes: days in Koblenz. What is not named stays. */
export type Retention = {
  /** When it came to its end; `undefined` while it is under way, or something of it is still to be done. */
  readonly closedOn?: string | undefined;
  /** From when on words that were needed for its organisation only are gone. */
  readonly wordsOn?: string | undefined;
  /** From when on it lies in the archive of the year of its end. */
  readonly archiveOn?: string | undefined;
  /** From when on nobody's name and no free text stands in it. */
  readonly namesOn?: string | undefined;
  /** From when on nothing is left. */
  readonly removeOn?: string | undefined;
};

/** What is kept of a kind of case, without what can be done with it: commands of the terminal need no more. */
export type CaseRecord<D extends CaseDocument, C extends World> = {
  /** Its collection: `date-polls`. */
  readonly collection: string;
  /** Absent where it has no number and nobody types one: a profile, whose id is that of the person. */
  readonly letter?: CaseLetter | undefined;
  /** "Terminumfrage": what one of them is called. */
  readonly noun: Text;
  readonly schema: Schema<D>;
  /** Fields by which cases are looked for, see the store port. */
  readonly indexed?: Indexed<D> | undefined;
  /** What counts as decided, as plain data: only an entry of the history may change it, and the audit covers it. */
  readonly covers: (doc: D) => unknown;
  /** Every place in the document where a person stands, besides the history. */
  readonly people: readonly PersonPlace[];
  readonly retention: (doc: D, context: C) => Retention;
  /** Whether an id is that of such a case. */
  readonly isOne: (id: string) => boolean;
  /** Whether nobody stands in it any more. */
  readonly isErased: (doc: D) => boolean;
  /** The case without words that only its organisation needed; `undefined` when there are none. */
  readonly withoutWords?: ((doc: D, now: string) => D | undefined) | undefined;
  /** Whose case it is, where it is one person's: when they are erased, all free texts of it go with them. */
  readonly owner?: ((doc: D) => string) | undefined;
  /** Free texts that go with the names. */
  readonly wordless?: ((doc: D) => D) | undefined;
};
