import { dayOf } from '../core/day.ts';
import { eachByItself } from '../core/each.ts';
import type { Job } from '../core/feature.ts';
import type { Archive, Archived } from '../core/ports/archive.ts';
import { type Collection, NotFound } from '../core/ports/store.ts';
import type { CaseDocument } from './document.ts';
import { erasedForAll, wordsErased } from './erasure.ts';
import type { CaseRecord } from './record.ts';
import { sealed } from './seal.ts';
import type { World } from './world.ts';

/*
 * How long cases are kept, by themselves and not by somebody's click: words that were needed for the organisation go
 * first, then the case leaves the store for the archive of its year, then names and free texts go, then all of it.
 */

type Keeping<D extends CaseDocument, C extends World> = {
  readonly record: CaseRecord<D, C>;
  readonly collection: Collection<D>;
  readonly contextAt: (at: string) => C;
  readonly archive?: Archive | undefined;
};

/** So many are moved in one go, so that a large backlog does not keep everything else waiting. */
const atOnce = 200;

/** Once a day, and after every start until all is done. @param id of the job: `requests.archive` */
export function retentionJob<D extends CaseDocument, C extends World>(
  id: string,
  { record, collection, contextAt, archive }: Keeping<D, C>,
): Job {
  let doneOn = '';
  return {
    id,
    async run(now) {
      const context = contextAt(now.toISOString());
      const day = dayOf(context.now);
      if (doneOn === day) return;
      const docs = await collection.list();
      let moved = 0;
      try {
        // What breaks for one keeps neither the others nor the archive waiting.
        await eachByItself([keepStored, eraseInArchive], (work) => work());
      } finally {
        if (moved < atOnce) doneOn = day;
      }

      async function keepStored(): Promise<void> {
        await eachByItself(docs, async (doc) => {
          if (moved < atOnce && (await keepOne(doc))) moved += 1;
        });
      }

      async function eraseInArchive(): Promise<void> {
        if (archive && moved < atOnce) await eraseArchived(archive, record, context, day);
      }

      /** @returns whether anything was due */
      async function keepOne(doc: D): Promise<boolean> {
        const what = dueOn(doc, record, context, day, archive !== undefined);
        if (what === 'change')
          await collection.change(doc.id, (current) => {
            const next = keptAs(current, record, context, day);
            return next === current ? undefined : { doc: next };
          });
        // Kept first, removed then: a crash in between repeats the first, which changes nothing.
        if (what === 'archive' && archive)
          await archive.keep(Number((record.retention(doc, context).closedOn ?? day).slice(0, 4)), [doc]);
        if (what === 'archive' || what === 'remove') await collection.remove(doc.id);
        return what !== 'nothing';
      }
    },
  };
}

type Due = 'nothing' | 'change' | 'archive' | 'remove';

function dueOn<D extends CaseDocument, C extends World>(
  doc: D,
  record: CaseRecord<D, C>,
  context: C,
  day: string,
  hasArchive: boolean,
): Due {
  const { archiveOn, removeOn } = record.retention(doc, context);
  if (removeOn !== undefined && removeOn <= day) return 'remove';
  if (keptAs(doc, record, context, day) !== doc) return 'change';
  return hasArchive && archiveOn !== undefined && archiveOn <= day ? 'archive' : 'nothing';
}

/** The case as it may be kept on a day: with a seal, without words and people whose time is over. */
export function keptAs<D extends CaseDocument, C extends World>(
  doc: D,
  record: CaseRecord<D, C>,
  context: C,
  day: string,
): D {
  const { wordsOn, namesOn } = record.retention(doc, context);
  if (namesOn !== undefined && namesOn <= day && !record.isErased(doc))
    return erasedForAll(doc, record, context);
  if (wordsOn !== undefined && wordsOn <= day && record.withoutWords) {
    const bare = record.withoutWords(doc, context.now);
    if (bare) return wordsErased(doc, bare, record, context);
  }
  return sealed(doc, record.covers, context.digest);
}

async function eraseArchived<D extends CaseDocument, C extends World>(
  archive: Archive,
  record: CaseRecord<D, C>,
  context: C,
  day: string,
): Promise<void> {
  await eachByItself(await archive.years(), async (year) => {
    const faults: unknown[] = [];
    const change = (one: Archived): Archived => {
      try {
        return keptInArchive(one);
      } catch (error) {
        faults.push(error);
        return one;
      }
    };
    await archive.rewrite(year, change, record.isOne);
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${year} broke`);
  });

  function keptInArchive(one: Archived): Archived {
    if (!record.isOne(one.id)) return one;
    const doc = record.schema.parse(one);
    const kept = keptAs(doc, record, context, day);
    return kept === doc ? one : { ...(kept as unknown as Archived) };
  }
}

/**
 * The documents of the store, behind them those of the archive: `IT-2024-0007` is still shown to those it concerned.
 * Nothing changes an archived one: it has come to its end.
 */
export function withArchive<D extends CaseDocument>(
  stored: Collection<D>,
  archive: Archive,
  record: Pick<CaseRecord<D, never>, 'schema' | 'isOne'>,
): Collection<D> {
  const archived = async (id: string): Promise<D | undefined> => {
    const found = record.isOne(id) ? await archive.find(id) : undefined;
    return found && record.schema.parse(found);
  };
  return {
    ...stored,
    get: async (id) => (await stored.get(id)) ?? (await archived(id)),
    async change(id, decide, beside) {
      try {
        return await stored.change(id, decide, beside);
      } catch (error) {
        const closed = error instanceof NotFound ? await archived(id) : undefined;
        if (!closed) throw error;
        return { doc: closed, isChanged: false };
      }
    },
  };
}
