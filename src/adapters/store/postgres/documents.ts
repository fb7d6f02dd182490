import pg from 'pg';
import { createBoundedMap } from '../../../core/bounded-map.ts';
import type { Log } from '../../../core/ports/log.ts';
import {
  AlreadyExists,
  type Also,
  type Collection,
  type DocumentRef,
  NotFound,
  type Query,
  type Schema,
  type Stored,
} from '../../../core/ports/store.ts';
import { onlyOnce } from '../collection.ts';
import { plain, type Reader } from '../frozen.ts';
import type { Doc } from '../tables.ts';
import { Again, type Connection } from './connection.ts';
import { fromJson, toJson } from './json.ts';
import { fieldOf, fingerprint } from './schema.ts';

/** What the collections of one database share. */
export type Shared = {
  readonly connection: Connection;
  /** Resolves when tables and indexes are there. */
  readonly ready: () => Promise<void>;
  readonly schemas: ReadonlyMap<string, Schema<unknown>>;
  readonly log: Log;
};

type Written = { readonly collection: string; readonly doc: Doc };
type Row = { readonly doc: string };
/** `mark` changes with whatever is written, also where a document is removed and comes back. */
type Marked = { readonly id: string; readonly mark: string };
/** The first ones come with their content. */
type Found = Marked & { readonly doc: string | null };

/** The operations of the store port in SQL. */
export function createDocuments<T extends Stored>(
  name: string,
  schema: Schema<T>,
  reader: Reader<T>,
  { connection, ready, schemas, log }: Shared,
): Collection<T> {
  const only = `collection = ${pg.escapeLiteral(name)}`;
  const known = createBoundedMap<{ readonly mark: string; readonly doc: T }>(mostKnown);
  const shown = ({ doc }: Row): T => reader.read(fromJson(doc));
  const knownAs = ({ id, mark }: Marked): T | undefined => {
    const before = known.get(id);
    return before?.mark === mark ? before.doc : undefined;
  };
  /** What was read before is not read again as long as it is the same. */
  const remembered = (row: Marked & Row): T => {
    const before = knownAs(row);
    if (before) return before;
    const doc = shown(row);
    known.set(row.id, { mark: row.mark, doc });
    return doc;
  };

  const readable = <R extends Row>(row: R, read: (row: R) => T = shown): readonly T[] => {
    try {
      return [read(row)];
    } catch (error) {
      log.error('document-unreadable', { collection: name, document: fromJson(row.doc).id, error });
      return [];
    }
  };

  /** Those of the rows that are known or came with their content; `undefined` when others are among them. */
  function atHand(rows: readonly Found[]): readonly T[] | undefined {
    const docs: T[] = [];
    for (const { doc, ...row } of rows) {
      const before = knownAs(row);
      if (before) docs.push(before);
      else if (doc === null) return undefined;
      else docs.push(...readable({ ...row, doc }, remembered));
    }
    return docs;
  }

  /** Reads what is not known yet, so little at a time that nobody waits for it. */
  async function learn(client: pg.PoolClient, rows: readonly Found[]): Promise<readonly T[]> {
    // Taken now: what is learnt may push others out.
    const before = rows.map(knownAs);
    const unknown = rows.filter((_, at) => !before[at]).map(({ id }) => id);
    const learnt = new Map<string, T>();
    for (let from = 0; from < unknown.length; from += portion) {
      const { rows: some } = await client.query<Marked & Row>(
        `SELECT id, ${marked}, doc::text FROM lotse_documents WHERE ${only} AND id = ANY($1)`,
        [unknown.slice(from, from + portion)],
      );
      for (const row of some) for (const doc of readable(row, remembered)) learnt.set(row.id, doc);
    }
    return rows.flatMap(({ id }, at) => before[at] ?? learnt.get(id) ?? []);
  }

  /** Checked like a read: what could not be read again is not written. */
  const next = (doc: Omit<Stored, 'version'>, version: number): Written => {
    const stored = plain({ ...doc, version });
    schema.parse(stored);
    return { collection: name, doc: stored };
  };

  const owed = (also: readonly Also[] = []) =>
    onlyOnce(also).map(({ collection, doc }) => {
      const stored = plain({ ...doc, version: (doc.version ?? 0) + 1 });
      schemas.get(collection)?.parse(stored);
      return { collection, doc: stored };
    });

  return {
    async get(id) {
      await ready();
      const [row] = await connection.query<Marked & Row>(
        `SELECT id, ${marked}, doc::text FROM lotse_documents WHERE ${only} AND id = $1`,
        [id],
      );
      return row && remembered(row);
    },
    async list(query = {}) {
      await ready();
      const { where, values } = conditionOf(query as Query<Stored>);
      const limit = query.limit === undefined ? '' : ` LIMIT ${Number(query.limit)}`;
      const finding = `SELECT id, ${marked},
          CASE WHEN row_number() OVER (ORDER BY id) <= ${portion} THEN doc::text END AS doc
        FROM lotse_documents WHERE ${[only, ...where].join(' AND ')} ORDER BY id${limit}`;
      const docs = atHand(await connection.query<Found>(finding, values));
      if (docs) return docs;
      // Nothing may change while it is read piece by piece: what is waiting must stand in one list or the other.
      return connection.transaction(async (client) => {
        await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
        return learn(client, (await client.query<Found>(finding, values)).rows);
      });
    },
    async add(doc, also) {
      await ready();
      const main = next(doc, 1);
      const others = owed(also).filter((other) => other.collection !== name || other.doc.id !== doc.id);
      await connection.transaction(async (client) => {
        const written = await insert(client, [main, ...others.filter(isNew)]);
        if (!written.has(keyOf(main))) throw new AlreadyExists(name, doc.id);
        await replace(client, others.filter(isNext));
      });
      return reader.read(main.doc);
    },
    async change(id, decide, beside = []) {
      await ready();
      return connection.transaction(async (client) => {
        const known = await locked(client, [{ collection: name, id }, ...beside]);
        const doc = known.get(`${name} ${id}`);
        if (!doc) throw new NotFound(name, id);
        const others = beside.map((ref) => known.get(`${ref.collection} ${ref.id}`));
        const change = decide(reader.read(doc), others);
        if (!change) return { doc: reader.read(doc), isChanged: false };
        if (change.doc.id !== id)
          throw new Error(`a change must not turn ${name} "${id}" into another document`);
        const main = next(change.doc, doc.version + 1);
        const also = owed(change.also).filter((other) => keyOf(other) !== keyOf(main));
        const fresh = also.filter(isNew);
        const written = await insert(client, fresh);
        // What was read as not there, and rested on, is there by now: another decision.
        const read = new Set(beside.map((ref) => `${ref.collection} ${ref.id}`));
        const late = fresh.find(
          (one) => read.has(keyOf(one)) && !known.has(keyOf(one)) && !written.has(keyOf(one)),
        );
        if (late) throw new Again();
        await replace(client, [main, ...also.filter(isNext)]);
        return { doc: reader.read(main.doc), isChanged: true };
      });
    },
    async remove(id) {
      await ready();
      await connection.query(`DELETE FROM lotse_documents WHERE ${only} AND id = $1`, [id]);
    },
    async claim(request) {
      await ready();
      const found: T[] = [];
      // What cannot be read has its lease too, so that it does not stand in front of the others for ever.
      for (let wanted = request.limit; wanted > 0; wanted = request.limit - found.length) {
        const rows = await connection.query<Row>(claiming(only), [request.now, request.leaseUntil, wanted]);
        found.push(...rows.flatMap((row) => readable(row)));
        if (rows.length < wanted) break;
      }
      return found.sort(byDue);
    },
  };
}

/** Of a collection: more would be read again than kept. */
const mostKnown = 20_000;
/** Documents that one answer of the database brings, at most: to read them takes a few milliseconds. */
const portion = 50;
/** The transaction that wrote the row. */
const marked = 'xmin::text AS mark';

const claiming = (only: string): string => `
  WITH due AS (
    SELECT collection, id FROM lotse_documents
    WHERE ${only} AND due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
    ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE lotse_documents AS d
  SET version = d.version + 1, lease_until = $2,
    doc = d.doc || jsonb_build_object('version', d.version + 1, 'leaseUntil', $2::text)
  FROM due WHERE d.collection = due.collection AND d.id = due.id
  RETURNING d.doc::text`;

/** Rows with one parameter for all of them; columns as in the table. */
const rowsOf = `jsonb_to_recordset($1::jsonb)
  AS r(collection text, id text, version integer, due_at text, lease_until text, doc jsonb)`;

const asRows = (written: readonly Written[]): string =>
  toJson(
    written.map(({ collection, doc }) => ({
      collection,
      id: doc.id,
      version: doc.version,
      due_at: doc.dueAt ?? null,
      lease_until: doc.leaseUntil ?? null,
      doc,
    })),
  );

const keyOf = ({ collection, doc }: Written): string => `${collection} ${doc.id}`;
const isNew = ({ doc }: Written): boolean => doc.version === 1;
const isNext = ({ doc }: Written): boolean => doc.version > 1;

/** Adds what is not there yet. @returns the keys of what was added */
async function insert(client: pg.PoolClient, written: readonly Written[]): Promise<ReadonlySet<string>> {
  if (written.length === 0) return new Set();
  const { rows } = await client.query<DocumentRef>(
    `INSERT INTO lotse_documents SELECT * FROM ${rowsOf} ORDER BY 1, 2
     ON CONFLICT (collection, id) DO NOTHING RETURNING collection, id`,
    [asRows(written)],
  );
  return new Set(rows.map(({ collection, id }) => `${collection} ${id}`));
}

/** @throws Error when one of them is not the one that was read any more */
async function replace(client: pg.PoolClient, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  const { rows } = await client.query<DocumentRef>(
    `UPDATE lotse_documents AS d
     SET version = r.version, due_at = r.due_at, lease_until = r.lease_until, doc = r.doc
     FROM ${rowsOf} WHERE d.collection = r.collection AND d.id = r.id AND d.version = r.version - 1
     RETURNING d.collection, d.id`,
    [asRows(written)],
  );
  const done = new Set(rows.map(({ collection, id }) => `${collection} ${id}`));
  const stale = written.find((one) => !done.has(keyOf(one)));
  if (stale)
    throw new Error(`${stale.collection} "${stale.doc.id}" has changed since it was read beside the change`);
}

/** Documents that nobody else changes until the end of the transaction, locked in one order by everybody. */
async function locked(
  client: pg.PoolClient,
  refs: readonly DocumentRef[],
): Promise<ReadonlyMap<string, Doc>> {
  const { rows } = await client.query<{ collection: string; doc: string }>(
    `SELECT d.collection, d.doc::text FROM lotse_documents AS d
     JOIN unnest($1::text[], $2::text[]) AS r(collection, id) ON d.collection = r.collection AND d.id = r.id
     ORDER BY d.collection, d.id FOR UPDATE OF d`,
    [refs.map(({ collection }) => collection), refs.map(({ id }) => id)],
  );
  return new Map(
    rows.map(({ collection, doc }) => {
      const read = fromJson(doc);
      return [`${collection} ${read.id}`, read];
    }),
  );
}

function conditionOf({ where = {}, contains = {} }: Query<Stored>) {
  const values: string[] = [];
  const parameter = (value: unknown) => `$${values.push(toJson(value))}::jsonb`;
  const equal = Object.entries(where).map(([field, value]) => {
    const stored = fieldOf(field);
    if (value === undefined) return `${fingerprint(stored)} = md5('') AND ${stored} IS NULL`;
    const wanted = parameter(value);
    return `${fingerprint(stored)} = md5(${wanted}::text) AND ${stored} = ${wanted}`;
  });
  const held = Object.entries(contains).map(([field, value]) => {
    const stored = fieldOf(field);
    return `jsonb_typeof(${stored}) = 'array' AND ${stored} @> ${parameter([value])}`;
  });
  return { where: [...equal, ...held], values };
}

const byDue = (a: Stored, b: Stored): number => compare(a.dueAt ?? '', b.dueAt ?? '') || compare(a.id, b.id);
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
