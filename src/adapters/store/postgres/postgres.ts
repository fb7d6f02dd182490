import type { Archive } from '../../../core/ports/archive.ts';
import type { Files } from '../../../core/ports/files.ts';
import { type Log, silent } from '../../../core/ports/log.ts';
import type { Schema, Store } from '../../../core/ports/store.ts';
import { createReader } from '../frozen.ts';
import { createPostgresArchive } from './archive.ts';
import { connect } from './connection.ts';
import { createDocuments } from './documents.ts';
import { createPostgresFiles } from './files.ts';
import { createLeading } from './leading.ts';
import { addIndexes, migrate } from './schema.ts';

export type PostgresSettings = {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  readonly log?: Log;
};

/**
 * Documents in PostgreSQL, for any number of processes at once.
 * @throws Error when the database cannot be reached, or belongs to a newer version; it says what to do
 */
export async function openPostgresStore({
  url,
  log = silent,
}: PostgresSettings): Promise<{ readonly store: Store; readonly archive: Archive; readonly files: Files }> {
  const connection = connect(url, log);
  const { pool } = connection;
  try {
    await migrate(pool);
  } catch (error) {
    await connection.close();
    throw cannotStart(error as Error);
  }
  const leading = createLeading(url, log);
  const schemas = new Map<string, Schema<unknown>>();
  let prepared: Promise<void> = Promise.resolve();
  const store: Store = {
    collection(name, schema, indexed = []) {
      schemas.set(name, schema);
      if (indexed.length > 0) {
        prepared = prepared.then(() => addIndexes(pool, name, indexed));
        // Whoever uses the collection meets the error.
        prepared.catch(() => undefined);
      }
      const ready = () => prepared;
      return createDocuments(name, schema, createReader(schema), { connection, ready, schemas, log });
    },
    leads: leading.leads,
    async check() {
      const [row] = await connection.query<{ readonly: boolean }>('SELECT pg_is_in_recovery() AS readonly');
      if (row?.readonly) throw new Error('the database takes no changes');
    },
    async close() {
      await prepared.catch(() => undefined);
      await leading.close();
      await connection.close();
    },
  };
  return { store, archive: createPostgresArchive(connection), files: createPostgresFiles(connection) };
}

function cannotStart(cause: Error): Error {
  const reason = cause.message || String((cause as { code?: unknown }).code);
  return new Error(
    `The database that STORE_URL names cannot be used: ${reason}. Check that it runs, that this machine reaches it, and name, password and rights of its user (it must be allowed to create tables).`,
    { cause },
  );
}
