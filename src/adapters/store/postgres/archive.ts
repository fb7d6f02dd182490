import type pg from 'pg';
import type { Archive, Archived } from '../../../core/ports/archive.ts';
import { frozen } from '../frozen.ts';
import type { Connection } from './connection.ts';
import { fromJson, toJson } from './json.ts';

/** Cases are read in portions, so that a year need not fit into memory. */
const portion = 500;

type Row = { readonly doc: string; readonly kept: string };

type Asked = Pick<Connection, 'query'> & {
  transaction<T>(work: (client: Pick<pg.ClientBase, 'query'>) => Promise<T>): Promise<T>;
};

/** Closed cases in a table of their own: whatever instance keeps them, all find them. */
export function createPostgresArchive({ query, transaction }: Asked): Archive {
  async function* rowsOf(year: number): AsyncGenerator<Archived> {
    for (let last = '0'; ; ) {
      const rows = await query<Row>(
        'SELECT doc::text, kept::text FROM lotse_archive WHERE year = $1 AND kept > $2 ORDER BY kept LIMIT $3',
        [year, last, portion],
      );
      for (const { doc } of rows) yield archived(doc);
      last = rows.at(-1)?.kept ?? last;
      if (rows.length < portion) return;
    }
  }

  return {
    async keep(year, cases) {
      // Of several with the same id the last one counts.
      const last = [...new Map(cases.map((one) => [one.id, one])).values()];
      await transaction(async (client) => {
        await client.query(
          `INSERT INTO lotse_archive (id, year, doc)
           SELECT r.id, $2, r.doc FROM jsonb_to_recordset($1::jsonb) AS r(id text, doc jsonb)
           ON CONFLICT (id) DO UPDATE SET year = excluded.year, doc = excluded.doc`,
          [toJson(last.map((doc) => ({ id: doc.id, doc }))), year],
        );
      });
    },
    async find(id) {
      const [row] = await query<Row>('SELECT doc::text FROM lotse_archive WHERE id = $1', [id]);
      return row && archived(row.doc);
    },
    list: rowsOf,
    async years() {
      const rows = await query<{ year: number }>('SELECT DISTINCT year FROM lotse_archive ORDER BY year');
      return rows.map(({ year }) => year);
    },
    async rewrite(year, change, concerns = () => true) {
      let changed = 0;
      for await (const one of rowsOf(year)) {
        if (!concerns(one.id)) continue;
        const next = change(one);
        if (next === one) continue;
        await query('UPDATE lotse_archive SET doc = $2::jsonb WHERE id = $1', [one.id, toJson(next)]);
        changed += 1;
      }
      return changed;
    },
  };
}

const archived = (json: string): Archived => frozen(fromJson(json) as unknown as Archived);
