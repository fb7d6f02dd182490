import type { Schema, Stored } from '../../core/ports/store.ts';
import { equal } from './field-index.ts';
import type { Doc } from './tables.ts';

/** What is left of a value in JSON, frozen: what is in memory must be what would be on disk, and stays so. */
export const plain = (doc: object): Doc => frozen(JSON.parse(JSON.stringify(doc)) as Doc);

/** Frozen to the bottom. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
}

/** Reads documents as a schema describes them. */
export type Reader<T extends Stored> = {
  /** Frozen, and the same one for the same stored document. @throws what the schema says of a broken one */
  read(doc: Doc): T;
};

/**
 * A document that was read once is not read again as long as it is the same. Where the schema has nothing to add, which
 * is nearly always, what is handed out is the stored document itself.
 */
export function createReader<T extends Stored>(schema: Schema<T>): Reader<T> {
  const known = new WeakMap<Doc, T>();
  return {
    read(doc) {
      const before = known.get(doc);
      if (before) return before;
      const parsed = schema.parse(frozen(doc));
      const { dueAt, leaseUntil } = doc;
      const complete = {
        ...parsed,
        id: doc.id,
        version: doc.version,
        ...(dueAt === undefined ? {} : { dueAt }),
        ...(leaseUntil === undefined ? {} : { leaseUntil }),
      };
      const shown = equal(complete, doc) ? (doc as unknown as T) : frozen(complete);
      known.set(doc, shown);
      return shown;
    },
  };
}
