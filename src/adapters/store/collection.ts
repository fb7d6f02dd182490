import {
  AlreadyExists,
  type Also,
  type ClaimRequest,
  type Collection,
  NotFound,
  type Schema,
  type Stored,
} from '../../core/ports/store.ts';
import type { GroupCommit } from './group-commit.ts';
import { type Doc, matching, type Tables, type Write } from './tables.ts';

/** What the collections of one store share. */
export type Shared = {
  readonly tables: Tables;
  readonly group: GroupCommit;
  readonly schemas: Map<string, Schema<unknown>>;
};

/** The operations of the store port on documents in memory; durable by way of the group commit. */
export function createCollection<T extends Stored>(
  name: string,
  schema: Schema<T>,
  { tables, group, schemas }: Shared,
): Collection<T> {
  const shown = (doc: Doc): T => read(schema, doc);

  /** The write of a document's next version. Checked like a read: what could not be read again is not written. */
  const next = (doc: Omit<Stored, 'version'>, version: number): Write => {
    const stored = plain({ ...doc, version });
    schema.parse(stored);
    return { in: name, id: stored.id, doc: stored };
  };

  const owed = (also: readonly Also[] = []): readonly Write[] =>
    also
      .filter((one, at, all) => at === all.findIndex((other) => sameTarget(one, other)))
      .flatMap(({ collection, doc }) => {
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

  return {
    async get(id) {
      const doc = tables.get(name)?.docs.get(id);
      return doc && shown(doc);
    },
    async list(query) {
      return matching(tables, name, query).map(shown);
    },
    add: (doc, also) =>
      carryOut(() => {
        if (group.latest(name, doc.id)) throw new AlreadyExists(name, doc.id);
        const write = next(doc, 1);
        const others = owed(also).filter((other) => other.in !== name || other.id !== doc.id);
        return { writes: [write, ...others], result: shown(write.doc as Doc) };
      }),
    change: (id, decide, beside = []) =>
      carryOut(() => {
        const doc = group.latest(name, id);
        if (!doc) throw new NotFound(name, id);
        const others = beside.map((ref) => copyOf(group.latest(ref.collection, ref.id)));
        const change = decide(shown(doc), others);
        if (!change) return { writes: [], result: { doc: shown(doc), isChanged: false } };
        if (change.doc.id !== id)
          throw new Error(`a change must not turn ${name} "${id}" into another document`);
        const write = next(change.doc, doc.version + 1);
        const result = { doc: shown(write.doc as Doc), isChanged: true };
        return { writes: [write, ...owed(change.also)], result };
      }),
    remove: (id) =>
      carryOut(() => ({ writes: group.latest(name, id) ? [{ in: name, id }] : [], result: undefined })),
    claim: (request) =>
      carryOut(() => {
        const writes = due(group.latestOfAll(name), request).map((doc) =>
          next({ ...doc, leaseUntil: request.leaseUntil }, doc.version + 1),
        );
        return { writes, result: writes.map((write) => shown(write.doc as Doc)) };
      }),
  };
}

/** A copy of the document as its schema describes it. The schema need not know the store's own fields. */
export function read<T extends Stored>(schema: Schema<T>, doc: Doc): T {
  const parsed = schema.parse(structuredClone(doc));
  const { dueAt, leaseUntil } = doc;
  return {
    ...parsed,
    id: doc.id,
    version: doc.version,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(leaseUntil === undefined ? {} : { leaseUntil }),
  };
}

function due(docs: readonly Doc[], { now, limit }: ClaimRequest): readonly Doc[] {
  return docs
    .filter(({ dueAt, leaseUntil }) => dueAt && dueAt <= now && (!leaseUntil || leaseUntil <= now))
    .sort((a, b) => compare(a.dueAt as string, b.dueAt as string) || compare(a.id, b.id))
    .slice(0, limit);
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** What is read beside a change is the caller's own; the stored document stays as it is. */
const copyOf = (doc: Doc | undefined): Doc | undefined => doc && structuredClone(doc);

const sameTarget = (a: Also, b: Also): boolean => a.collection === b.collection && a.doc.id === b.doc.id;

/** What is left of a value in JSON: what is in memory must be what would be on disk. */
const plain = (doc: object): Doc => JSON.parse(JSON.stringify(doc)) as Doc;
