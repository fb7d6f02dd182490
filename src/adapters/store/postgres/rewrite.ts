import type { Archive } from '../../../core/ports/archive.ts';
import type { Files } from '../../../core/ports/files.ts';
import type { Held } from '../rewrite.ts';
import { createPostgresArchive } from './archive.ts';
import { createPostgresFiles } from './files.ts';
import { fromJson, toJson } from './json.ts';
import { connected } from './transfer.ts';

/** All that is in a database while nobody else writes to it. */
export type HeldDatabase = Held & { readonly archive: Archive; readonly files: Files };

/**
 * Lets a command of the terminal work on a database: one transaction, all of it or nothing. Whoever wants to write
 * meanwhile waits; reading goes on.
 * @throws Error when the database cannot be reached
 */
export async function holdingDatabase<T>(url: string, work: (data: HeldDatabase) => Promise<T>): Promise<T> {
  return connected(url, async (client) => {
    const query = async <R>(text: string, values?: readonly unknown[]): Promise<readonly R[]> =>
      (await client.query(text, values as unknown[] | undefined)).rows;
    await client.query('BEGIN');
    await client.query('LOCK TABLE lotse_documents, lotse_archive IN EXCLUSIVE MODE');
    const rows = await query<{ collection: string; id: string; doc: string }>(
      'SELECT collection, id, doc::text FROM lotse_documents ORDER BY collection, id',
    );
    const documents = rows.map(({ collection, id, doc }) => ({ in: collection, id, doc: fromJson(doc) }));
    const result = await work({
      documents: () => documents,
      async write(changes) {
        for (const { in: collection, id, doc } of changes)
          if (!doc)
            await client.query('DELETE FROM lotse_documents WHERE collection = $1 AND id = $2', [
              collection,
              id,
            ]);
          else
            await client.query(
              `UPDATE lotse_documents SET version = $3, due_at = $4, lease_until = $5, doc = $6::jsonb
               WHERE collection = $1 AND id = $2`,
              [
                collection,
                id,
                doc.version + 1,
                doc.dueAt ?? null,
                doc.leaseUntil ?? null,
                toJson({ ...doc, version: doc.version + 1 }),
              ],
            );
      },
      archive: createPostgresArchive({ query, transaction: (inside) => inside(client) }),
      files: createPostgresFiles({ query }),
    });
    await client.query('COMMIT');
    return result;
  });
}
