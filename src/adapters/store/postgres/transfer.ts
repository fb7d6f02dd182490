import pg from 'pg';
import type { Archived } from '../../../core/ports/archive.ts';
import type { Files } from '../../../core/ports/files.ts';
import type { Write } from '../tables.ts';
import { createPostgresFiles } from './files.ts';
import { fromJson, toJson } from './json.ts';
import { migrate } from './schema.ts';

/** Everything in a database, as it was at one moment. */
export type Contents = {
  readonly documents: readonly Write[];
  readonly archived: readonly { readonly year: number; readonly cases: readonly Archived[] }[];
};

/** Reads everything as it is at one moment, also while Lotse works with it. */
export async function readDatabase(url: string): Promise<Contents> {
  return connected(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const documents = await client.query<{ collection: string; id: string; doc: string }>(
      'SELECT collection, id, doc::text FROM lotse_documents ORDER BY collection, id',
    );
    const archive = await client.query<{ year: number; doc: string }>(
      'SELECT year, doc::text FROM lotse_archive ORDER BY year, kept',
    );
    await client.query('COMMIT');
    return {
      documents: documents.rows.map(({ collection, id, doc }) => ({
        in: collection,
        id,
        doc: fromJson(doc),
      })),
      archived: [...Map.groupBy(archive.rows, ({ year }) => year)].map(([year, rows]) => ({
        year,
        cases: rows.map(({ doc }) => fromJson(doc) as unknown as Archived),
      })),
    };
  });
}

/** The contents of files in a database. */
export const withDatabaseFiles = <T>(url: string, work: (files: Files) => Promise<T>): Promise<T> =>
  connected(url, (client) =>
    work(
      createPostgresFiles({
        query: async (text, values) => (await client.query(text, values as unknown[] | undefined)).rows,
      }),
    ),
  );

const atOnce = 500;

/**
 * Fills an empty database, all of it or nothing.
 * @throws Error when there is something in it already
 */
export async function fillDatabase(url: string, { documents, archived }: Contents): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
  await connected(url, async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE lotse_documents, lotse_archive IN EXCLUSIVE MODE');
    const { rows } = await client.query('SELECT 1 FROM lotse_documents LIMIT 1');
    if (rows.length > 0) throw new Error('there is data in the database already');
    for (let from = 0; from < documents.length; from += atOnce) {
      const some = documents.slice(from, from + atOnce).map(({ in: collection, id, doc }) => ({
        collection,
        id,
        version: doc?.version,
        due_at: doc?.dueAt ?? null,
        lease_until: doc?.leaseUntil ?? null,
        doc,
      }));
      await client.query(
        `INSERT INTO lotse_documents SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS r(collection text, id text, version integer, due_at text, lease_until text, doc jsonb)`,
        [toJson(some)],
      );
    }
    for (const { year, cases } of archived)
      for (let from = 0; from < cases.length; from += atOnce)
        await client.query(
          `INSERT INTO lotse_archive (id, year, doc)
           SELECT r.id, $2, r.doc FROM jsonb_to_recordset($1::jsonb) AS r(id text, doc jsonb)`,
          [toJson(cases.slice(from, from + atOnce).map((doc) => ({ id: doc.id, doc }))), year],
        );
    await client.query('COMMIT');
  });
}

/** @throws Error when the database cannot be reached */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
