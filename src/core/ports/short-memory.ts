/**
 * What is remembered for some minutes and may be forgotten without harm. Where several instances share the data they
 * share this as well; a single one keeps it in the process and writes nothing.
 */
export type ShortMemory = {
  recall(key: string, now: Date): Promise<unknown>;
  /** Not to be waited for: what comes of it is not worth an answer's time. */
  remember(key: string, what: unknown, now: Date): void;
  forget(key: string): void;
  /** Whether nobody has taken the key yet: of several that ask at once, one hears yes. */
  take(key: string, now: Date): Promise<boolean>;
};

/** A memory of its own for each use. @param minutes that something is kept */
export type Memories = (area: string, minutes: number) => ShortMemory;
