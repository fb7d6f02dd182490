import { createHash } from 'node:crypto';
import pg from 'pg';

/** One statement each; the place in the list is the version of the schema. They are only ever added to. */
const migrations: readonly string[] = [
  `CREATE TABLE lotse_documents (
     collection text COLLATE "C" NOT NULL,
     id text COLLATE "C" NOT NULL,
     version integer NOT NULL,
     due_at text COLLATE "C",
     lease_until text COLLATE "C",
     doc jsonb NOT NULL,
     PRIMARY KEY (collection, id))`,
  'CREATE INDEX lotse_documents_due ON lotse_documents (collection, due_at, id) WHERE due_at IS NOT NULL',
  `CREATE TABLE lotse_archive (
     id text COLLATE "C" PRIMARY KEY,
     year integer NOT NULL,
     kept bigint GENERATED ALWAYS AS IDENTITY,
     doc jsonb NOT NULL)`,
  'CREATE INDEX lotse_archive_year ON lotse_archive (year, kept)',
  `CREATE TABLE lotse_files (
     id text COLLATE "C" PRIMARY KEY,
     kept_at timestamptz NOT NULL DEFAULT now(),
     content bytea NOT NULL)`,
];

/** Held while the schema is changed, so that of several instances that start together one does it. */
const lock = 7_205_001;

/**
 * Brings the tables to what this version works with.
 * @throws Error when a newer version has changed them already
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  await locked(pool, async (client) => {
    await client.query('CREATE TABLE IF NOT EXISTS lotse_schema (version integer NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM lotse_schema');
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length)
      throw new Error(
        `The database has version ${version} of Lotse's tables, this program knows ${migrations.length}. Start the newer program, or restore a backup from before the update.`,
      );
    for (const statement of migrations.slice(version)) await client.query(statement);
    await client.query(
      rows.length > 0 ? 'UPDATE lotse_schema SET version = $1' : 'INSERT INTO lotse_schema VALUES ($1)',
      [migrations.length],
    );
  });
}

/** Makes sure that documents of a collection are found by these fields. */
export async function addIndexes(
  pool: pg.Pool,
  collection: string,
  fields: readonly string[],
): Promise<void> {
  const wanted = fields.flatMap((field) => indexesOf(collection, field));
  const { rows } = await pool.query<{ name: string }>(
    `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'lotse_documents' AND indexname = ANY($1)`,
    [wanted.map(({ name }) => name)],
  );
  const known = new Set(rows.map(({ name }) => name));
  const missing = wanted.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  await locked(pool, async (client) => {
    for (const { statement } of missing) await client.query(statement);
  });
}

function indexesOf(collection: string, field: string) {
  const only = `collection = ${pg.escapeLiteral(collection)}`;
  const value = fieldOf(field);
  const named = (kind: string) =>
    `lotse_${kind}_${createHash('sha256').update(`${collection} ${field}`).digest('hex').slice(0, 16)}`;
  const index = (kind: string, how: string) => ({
    name: named(kind),
    statement: `CREATE INDEX IF NOT EXISTS ${named(kind)} ON lotse_documents ${how}`,
  });
  return [
    index('by', `(${fingerprint(value)}, id) WHERE ${only}`),
    index('in', `USING gin ((${value}) jsonb_path_ops) WHERE ${only} AND jsonb_typeof(${value}) = 'array'`),
  ];
}

/** A top-level field of a document in SQL. */
export const fieldOf = (field: string): string => `(doc -> ${pg.escapeLiteral(field)})`;

/** Values are compared by it first: it is short, whatever stands in the field. Nothing is a value too. */
export const fingerprint = (value: string): string => `md5(coalesce(${value}::text, ''))`;

async function locked(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
