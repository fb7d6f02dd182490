import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import {
  AlreadyExists,
  type Beside,
  type Collection,
  NotFound,
  type Store,
} from '../../src/core/ports/store.ts';
import { modelCommands } from './store-model.ts';

/** An empty store to test. */
export type Subject = {
  readonly store: Store;
  /** Closes the store and removes what it left. */
  readonly discard: () => Promise<void>;
};

export const Paper = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  count: z.int().default(0),
  tags: z.array(z.string()).optional(),
  place: z.object({ unit: z.string() }).optional(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
});
export type Paper = z.infer<typeof Paper>;

const paper = (id: string, more: Partial<Paper> = {}) => ({ id, title: `Paper ${id}`, count: 0, ...more });
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();
const ids = (papers: readonly Paper[]): readonly string[] => papers.map(({ id }) => id);

/** What every store must do, whatever it keeps the documents in. */
export function describeStore(name: string, open: () => Promise<Subject>): void {
  describe(`${name} as a store`, () => {
    let subject: Subject;
    let papers: Collection<Paper>;
    let notices: Collection<Paper>;

    beforeEach(async () => {
      subject = await open();
      papers = subject.store.collection('papers', Paper, ['count', 'tags', 'place', 'title']);
      notices = subject.store.collection('notices', Paper);
    });
    afterEach(() => subject.discard());

    describe('adding and reading', () => {
      test('gives a new document version 1 and reads it back', async () => {
        expect(await papers.add(paper('a'))).toEqual({ ...paper('a'), version: 1 });
        expect(await papers.get('a')).toEqual({ ...paper('a'), version: 1 });
      });

      test('knows nothing of a document that was never added', async () => {
        expect(await papers.get('a')).toBeUndefined();
      });

      test('refuses an id that is taken, keeps the first document and writes no notice', async () => {
        await papers.add(paper('a', { count: 1 }));
        const second = papers.add(paper('a', { count: 2 }), [{ collection: 'notices', doc: paper('n') }]);
        await expect(second).rejects.toThrow(AlreadyExists);
        expect((await papers.get('a'))?.count).toBe(1);
        expect(await notices.get('n')).toBeUndefined();
      });

      test('lets one of many concurrent adds of the same id win', async () => {
        const adds = Array.from({ length: 20 }, (_, count) => papers.add(paper('a', { count })));
        const results = await Promise.allSettled(adds);
        const won = results.filter((result) => result.status === 'fulfilled');
        expect(won).toHaveLength(1);
        expect(await papers.get('a')).toEqual(won[0]?.value);
      });

      test('keeps collections apart', async () => {
        await papers.add(paper('a'));
        expect(await notices.get('a')).toBeUndefined();
        expect(await notices.list()).toEqual([]);
      });

      test('gives the same documents under the same name', async () => {
        await papers.add(paper('a'));
        expect(await subject.store.collection('papers', Paper).get('a')).toEqual(await papers.get('a'));
      });

      test.each(['__proto__', 'constructor', 'IT-2026/0042', 'Straße 😀', 'a b', "o'clock; --"])(
        'takes %j as an id',
        async (id) => {
          await papers.add(paper(id));
          expect(await papers.get(id)).toEqual({ ...paper(id), version: 1 });
          expect(ids(await papers.list())).toEqual([id]);
        },
      );

      test('keeps letters of every kind as they are', async () => {
        const title = 'Ämter & „Eigenbetriebe“ – 👩‍💻 日本語 "\\ \n\t \u2028 </script> e\u0301';
        await papers.add(paper('a', { title }));
        expect((await papers.get('a'))?.title).toBe(title);
      });

      test('keeps a document of two megabytes', async () => {
        const title = 'ü'.repeat(1_000_000);
        await papers.add(paper('a', { title }));
        expect((await papers.get('a'))?.title === title).toBe(true);
      });
    });

    describe('listing', () => {
      beforeEach(async () => {
        await papers.add(paper('c', { count: 1, tags: ['x', 'y'] }));
        await papers.add(paper('a', { count: 1, place: { unit: '61' } }));
        await papers.add(paper('B', { count: 2 }));
      });

      test('gives all documents in the order of their ids', async () => {
        expect(ids(await papers.list())).toEqual(['B', 'a', 'c']);
      });

      test('gives only what equals the query in every field', async () => {
        expect(ids(await papers.list({ where: { count: 1 } }))).toEqual(['a', 'c']);
        expect(ids(await papers.list({ where: { count: 1, title: 'Paper c' } }))).toEqual(['c']);
        expect(ids(await papers.list({ where: { count: 3 } }))).toEqual([]);
      });

      test('gives only what has a value in a list', async () => {
        expect(ids(await papers.list({ contains: { tags: 'y' } }))).toEqual(['c']);
        expect(ids(await papers.list({ contains: { tags: 'y' }, where: { count: 2 } }))).toEqual([]);
        expect(ids(await papers.list({ contains: { tags: 'xy' } }))).toEqual([]);
        expect(ids(await papers.list({ contains: { title: 'Paper c' } }))).toEqual([]);
      });

      test('compares lists and objects by what is in them', async () => {
        expect(ids(await papers.list({ where: { tags: ['x', 'y'] } }))).toEqual(['c']);
        expect(ids(await papers.list({ where: { tags: ['y', 'x'] } }))).toEqual([]);
        expect(ids(await papers.list({ where: { place: { unit: '61' } } }))).toEqual(['a']);
      });

      test('gives at most as many as asked for, the first by id', async () => {
        expect(ids(await papers.list({ limit: 2 }))).toEqual(['B', 'a']);
        expect(ids(await papers.list({ where: { count: 1 }, limit: 1 }))).toEqual(['a']);
        expect(ids(await papers.list({ limit: 0 }))).toEqual([]);
      });

      test('finds what was changed by its new value and not by the old one', async () => {
        await papers.change('c', (doc) => ({ doc: { ...doc, count: 2, tags: ['z'] } }));
        await papers.remove('a');
        expect(ids(await papers.list({ where: { count: 1 } }))).toEqual([]);
        expect(ids(await papers.list({ where: { count: 2 } }))).toEqual(['B', 'c']);
        expect(ids(await papers.list({ contains: { tags: 'x' } }))).toEqual([]);
        expect(ids(await papers.list({ contains: { tags: 'z' } }))).toEqual(['c']);
      });
    });

    describe('changing', () => {
      const plusOne = (doc: Paper) => ({ doc: { ...doc, count: doc.count + 1 } });

      test('replaces the document and counts its versions', async () => {
        await papers.add(paper('a'));
        expect(await papers.change('a', plusOne)).toEqual({
          doc: { ...paper('a', { count: 1 }), version: 2 },
          isChanged: true,
        });
        expect(await papers.get('a')).toEqual({ ...paper('a', { count: 1 }), version: 2 });
      });

      test('drops a field that the new document does not have', async () => {
        await papers.add(paper('a', { dueAt: at(0) }));
        await papers.change('a', ({ dueAt: _, ...rest }) => ({ doc: rest }));
        expect(await papers.get('a')).toEqual({ ...paper('a'), version: 2 });
      });

      test('leaves everything as it is when the decision returns nothing', async () => {
        await papers.add(paper('a'));
        expect(await papers.change('a', () => undefined)).toEqual({
          doc: { ...paper('a'), version: 1 },
          isChanged: false,
        });
        expect(await papers.get('a')).toEqual({ ...paper('a'), version: 1 });
      });

      test('passes on what the decision throws and writes nothing', async () => {
        await papers.add(paper('a'));
        const no = new Error('no');
        await expect(
          papers.change('a', () => {
            throw no;
          }),
        ).rejects.toBe(no);
        expect(await papers.get('a')).toEqual({ ...paper('a'), version: 1 });
      });

      test('says when there is no such document', async () => {
        await expect(papers.change('a', plusOne)).rejects.toThrow(NotFound);
      });

      test('does not let a document become another one', async () => {
        await papers.add(paper('a'));
        await expect(papers.change('a', (doc) => ({ doc: { ...doc, id: 'b' } }))).rejects.toThrow();
        expect(ids(await papers.list())).toEqual(['a']);
      });

      test('counts every one of a hundred concurrent changes', async () => {
        await papers.add(paper('a'));
        await Promise.all(Array.from({ length: 100 }, () => papers.change('a', plusOne)));
        expect(await papers.get('a')).toMatchObject({ count: 100, version: 101 });
      });

      test('decides each concurrent change on the outcome of another, so that only one can be the first', async () => {
        await papers.add(paper('a'));
        const decide = (doc: Paper) => (doc.count === 0 ? plusOne(doc) : undefined);
        await Promise.all(Array.from({ length: 20 }, () => papers.change('a', decide)));
        expect(await papers.get('a')).toMatchObject({ count: 1, version: 2 });
      });

      test('refuses a document that its schema would not read again', async () => {
        await papers.add(paper('a'));
        const wrong = { title: 7 } as unknown as Paper;
        await expect(papers.change('a', (doc) => ({ doc: { ...doc, ...wrong } }))).rejects.toThrow();
        await expect(papers.add({ ...paper('b'), ...wrong })).rejects.toThrow();
        expect(await papers.list()).toEqual([{ ...paper('a'), version: 1 }]);
      });
    });

    describe('what is owed in the same write', () => {
      const owing = (...owed: readonly string[]) => ({
        decide: (doc: Paper) => ({
          doc: { ...doc, count: doc.count + 1 },
          also: owed.map((id) => ({ collection: 'notices', doc: paper(id) })),
        }),
      });

      test('appears with the document that owes it', async () => {
        await papers.add(paper('a'), [{ collection: 'notices', doc: paper('n1') }]);
        await papers.change('a', owing('n2', 'n3').decide);
        expect(await notices.list()).toEqual(['n1', 'n2', 'n3'].map((id) => ({ ...paper(id), version: 1 })));
      });

      test('is left alone when it exists already, and the change happens all the same', async () => {
        await notices.add(paper('n', { count: 7 }));
        await papers.add(paper('a'));
        await papers.change('a', owing('n', 'm').decide);
        expect(await notices.get('n')).toMatchObject({ count: 7, version: 1 });
        expect(await notices.get('m')).toMatchObject({ version: 1 });
        expect((await papers.get('a'))?.count).toBe(1);
      });

      test('is written once when it is owed twice in one write or by concurrent ones', async () => {
        await papers.add(paper('a'));
        await papers.change('a', owing('n', 'n').decide);
        await Promise.all(Array.from({ length: 10 }, () => papers.change('a', owing('m').decide)));
        expect(await notices.list()).toMatchObject([
          { id: 'm', version: 1 },
          { id: 'n', version: 1 },
        ]);
      });

      test('is not written when the change is not', async () => {
        await papers.add(paper('a'));
        const wrong = { ...paper('n'), title: 7 };
        await expect(
          papers.change('a', (doc) => ({
            doc: { ...doc, count: 1 },
            also: [
              { collection: 'notices', doc: paper('m') },
              { collection: 'notices', doc: wrong },
            ],
          })),
        ).rejects.toThrow();
        expect((await papers.get('a'))?.count).toBe(0);
        expect(await notices.list()).toEqual([]);
      });
    });

    describe('what is read beside a change', () => {
      const counter = { collection: 'notices', id: 'counter' };
      /** Takes the next number of a counter that may not exist yet. */
      const numbered = (doc: Paper, [known]: readonly (Beside | undefined)[]) => {
        const count = Number(known?.count ?? 0) + 1;
        const next = known ? { ...known, count } : paper('counter', { count });
        return { doc: { ...doc, count }, also: [{ collection: 'notices', doc: next }] };
      };

      test('is there in the order asked for, and undefined where there is nothing', async () => {
        await papers.add(paper('a'));
        await notices.add(paper('n', { count: 7 }));
        const seen: unknown[] = [];
        const refs = [
          { collection: 'notices', id: 'none' },
          { collection: 'notices', id: 'n' },
        ];
        await papers.change('a', (_doc, beside) => void seen.push(...beside), refs);
        expect(seen).toEqual([undefined, { ...paper('n', { count: 7 }), version: 1 }]);
      });

      test('is replaced in the same write, so that a hundred documents get a hundred numbers', async () => {
        const all = Array.from({ length: 100 }, (_, at) => `p${at}`);
        await Promise.all(all.map((id) => papers.add(paper(id))));
        await Promise.all(all.map((id) => papers.change(id, numbered, [counter])));
        const numbers = (await papers.list()).map(({ count }) => count).toSorted((a, b) => a - b);
        expect(numbers).toEqual(all.map((_, at) => at + 1));
        expect(await notices.get('counter')).toMatchObject({ count: 100, version: 100 });
      });

      test('is not replaced by an older reading of it, and then nothing is written', async () => {
        await papers.add(paper('a'));
        const old = await notices.add(paper('counter'));
        await notices.change('counter', (doc) => ({ doc: { ...doc, count: doc.count + 1 } }));
        const stale = (doc: Paper) => ({
          doc: { ...doc, count: 1 },
          also: [{ collection: 'notices', doc: { ...old, count: 9 } }],
        });
        await expect(papers.change('a', stale, [counter])).rejects.toThrow('has changed');
        expect((await papers.get('a'))?.count).toBe(0);
        expect((await notices.get('counter'))?.count).toBe(1);
      });

      test('is frozen: nobody changes what is stored', async () => {
        await papers.add(paper('a'));
        await notices.add(paper('n', { tags: ['x'] }));
        const push = papers.change('a', (_doc, [n]) => void (n?.tags as string[] | undefined)?.push('seen'), [
          { collection: 'notices', id: 'n' },
        ]);
        await expect(push).rejects.toThrow(TypeError);
        expect((await notices.get('n'))?.tags).toEqual(['x']);
      });
    });

    test('gives out frozen documents and keeps what it was given apart', async () => {
      const given = paper('a', { tags: ['x'] });
      const added = await papers.add(given);
      given.tags?.push('given');
      const listed = (await papers.list())[0];
      const changed = await papers.change('a', (doc) => {
        expect(() => doc.tags?.push('decided')).toThrow(TypeError);
        return undefined;
      });
      for (const doc of [added, await papers.get('a'), listed, changed.doc])
        expect(() => doc?.tags?.push('more')).toThrow(TypeError);
      expect((await papers.get('a'))?.tags).toEqual(['x']);
    });

    test('gives out frozen documents also where the schema passes on what it gets', async () => {
      const loose = subject.store.collection<Paper>('papers', { parse: (data) => data as Paper });
      await loose.add(paper('a', { tags: ['x'] }));
      expect(Object.isFrozen((await loose.get('a'))?.tags)).toBe(true);
      expect(Object.isFrozen((await loose.list())[0]?.tags)).toBe(true);
    });

    test('lists what can be read beside what cannot, and claims it', async () => {
      const loose = subject.store.collection('forms', z.looseObject({ id: z.string(), version: z.int() }));
      await loose.add({ id: 'a', title: 7, dueAt: at(1) } as never);
      await loose.add({ id: 'b', title: 'well', dueAt: at(2) } as never);
      const forms = subject.store.collection('forms', Paper);
      expect(ids(await forms.list())).toEqual(['b']);
      expect(ids(await forms.claim({ now: at(3), leaseUntil: at(8), limit: 1 }))).toEqual(['b']);
    });

    test('leads in all that it does when it is alone, and says that it works', async () => {
      expect(await subject.store.leads('jobs')).toBe(true);
      expect(await subject.store.leads('jobs')).toBe(true);
      await subject.store.check();
    });

    describe('removing', () => {
      test('takes a document away, also twice, and its id is free again', async () => {
        await papers.add(paper('a'));
        await papers.remove('a');
        await papers.remove('a');
        expect(await papers.get('a')).toBeUndefined();
        expect(await papers.list()).toEqual([]);
        expect(await papers.add(paper('a'))).toMatchObject({ version: 1 });
      });
    });

    describe('claiming due work', () => {
      const lease = (minute: number, limit = 10) => ({ now: at(minute), leaseUntil: at(minute + 5), limit });

      test('gives what is due, the earliest first, and nothing that is not', async () => {
        await papers.add(paper('later', { dueAt: at(11) }));
        await papers.add(paper('never'));
        await papers.add(paper('b', { dueAt: at(9) }));
        await papers.add(paper('a', { dueAt: at(10) }));
        const claimed = await papers.claim(lease(10));
        expect(ids(claimed)).toEqual(['b', 'a']);
        expect(claimed[0]).toEqual({ ...paper('b', { dueAt: at(9), leaseUntil: at(15) }), version: 2 });
        expect(await papers.get('b')).toEqual(claimed[0]);
      });

      test('gives at most as many as asked for', async () => {
        for (const id of ['a', 'b', 'c']) await papers.add(paper(id, { dueAt: at(1) }));
        expect(ids(await papers.claim(lease(2, 2)))).toEqual(['a', 'b']);
        expect(ids(await papers.claim(lease(2, 2)))).toEqual(['c']);
        expect(await papers.claim(lease(2, 2))).toEqual([]);
      });

      test('never gives the same work to two callers at once', async () => {
        for (let n = 0; n < 30; n += 1) await papers.add(paper(`p${n}`, { dueAt: at(1) }));
        const claims = await Promise.all(Array.from({ length: 10 }, () => papers.claim(lease(2, 5))));
        const taken = claims.flatMap(ids);
        expect(taken).toHaveLength(30);
        expect(new Set(taken).size).toBe(30);
      });

      test('gives work again when its lease is over', async () => {
        await papers.add(paper('a', { dueAt: at(1) }));
        await papers.claim(lease(2));
        expect(await papers.claim(lease(6))).toEqual([]);
        expect(ids(await papers.claim(lease(7)))).toEqual(['a']);
      });

      test('gives nothing that was done meanwhile', async () => {
        await papers.add(paper('a', { dueAt: at(1) }));
        await papers.claim(lease(2));
        await papers.change('a', ({ dueAt: _, leaseUntil: __, ...rest }) => ({ doc: rest }));
        expect(await papers.claim(lease(30))).toEqual([]);
      });
    });

    test('gives out no document that does not fit the schema it is read with', async () => {
      const loose = subject.store.collection('forms', z.looseObject({ id: z.string(), version: z.int() }));
      await loose.add({ id: 'a', title: 7 } as never);
      const reading = async () => subject.store.collection('forms', Paper).get('a');
      await expect(reading()).rejects.toThrow();
    });

    test('fills in what the schema has a default for', async () => {
      const loose = subject.store.collection('forms', z.looseObject({ id: z.string(), version: z.int() }));
      await loose.add({ id: 'a', title: 'old' } as never);
      expect(await subject.store.collection('forms', Paper).get('a')).toMatchObject({ count: 0 });
    });

    test('finishes the writes under way before it closes', async () => {
      const writes = ['a', 'b'].map((id) => papers.add(paper(id)));
      const closed = subject.store.close();
      expect(await Promise.allSettled(writes)).toMatchObject([
        { status: 'fulfilled' },
        { status: 'fulfilled' },
      ]);
      await closed;
      await expect(papers.add(paper('c'))).rejects.toThrow();
    });

    test('behaves like a plain map, whatever is done in whatever order', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(modelCommands, async (commands) => {
          run += 1;
          const real = {
            papers: subject.store.collection(`papers-${run}`, Paper, ['count']),
            notices: subject.store.collection(`notices-${run}`, Paper),
            noticesName: `notices-${run}`,
          };
          await fc.asyncModelRun(
            () => ({ model: { papers: new Map(), notices: new Map() }, real }),
            commands,
          );
        }),
        { numRuns: 60 },
      );
    });
  });
}

/** A store whose documents outlive it. `reopen` closes it and opens what it left. */
export type DurableSubject = Subject & { readonly reopen: () => Promise<Store> };

/** What every store must do that keeps documents beyond the process. */
export function describeDurableStore(name: string, open: () => Promise<DurableSubject>): void {
  describeStore(name, open);

  describe(`${name} as a durable store`, () => {
    test('is the same after it was closed and opened again, and goes on from there', async () => {
      const subject = await open();
      const papers = subject.store.collection('papers', Paper);
      await papers.add(paper('a', { title: 'Ä', tags: ['x'] }), [{ collection: 'notices', doc: paper('n') }]);
      await papers.change('a', (doc) => ({ doc: { ...doc, count: 2 } }));
      await papers.add(paper('b', { dueAt: at(1) }));
      await papers.claim({ now: at(2), leaseUntil: at(5), limit: 1 });
      await papers.add(paper('c'));
      await papers.remove('c');
      const before = await papers.list();

      const store = await subject.reopen();
      const again = store.collection('papers', Paper);
      expect(await again.list()).toEqual(before);
      expect(await store.collection('notices', Paper).list()).toEqual([{ ...paper('n'), version: 1 }]);
      expect(await again.claim({ now: at(4), leaseUntil: at(9), limit: 1 })).toEqual([]);
      expect((await again.change('a', (doc) => ({ doc }))).doc).toMatchObject({ version: 3 });
      await subject.discard();
    });
  });
}
