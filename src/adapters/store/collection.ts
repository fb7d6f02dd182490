import type { Log } from '../../core/ports/log.ts';
import {
  AlreadyExists,
  type Also,
  type ClaimRequest,
  type Collection,
  NotFound,
  type Query,
  type Schema,
  type Stored,
} from '../../core/ports/store.ts';
import { plain, type Reader } from './frozen.ts';
import type { GroupCommit } from './group-commit.ts';
import { type Doc, dueAt, matching, type Tables, type Write } from './tables.ts';

/** What the collections of one store share. */
export type Shared = {
  readonly tables: Tables;
  readonly group: GroupCommit;
  readonly schemas: Map<string, Schema<unknown>>;
  readonly log: Log;
  /** Makes sure that a query need not look at everything. */
  readonly prepare: (collection: string, query: Query<Stored>) => void;
};

/** The operations of the store port on documents in memory; durable by way of the group commit. */
export function createCollection<T extends Stored>(
  name: string,
  schema: Schema<T>,
  reader: Reader<T>,
  { tables, group, schemas, log, prepare }: Shared,
): Collection<T> {
  const shown = (doc: Doc): T => reader.read(doc);

  /** What cannot be read is left out of what is handed over together. */
  const readable = (doc: Doc): readonly T[] => {
    try {
      return [shown(doc)];
    } catch (error) {
      log.error('document-unreadable', { collection: name, document: doc.id, error });
      return [];
    }
  };

  /** The write of a document's next version. Checked like a read: what could not be read again is not written. */
  const next = (doc: Omit<Stored, 'version'>, version: number): Write & { readonly doc: Doc } => {
    const stored = plain({ ...doc, version });
    schema.parse(stored);
    return { in: name, id: stored.id, doc: stored };
  };

  const owed = (also: readonly Also[] = []): readonly Write[] =>
    onlyOnce(also).flatMap(({ collection, doc }) => {
      const known = group.latest(collection, doc.id);
      if (known && doc.version === undefined) return [];
      if (doc.version !== undefined && doc.version !== known?.version)
        throw new Error(`${collection} "${doc.id}" has changed since it was read beside the change`);
      const stored = plain({ ...doc, version: (known?.version ?? 0) + 1 });
      schemas.get(collection)?.parse(stored);
      return [{ in: collection, id: stored.id, doc: stored }];
    });

  /** Carries out a decision. One that writes nothing rests on earlier writes all the same, so it waits for them. */
  async function carryOut<R>(decide: () => { writes: readonly Write[]; result: R }): Promise<R> {
    let decision: { writes: readonly Write[]; result: R };
    try {
      decision = decide();
    } catch (error) {
      await group.settled();
      throw error;
    }
    await (decision.writes.length > 0 ? group.commit(decision.writes) : group.settled());
    return decision.result;
  }

  /** Due documents in their newest state, durable or not, the earliest due first. */
  function due({ now, limit }: ClaimRequest): readonly Doc[] {
    const awaited = group.awaited(name);
    const fresh = [...awaited.values()].flatMap(({ doc }) => (doc && isFree(doc, now) ? [doc] : []));
    const found: Doc[] = [];
    for (const doc of dueAt(tables, name, now)) {
      if (found.length >= limit) break;
      if (isFree(doc, now) && !awaited.has(doc.id) && readable(doc).length > 0) found.push(doc);
    }
    return fresh.length === 0 ? found : [...found, ...fresh].sort(byDue).slice(0, limit);
  }

  return {
    async get(id) {
      const doc = tables.get(name)?.docs.get(id);
      return doc && shown(doc);
    },
    async list(query = {}) {
      prepare(name, query as Query<Stored>);
      return matching(tables, name, query as Query<Stored>).flatMap(readable);
    },
    add: (doc, also) =>
      carryOut(() => {
        if (group.latest(name, doc.id)) throw new AlreadyExists(name, doc.id);
        const write = next(doc, 1);
        const others = owed(also).filter((other) => other.in !== name || other.id !== doc.id);
        return { writes: [write, ...others], result: shown(write.doc) };
      }),
    change: (id, decide, beside = []) =>
      carryOut(() => {
        const doc = group.latest(name, id);
        if (!doc) throw new NotFound(name, id);
        const others = beside.map((ref) => group.latest(ref.collection, ref.id));
        const change = decide(shown(doc), others);
        if (!change) return { writes: [], result: { doc: shown(doc), isChanged: false } };
        if (change.doc.id !== id)
          throw new Error(`a change must not turn ${name} "${id}" into another document`);
        const write = next(change.doc, doc.version + 1);
        const result = { doc: shown(write.doc), isChanged: true };
        return { writes: [write, ...owed(change.also)], result };
      }),
    remove: (id) =>
      carryOut(() => ({ writes: group.latest(name, id) ? [{ in: name, id }] : [], result: undefined })),
    claim: (request) =>
      carryOut(() => {
        const writes = due(request).map((doc) =>
          next({ ...doc, leaseUntil: request.leaseUntil }, doc.version + 1),
        );
        return { writes, result: writes.map((write) => shown(write.doc)) };
      }),
  };
}

/** The first of several that name the same document. */
export const onlyOnce = (also: readonly Also[]): readonly Also[] =>
  also.filter(
    (one, at, all) =>
      at === all.findIndex((other) => other.collection === one.collection && other.doc.id === one.doc.id),
  );

const isFree = ({ dueAt, leaseUntil }: Doc, now: string): boolean =>
  dueAt !== undefined && dueAt <= now && (!leaseUntil || leaseUntil <= now);

const byDue = (a: Doc, b: Doc): number =>
  compare(a.dueAt as string, b.dueAt as string) || compare(a.id, b.id);

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
