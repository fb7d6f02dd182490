import type { Query, Stored } from '../../core/ports/store.ts';

/** A document as a store keeps it: plain JSON, of which only the store's own fields are known. */
export type Doc = Stored & { readonly [field: string]: unknown };

/** One step of an atomic write: the document as it is from now on; without one it is removed. */
export type Write = { readonly in: string; readonly id: string; readonly doc?: Doc | undefined };

/** The documents of one collection, and their ids in order, so that a limited list need not sort them all. */
type Table = { readonly docs: Map<string, Doc>; readonly ids: string[] };

/** Everything stored, by collection. A document in it is never changed, only replaced. */
export type Tables = Map<string, Table>;

export function apply(tables: Tables, writes: readonly Write[]): void {
  for (const write of writes) {
    const table = tables.get(write.in) ?? newTable(tables, write.in);
    if (write.doc) put(table, write.doc);
    else drop(table, write.id);
  }
}

/** The documents that the query asks for, in the order of ids. */
export function matching(tables: Tables, collection: string, query: Query<Stored> = {}): readonly Doc[] {
  const table = tables.get(collection);
  const wanted = Object.entries(query.where ?? {});
  const contained = Object.entries(query.contains ?? {});
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  const found: Doc[] = [];
  for (const id of table?.ids ?? []) {
    if (found.length >= limit) break;
    const doc = table?.docs.get(id);
    if (!doc || !wanted.every(([field, value]) => equal(doc[field], value))) continue;
    if (contained.every(([field, value]) => holdsValue(doc[field], value))) found.push(doc);
  }
  return found;
}

/** Everything stored as the writes that would make it again. */
export const everything = (tables: Tables): readonly Write[] =>
  [...tables].flatMap(([name, { ids, docs }]) => ids.map((id) => ({ in: name, id, doc: docs.get(id) })));

const holdsValue = (list: unknown, value: unknown): boolean => Array.isArray(list) && list.includes(value);

function newTable(tables: Tables, name: string): Table {
  const table = { docs: new Map<string, Doc>(), ids: [] };
  tables.set(name, table);
  return table;
}

function put(table: Table, doc: Doc): void {
  if (!table.docs.has(doc.id)) table.ids.splice(placeOf(table.ids, doc.id), 0, doc.id);
  table.docs.set(doc.id, doc);
}

function drop(table: Table, id: string): void {
  if (table.docs.delete(id)) table.ids.splice(placeOf(table.ids, id), 1);
}

/** Index of the first id that does not come before `id`. */
function placeOf(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as string) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function equal(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...fields].every((field) =>
    equal((left as Record<string, unknown>)[field], (right as Record<string, unknown>)[field]),
  );
}
