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

/** Names a document of any collection. */
export type DocumentRef = { readonly collection: string; readonly id: string };

/** A document of another collection as it is read beside a change: plain JSON, to be checked by whoever reads it. */
export type Beside = Stored & Readonly<Record<string, unknown>>;

/**
 * A document of another collection that must be written in the same write. Without a `version` it is added, unless
 * its id exists: the same effect is owed only once. With one it replaces the document that was read beside the change.
 */
export type Also = {
  readonly collection: string;
  readonly doc: { readonly id: string; readonly version?: number | undefined } & Readonly<
    Record<string, unknown>
  >;
};

/** Result of a pure change: the new document, and what must be written elsewhere in the same atomic write. */
export type Change<T extends Stored> = { readonly doc: New<T>; readonly also?: readonly Also[] };

/** What became of a change: the document as it is now, and whether the decision wrote anything. */
export type Changed<T extends Stored> = { readonly doc: T; readonly isChanged: boolean };

/**
 * What is asked for. At least one of the fields must be one of the collection's {@link Indexed}: a query costs what it
 * returns, never what is stored.
 */
export type Query<T extends Stored> = {
  /** Equality on top-level fields; all must hold. */
  readonly where?: Partial<T>;
  /** Lists in top-level fields that must hold a value; all must. */
  readonly contains?: { readonly [K in keyof T]?: string };
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

/** Top-level fields by which documents are found, by their value or by what a list in them holds. */
export type Indexed<T extends Stored> = readonly (keyof T & string)[];

/**
 * A named set of documents. Every write is durable when its promise resolves. Documents are handed out frozen, the same
 * one to everybody: a change makes a new one.
 */
export type Collection<T extends Stored> = {
  get(id: string): Promise<T | undefined>;
  /** Documents that the schema does not read are logged and left out: one broken one keeps nobody from the others. */
  list(query?: Query<T>): Promise<readonly T[]>;
  /** @throws {AlreadyExists} when the id is taken; then nothing is written, `also` neither. */
  add(doc: New<T>, also?: readonly Also[]): Promise<T>;
  /**
   * Replaces the document by what `decide` makes of it, atomically. `decide` must be pure: it runs again on a
   * conflict. Returning `undefined` leaves everything as it is. Whatever it throws is passed on, nothing written.
   * @param beside documents of other collections that the decision rests on: `decide` gets them in this order, read
   *   in the same moment (`undefined` where there is none), and may replace them by way of `also`.
   * @throws {NotFound} when there is no such document.
   */
  change(
    id: string,
    decide: (doc: T, beside: readonly (Beside | undefined)[]) => Change<T> | undefined,
    beside?: readonly DocumentRef[],
  ): Promise<Changed<T>>;
  /** Removes the document; removing what is not there is fine. */
  remove(id: string): Promise<void>;
  /** Takes due work under a lease: no two callers get the same document before its lease is over. */
  claim(request: ClaimRequest): Promise<readonly T[]>;
};

/** Checks a document when it is read from disk; zod schemas fit. @throws when the data is broken. */
export type Schema<T> = { parse(data: unknown): T };

export type Store = {
  /** The same name gives the same documents. The schema describes them including `version`. */
  collection<T extends Stored>(name: string, schema: Schema<T>, indexed?: Indexed<T>): Collection<T>;
  /**
   * Whether this process does the work of a name now. Where several processes share a store, at most one does at any
   * moment; when it dies another takes over.
   */
  leads(work: string): Promise<boolean>;
  /** @throws what keeps the store from reading or writing */
  check(): Promise<void>;
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
