/** A case that has left the store: plain JSON, checked by whoever reads it. */
export type Archived = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * Where closed cases are kept for years, one file a year. Whoever moves a case keeps it here first and removes it from
 * the store then: what happens between the two may be repeated.
 */
export type Archive = {
  /** Durable when it resolves. A case that is kept already is replaced by what is kept now. */
  keep(year: number, cases: readonly Archived[]): Promise<void>;
  find(id: string): Promise<Archived | undefined>;
  /** The cases of a year, each once, in the order they were kept. */
  list(year: number): AsyncIterable<Archived>;
  /** In which years there are cases, ascending. */
  years(): Promise<readonly number[]>;
  /**
   * Writes a year anew, e.g. to erase names. What the change replaces cannot be read from the file any more.
   * @param concerns which ids the change is about at all; the others need not even be read
   * @returns how many cases have changed
   */
  rewrite(
    year: number,
    change: (one: Archived) => Archived,
    concerns?: (id: string) => boolean,
  ): Promise<number>;
};
