import { apply, type Doc, type Tables, type Write } from './tables.ts';

/** Makes decisions build on each other at once and become durable in groups: one write for all that came meanwhile. */
export type GroupCommit = {
  /** The newest state of a document, durable or not: what a decision builds on. */
  latest(collection: string, id: string): Doc | undefined;
  /** What was decided in a collection and is not durable yet, by id. */
  awaited(collection: string): ReadonlyMap<string, Write>;
  /** Resolves when all the writes are durable and readable; rejects when none of them is. */
  commit(writes: readonly Write[]): Promise<void>;
  /** Resolves when everything that was committed before is durable. */
  settled(): Promise<void>;
  /** Lets what was committed before end well and rejects every further commit with this error. */
  end(error: Error): void;
};

const nothing: ReadonlyMap<string, Write> = new Map();

type Group = PromiseWithResolvers<void> & { readonly writes: Write[] };

/**
 * @param tables what is durable; changed only after `persist` succeeded, so that a failed write leaves no trace
 * @param persist writes a group atomically; when it fails once, every further commit is rejected with its error
 */
export function createGroupCommit(
  tables: Tables,
  persist: (writes: readonly Write[]) => Promise<void>,
): GroupCommit {
  let pending = new Map<string, Map<string, Write>>();
  let writing: Group | undefined;
  let next: Group | undefined;
  let failure: { readonly error: unknown } | undefined;

  async function run(): Promise<void> {
    // Changes that are made in the same tick share a write.
    await undefined;
    while (next) {
      writing = next;
      next = undefined;
      try {
        await persist(writing.writes);
      } catch (error) {
        fail(error, writing);
        break;
      }
      apply(tables, writing.writes);
      forget(writing.writes);
      writing.resolve();
    }
    writing = undefined;
  }

  function fail(error: unknown, group: Group): void {
    failure = { error };
    pending = new Map();
    group.reject(error);
    // What was decided meanwhile was decided on documents that do not exist.
    next?.reject(error);
    next = undefined;
  }

  function forget(writes: readonly Write[]): void {
    for (const write of writes) {
      const table = pending.get(write.in);
      if (table?.get(write.id) === write) table.delete(write.id);
    }
  }

  function remember(write: Write): void {
    const table = pending.get(write.in) ?? new Map<string, Write>();
    pending.set(write.in, table.set(write.id, write));
  }

  return {
    latest(collection, id) {
      const write = pending.get(collection)?.get(id);
      return write ? write.doc : tables.get(collection)?.docs.get(id);
    },
    awaited: (collection) => pending.get(collection) ?? nothing,
    async commit(writes) {
      if (failure) throw failure.error;
      for (const write of writes) remember(write);
      const idle = !next && !writing;
      next ??= { ...Promise.withResolvers<void>(), writes: [] };
      next.writes.push(...writes);
      const durable = next.promise;
      if (idle) void run();
      return durable;
    },
    async settled() {
      await (next ?? writing)?.promise;
    },
    end(error) {
      failure ??= { error };
    },
  };
}
