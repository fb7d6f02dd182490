/**
 * What every stored document has. `version` counts its changes from 1 and belongs to the store; a caller
 * never sets it. Documents are plain JSON data.
 */
export type Stored = {
  readonly id: string;
  readonly version: number;
  /** ISO 8601 UTC: when a job should look at the document next; absent = never. See {@link Collection.claim}. */
  readonly dueAt?: string | undefined;
  /** ISO 8601 UTC: until then one worker has claimed it. */
  readonly leaseUntil?: string | undefined;
};

/** A document before the store gave it a version. */
export type New<T extends Stored> = Omit<T, 'version'>;

/** A document of another collection that must be written in the same write, e.g. a notice that a decision owes. */
export type Also = {
  readonly collection: string;
  readonly doc: { readonly id: string } & Readonly<Record<string, unknown>>;
};

/** Result of a pure change: the new document, and what must be added elsewhere in the same atomic write. */
export type Change<T extends Stored> = { readonly doc: New<T>; readonly also?: readonly Also[] };

export type Query<T extends Stored> = {
  /** Equality on top-level fields; all must hold. */
  readonly where?: Partial<T>;
  /** At most this many, in the order of ids. */
  readonly limit?: number;
};

export type ClaimRequest = {
  /** ISO 8601 UTC. Documents with `dueAt` ≤ now whose lease is absent or over are claimed, earliest due first. */
  readonly now: string;
  /** ISO 8601 UTC. */
  readonly leaseUntil: string;
  readonly limit: number;
};

/** A named set of documents. Every write is durable when its promise resolves. */
export type Collection<T extends Stored> = {
  get(id: string): Promise<T | undefined>;
  list(query?: Query<T>): Promise<readonly T[]>;
  /** @throws {AlreadyExists} when the id is taken; then nothing is written, `also` neither. */
  add(doc: New<T>, also?: readonly Also[]): Promise<T>;
  /**
   * Replaces the document by what `decide` makes of it, atomically. `decide` must be pure: it runs again on a
   * conflict. Returning `undefined` leaves everything as it is. Whatever it throws is passed on, nothing written.
   * An `also` whose id exists already is left alone: the same effect is owed only once.
   * @throws {NotFound} when there is no such document.
   */
  change(id: string, decide: (doc: T) => Change<T> | undefined): Promise<T>;
  /** Removes the document; removing what is not there is fine. */
  remove(id: string): Promise<void>;
  /** Takes due work under a lease: no two callers get the same document before its lease is over. */
  claim(request: ClaimRequest): Promise<readonly T[]>;
};

/** Checks a document when it is read from disk; zod schemas fit. @throws when the data is broken. */
export type Schema<T> = { parse(data: unknown): T };

export type Store = {
  /** The same name gives the same documents. The schema describes them including `version`. */
  collection<T extends Stored>(name: string, schema: Schema<T>): Collection<T>;
  /** Waits for writes under way and releases files, locks and connections. */
  close(): Promise<void>;
};

export class NotFound extends Error {
  constructor(collection: string, id: string) {
    super(`there is no ${collection} "${id}"`);
    this.name = 'NotFound';
  }
}

export class AlreadyExists extends Error {
  constructor(collection: string, id: string) {
    super(`${collection} "${id}" exists already`);
    this.name = 'AlreadyExists';
  }
}
