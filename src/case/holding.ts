import type { Text } from '../core/text.ts';
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
  /** What an erasure leaves of a document in which the person stands. */
  readonly onErase: 'remove' | 'blank';
};
