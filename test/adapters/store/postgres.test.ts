import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openPostgresStore } from '../../../src/adapters/store/postgres/postgres.ts';
import { describeFiles } from '../../support/files-contract.ts';
import { freePort, newDatabase } from '../../support/postgres.ts';
import { describeDurableStore, Paper } from '../../support/store-contract.ts';

describeDurableStore('PostgreSQL', async () => {
  const url = await newDatabase();
  let { store } = await openPostgresStore({ url });
  return {
    store,
    async reopen() {
      await store.close();
      ({ store } = await openPostgresStore({ url }));
      return store;
    },
    discard: () => store.close(),
  };
});

describeFiles('PostgreSQL', async () => {
  const url = await newDatabase();
  let opened = await openPostgresStore({ url });
  return {
    files: opened.files,
    async reopen() {
      await opened.store.close();
      opened = await openPostgresStore({ url });
      return opened.files;
    },
    discard: () => opened.store.close(),
  };
});

describe('several processes on one PostgreSQL', () => {
  const plusOne = (doc: Paper) => ({ doc: { ...doc, count: doc.count + 1 } });

  async function two() {
    const url = await newDatabase();
    const opened = await Promise.all([openPostgresStore({ url }), openPostgresStore({ url })]);
    const stores = opened.map(({ store }) => store);
    const [a, b] = stores;
    if (!a || !b) throw new Error('no stores');
    const close = () => Promise.all(stores.map((store) => store.close()));
    return {
      url,
      a,
      b,
      close,
      archives: opened.map(({ archive }) => archive),
      papers: stores.map((store) => store.collection('papers', Paper, ['count'])),
    };
  }

  test('read a long list again only where it changed, and never give out what was', async () => {
    const { papers, close } = await two();
    const [one, other] = papers as [(typeof papers)[0], (typeof papers)[0]];
    const ids = Array.from({ length: 180 }, (_, at) => `p-${String(at).padStart(3, '0')}`);
    await Promise.all(ids.map((id) => one.add({ id, title: 'at first', count: 1 })));
    const before = await one.list({ where: { count: 1 } });
    expect(before.map(({ id }) => id)).toEqual(ids);

    await other.change('p-100', (doc) => ({ doc: { ...doc, title: 'changed' } }));
    await other.change('p-110', (doc) => ({ doc: { ...doc, count: 2 } }));
    for (const id of ['p-120', 'p-130', 'p-001']) await other.remove(id);
    // Comes back under its id with the version it had: only the row knows that it is another.
    for (const id of ['p-130', 'p-001']) await other.add({ id, title: 'another one', count: 1 });

    const after = await one.list({ where: { count: 1 } });
    expect(after.map(({ id }) => id)).toEqual(ids.filter((id) => !['p-110', 'p-120'].includes(id)));
    expect(after.filter(({ title }) => title !== 'at first')).toMatchObject([
      { id: 'p-001', title: 'another one' },
      { id: 'p-100', title: 'changed' },
      { id: 'p-130', title: 'another one' },
    ]);
    expect(after.find(({ id }) => id === 'p-150')).toBe(before.find(({ id }) => id === 'p-150'));
    expect(await one.get('p-130')).toMatchObject({ title: 'another one' });
    await close();
  });

  test('start together, count every change of both once and share what they claim', async () => {
    const { papers, close } = await two();
    const [one, other] = papers as [(typeof papers)[0], (typeof papers)[0]];
    const dueAt = '2026-11-24T09:00:00.000Z';
    await one.add({ id: 'a', title: 'a', count: 0 });
    await Promise.all(Array.from({ length: 40 }, (_, at) => papers[at % 2]?.change('a', plusOne)));
    expect((await other.get('a'))?.count).toBe(40);

    for (let n = 0; n < 30; n += 1) await one.add({ id: `p${n}`, title: 'p', count: 9, dueAt });
    const request = { now: dueAt, leaseUntil: '2026-11-24T09:05:00.000Z', limit: 10 };
    const claimed = (await Promise.all([0, 1, 0, 1].map((at) => papers[at]?.claim(request)))).flat();
    expect(new Set(claimed.map((doc) => doc?.id)).size).toBe(30);
    expect(claimed).toHaveLength(30);
    await close();
  });

  test('give each number once, also the first', async () => {
    const { papers, close } = await two();
    const all = Array.from({ length: 20 }, (_, at) => `p${at}`);
    await Promise.all(all.map((id, at) => papers[at % 2]?.add({ id, title: id, count: 0 })));
    await Promise.all(
      all.map((id, at) =>
        papers[at % 2]?.change(
          id,
          (doc, [known]) => {
            const count = Number(known?.count ?? 0) + 1;
            const next = known ? { ...known, count } : { id: 'counter', title: 'counter', count };
            return { doc: { ...doc, count }, also: [{ collection: 'counters', doc: next }] };
          },
          [{ collection: 'counters', id: 'counter' }],
        ),
      ),
    );
    const numbers = ((await papers[0]?.list()) ?? []).map(({ count }) => count);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
    await close();
  });

  test('one of them leads, and another when it is gone', async () => {
    const { a, b, close } = await two();
    expect(await a.leads('jobs')).toBe(true);
    expect(await b.leads('jobs')).toBe(false);
    expect(await b.leads('other')).toBe(true);
    await a.close();
    expect(await b.leads('jobs')).toBe(true);
    await close();
  });

  test('share one archive, where a case stands once', async () => {
    const { archives, close } = await two();
    const [one, other] = archives;
    await one?.keep(2025, [{ id: 'IT-2025-1', note: 'alt' }, { id: 'IT-2025-2' }]);
    await other?.keep(2025, [{ id: 'IT-2025-1', note: 'neu' }]);
    await other?.keep(2026, [{ id: 'IT-2026-1' }]);
    expect(await one?.years()).toEqual([2025, 2026]);
    expect(await one?.find('IT-2025-1')).toEqual({ id: 'IT-2025-1', note: 'neu' });
    expect(await one?.find('IT-2025-9')).toBeUndefined();
    expect(await one?.rewrite(2025, (doc) => (doc.note ? { id: doc.id } : doc))).toBe(1);
    const left = [];
    for await (const doc of other?.list(2025) ?? []) left.push(doc);
    expect(left).toEqual([{ id: 'IT-2025-1' }, { id: 'IT-2025-2' }]);
    await close();
  });

  test('takes what jsonb refuses: NUL, halves of characters, its own mark', async () => {
    const { papers, close } = await two();
    const title = 'a\u0000b \\u0000 \ud83d \ue000 \ue0000000 \u{1f44d} \\ud83d';
    await papers[0]?.add({ id: 'a', title, count: 1, tags: ['\u0000'] });
    expect(await papers[1]?.get('a')).toMatchObject({ title, tags: ['\u0000'] });
    expect(await papers[1]?.list({ where: { title, count: 1 } })).toHaveLength(1);
    await close();
  });

  test('finds by an index what is declared, in a collection of any size', async () => {
    const { url, papers, close } = await two();
    await papers[0]?.list();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('SET enable_seqscan = off');
    const plan = await client.query(
      `EXPLAIN SELECT doc FROM lotse_documents WHERE collection = 'papers'
       AND md5(coalesce((doc -> 'count')::text, '')) = md5('7'::jsonb::text)`,
    );
    expect(JSON.stringify(plan.rows)).toContain('lotse_by_');
    await client.query('UPDATE lotse_schema SET version = 999');
    await client.end();
    await close();
    await expect(openPostgresStore({ url })).rejects.toThrow('Start the newer program');
  });

  test('says what to do when there is no database', async () => {
    const url = `postgres://lotse:secret@127.0.0.1:${await freePort()}/lotse`;
    const message = await openPostgresStore({ url }).catch((error: Error) => error.message);
    expect(message).toMatch(/STORE_URL names cannot be used: .*Check that it runs/);
    expect(message).not.toContain('secret');
  });
});
