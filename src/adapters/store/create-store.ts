import { type Log, silent } from '../../core/ports/log.ts';
import type { Query, Schema, Store, Stored } from '../../core/ports/store.ts';
import { createCollection } from './collection.ts';
import { createReader, type Reader } from './frozen.ts';
import { createGroupCommit } from './group-commit.ts';
import { createInPassing } from './in-passing.ts';
import { addIndex, isIndexed, type Tables, type Write } from './tables.ts';

type Medium = {
  /** What the medium holds at the start; from now on the store's own. */
  readonly tables: Tables;
  /** Writes all or nothing. After its first failure the store is read-only. */
  readonly persist: (writes: readonly Write[]) => Promise<void>;
  readonly close: () => Promise<void>;
  /** @throws what keeps the medium from being written. */
  readonly check?: () => Promise<void>;
  readonly log?: Log;
  /** A query by a field that was not declared is a fault, not only slow. */
  readonly isStrict?: boolean;
};

/** A store that holds all documents in memory and keeps them on a medium. */
export function createStore({
  tables,
  persist,
  close,
  check,
  log = silent,
  isStrict = false,
}: Medium): Store {
  let closing: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const group = createGroupCommit(tables, async (writes) => {
    try {
      await persist(writes);
    } catch (error) {
      failure = { error };
      throw error;
    }
  });
  const schemas = new Map<string, Schema<unknown>>();

  const inPassing = createInPassing();
  /**
   * All documents are read after a collection was opened, so that a broken one is found soon and not when somebody needs
   * it; in small pieces, because nobody waits for it.
   */
  function readAll<T extends Stored>(name: string, { read }: Reader<T>): void {
    const table = tables.get(name);
    if (!table) return;
    inPassing.each([...table.ids.all()], (id) => {
      const doc = table.docs.get(id);
      try {
        if (doc) read(doc);
      } catch (error) {
        log.error('document-unreadable', { collection: name, document: id, error });
      }
    });
  }

  function prepare(collection: string, { where = {}, contains = {} }: Query<Stored>): void {
    const fields = [...Object.keys(where), ...Object.keys(contains)];
    const [first] = fields;
    if (first === undefined || fields.some((field) => isIndexed(tables, collection, field))) return;
    const what = `${collection} are asked for by ${fields.join(', ')}, but found by none of these`;
    if (isStrict) throw new Error(`${what}: name one where the collection is opened (Indexed)`);
    log.warn('index-not-declared', { collection, field: first });
    addIndex(tables, collection, first);
  }

  return {
    collection(name, schema, indexed = []) {
      for (const field of indexed) addIndex(tables, name, field);
      const reader = createReader(schema);
      readAll(name, reader);
      schemas.set(name, schema);
      return createCollection(name, schema, reader, { tables, group, schemas, log, prepare });
    },
    // Jobs look at all there is: in one piece that would hold everybody else up.
    leads: async () => {
      await inPassing.done();
      return true;
    },
    async check() {
      if (failure) throw failure.error;
      await check?.();
    },
    close() {
      inPassing.stop();
      group.end(new Error('the store is closed'));
      closing ??= group.settled().then(close, close);
      return closing;
    },
  };
}
