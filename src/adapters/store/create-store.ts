import type { Schema, Store, Stored } from '../../core/ports/store.ts';
import { createCollection, read } from './collection.ts';
import { createGroupCommit } from './group-commit.ts';
import { matching, type Tables, type Write } from './tables.ts';

type Medium = {
  /** What the medium holds at the start; from now on the store's own. */
  readonly tables: Tables;
  /** Writes all or nothing. After its first failure the store is read-only. */
  readonly persist: (writes: readonly Write[]) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Where the documents lie and what to do when one is broken, for error messages. */
  readonly place: string;
};

/** A store that holds all documents in memory and keeps them on a medium. */
export function createStore({ tables, persist, close, place }: Medium): Store {
  let closing: Promise<void> | undefined;
  const group = createGroupCommit(tables, persist);
  const schemas = new Map<string, Schema<unknown>>();

  /** All documents are checked when a collection is opened, so that a broken one is found at the start. */
  function checkAll<T extends Stored>(name: string, schema: Schema<T>): void {
    for (const doc of matching(tables, name)) {
      try {
        read(schema, doc);
      } catch (error) {
        throw new Error(`${name} "${doc.id}" is not what this version expects (${place}): ${error}`);
      }
    }
  }

  return {
    collection(name, schema) {
      checkAll(name, schema);
      schemas.set(name, schema);
      return createCollection(name, schema, { tables, group, schemas });
    },
    close() {
      group.end(new Error('the store is closed'));
      closing ??= group.settled().then(close, close);
      return closing;
    },
  };
}
