import pg from 'pg';

/** What can be seen of a database without changing it. */
export type DatabaseLook = {
  readonly takesChanges: boolean;
  /** Whether this user may create tables there, as an update may need. */
  readonly mayCreate: boolean;
  /** `undefined` when Lotse has never worked with it. */
  readonly documents: number | undefined;
};

/** @throws what the server said, or that it cannot be reached */
export async function lookAtDatabase(url: string): Promise<DatabaseLook> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ takes: boolean; may: boolean; known: boolean }>(
      `SELECT NOT pg_is_in_recovery() AS takes,
              has_schema_privilege(current_schema(), 'CREATE') AS may,
              to_regclass('lotse_documents') IS NOT NULL AS known`,
    );
    const { takes = false, may = false, known = false } = rows[0] ?? {};
    const counted = known && (await client.query('SELECT count(*)::int AS n FROM lotse_documents'));
    return {
      takesChanges: takes,
      mayCreate: may,
      documents: counted ? counted.rows[0]?.n : undefined,
    };
  } finally {
    await client.end();
  }
}
