import type { Query, Stored } from '../../core/ports/store.ts';
import { createFieldIndex, equal, type FieldIndex, holdsValue } from './field-index.ts';
import { createSorted, type Sorted } from './sorted.ts';

/** A document as a store keeps it: plain JSON, of which only the store's own fields are known. */
export type Doc = Stored & { readonly [field: string]: unknown };

/** One step of an atomic write: the document as it is from now on; without one it is removed. */
export type Write = { readonly in: string; readonly id: string; readonly doc?: Doc | undefined };

/** The documents of one collection, and what finds them without looking at all of them. */
type Table = {
  readonly docs: Map<string, Doc>;
  readonly ids: Sorted;
  /** What is to be looked at some time, by {@link dueKey}. */
  readonly due: Sorted;
  readonly indexes: Map<string, FieldIndex>;
};

/** Everything stored, by collection. A document in it is never changed, only replaced. */
export type Tables = Map<string, Table>;

export function apply(tables: Tables, writes: readonly Write[]): void {
  for (const write of writes) {
    const table = tableOf(tables, write.in);
    const old = table.docs.get(write.id);
    if (write.doc) put(table, old, write.doc);
    else if (old) drop(table, old);
  }
}

/** Whether documents of a collection are found by a field without looking at all of them. */
export const isIndexed = (tables: Tables, collection: string, field: string): boolean =>
  tables.get(collection)?.indexes.has(field) ?? false;

/** From now on the documents of a collection are found by this field. */
export function addIndex(tables: Tables, collection: string, field: string): void {
  const table = tableOf(tables, collection);
  if (table.indexes.has(field)) return;
  const index = createFieldIndex(field);
  for (const doc of table.docs.values()) index.put(doc);
  table.indexes.set(field, index);
}

/** The documents that the query asks for, in the order of ids. */
export function matching(tables: Tables, collection: string, query: Query<Stored> = {}): readonly Doc[] {
  const table = tables.get(collection);
  if (!table) return [];
  const wanted = Object.entries(query.where ?? {});
  const contained = Object.entries(query.contains ?? {});
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  const found: Doc[] = [];
  for (const id of candidates(table, wanted, contained)) {
    if (found.length >= limit) break;
    const doc = table.docs.get(id);
    if (!doc || !wanted.every(([field, value]) => equal(doc[field], value))) continue;
    if (contained.every(([field, value]) => holdsValue(doc[field], value))) found.push(doc);
  }
  return found;
}

/** Documents that were due at a moment, earliest first; whoever has enough stops. */
export function* dueAt(tables: Tables, collection: string, now: string): Generator<Doc> {
  const table = tables.get(collection);
  if (!table) return;
  for (const key of table.due.all()) {
    const at = key.indexOf(' ');
    if (key.slice(0, at) > now) return;
    const doc = table.docs.get(key.slice(at + 1));
    if (doc) yield doc;
  }
}

/** Everything stored as the writes that would make it again. */
export const everything = (tables: Tables): readonly Write[] =>
  [...tables].flatMap(([name, { ids, docs }]) =>
    [...ids.all()].map((id) => ({ in: name, id, doc: docs.get(id) })),
  );

/** Ids among which all hits are, in order: those of the field that leaves the fewest. */
function candidates(
  table: Table,
  wanted: readonly [string, unknown][],
  contained: readonly [string, unknown][],
): Iterable<string> {
  const found = [
    ...wanted.map(([field, value]) => table.indexes.get(field)?.withValue(value)),
    ...contained.map(([field, value]) => table.indexes.get(field)?.holding(value)),
  ].filter((ids) => ids !== undefined);
  if (found.length === 0) return table.ids.all();
  const fewest = found.reduce((one, other) => (other.size < one.size ? other : one));
  return [...fewest].sort((a, b) => (a < b ? -1 : 1));
}

function tableOf(tables: Tables, name: string): Table {
  const known = tables.get(name);
  if (known) return known;
  const table: Table = { docs: new Map(), ids: createSorted(), due: createSorted(), indexes: new Map() };
  tables.set(name, table);
  return table;
}

function put(table: Table, old: Doc | undefined, doc: Doc): void {
  if (old) unlist(table, old, doc);
  else table.ids.add(doc.id);
  table.docs.set(doc.id, doc);
  if (doc.dueAt !== undefined && doc.dueAt !== old?.dueAt) table.due.add(dueKey(doc));
  for (const index of table.indexes.values()) index.put(doc);
}

function drop(table: Table, old: Doc): void {
  table.docs.delete(old.id);
  table.ids.remove(old.id);
  unlist(table, old);
}

function unlist(table: Table, old: Doc, next?: Doc): void {
  if (old.dueAt !== undefined && old.dueAt !== next?.dueAt) table.due.remove(dueKey(old));
  for (const index of table.indexes.values()) index.remove(old);
}

/** Moments are ISO 8601 and hold no blank, so keys sort by moment first, then by id. */
const dueKey = ({ dueAt, id }: Doc): string => `${dueAt} ${id}`;
