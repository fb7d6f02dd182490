import type { Files } from '../../../core/ports/files.ts';
import type { Connection } from './connection.ts';

/** Contents of files in a table of their own. */
export function createPostgresFiles({ query }: Pick<Connection, 'query'>): Files {
  return {
    async keep(id, content) {
      await query('INSERT INTO lotse_files (id, content) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
        id,
        Buffer.from(content),
      ]);
    },
    async read(id) {
      const [row] = await query<{ content: Buffer }>('SELECT content FROM lotse_files WHERE id = $1', [id]);
      return row?.content;
    },
    async remove(id) {
      await query('DELETE FROM lotse_files WHERE id = $1', [id]);
    },
    async list() {
      const rows = await query<{ id: string; at: Date }>(
        'SELECT id, kept_at AS at FROM lotse_files ORDER BY id',
      );
      return rows.map(({ id, at }) => ({ id, keptAt: at.toISOString() }));
    },
  };
}
