import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openLowdbStore } from '../src/adapters/store/lowdb.ts';
import type { Collection } from '../src/core/ports/store.ts';

/*
 * How long a durable change takes while 1,000 to 100,000 documents are stored: one after the other, and 50 at a time.
 * Every change also adds a notice to another collection, as a decision does.
 */
const Case = z.object({
  id: z.string(),
  version: z.int(),
  state: z.string(),
  text: z.string(),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string() })),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
});
type Case = z.infer<typeof Case>;

const idOf = (n: number): string => `IT-2026-${String(n).padStart(6, '0')}`;
const newCase = (n: number) => ({
  id: idOf(n),
  state: n % 100 === 0 ? 'submitted' : 'done',
  text: 'Zwei Arbeitsplätze für die neue Außenstelle, mit Bildschirm und Telefon. '.repeat(3),
  history: [
    { at: '2026-11-24T09:00:00.000Z', by: '00000000-0000-0000-0000-000000000061', what: 'submitted' },
  ],
  dueAt: n % 100 === 0 ? '2026-11-25T09:00:00.000Z' : undefined,
});

let notices = 0;
async function decide(cases: Collection<Case>, id: string): Promise<number> {
  notices += 1;
  const notice = { id: `notice ${notices}`, to: 'it-beauftragte' };
  const started = performance.now();
  await cases.change(id, (doc) => ({
    doc: { ...doc, state: doc.state === 'done' ? 'approved' : 'done' },
    also: [{ collection: 'notices', doc: notice }],
  }));
  return performance.now() - started;
}

/** Makes `count` changes, `width` at a time. */
async function measure(cases: Collection<Case>, documents: number, count: number, width: number) {
  const times: number[] = [];
  let made = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (made < count) {
      made += 1;
      times.push(await decide(cases, idOf((made * 7919) % documents)));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const part = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  return { perSecond: Math.round(count / seconds), p50: part(0.5), p99: part(0.99), max: part(1) };
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

async function run(documents: number): Promise<Record<string, string | number>> {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-bench-'));
  const filling = await openLowdbStore({ folder });
  const all = filling.collection('cases', Case);
  await Promise.all(Array.from({ length: documents }, (_, n) => all.add(newCase(n))));
  await filling.close();
  // As a start does it: read, check, rewrite, copy.
  let store = filling;
  let cases = all;
  let day = 0;
  const now = (): Date => new Date(Date.now() + day * 86_400_001);
  const open = await timed(async () => {
    store = await openLowdbStore({ folder, now });
    cases = store.collection('cases', Case);
  });
  const { size } = await stat(join(folder, 'lotse.jsonl'));
  const single = await measure(cases, documents, 1000, 1);
  const many = await measure(cases, documents, 20_000, 50);
  // A day later the file is due to be rewritten, beside the writes.
  day = 1;
  const folding = await measure(cases, documents, 20_000, 50);
  const list = await timed(() => cases.list({ where: { state: 'submitted' } }));
  const claim = await timed(() =>
    cases.claim({ now: '2026-11-26T00:00:00.000Z', leaseUntil: '2026-11-26T00:05:00.000Z', limit: 20 }),
  );
  await store.close();
  await rm(folder, { recursive: true });
  return {
    documents,
    'file MB': (size / 1e6).toFixed(1),
    'start ms': ms(open),
    '1: commits/s': single.perSecond,
    p50: ms(single.p50),
    p99: ms(single.p99),
    '50: commits/s': many.perSecond,
    'p50 ': ms(many.p50),
    'p99 ': ms(many.p99),
    'folding: p99': ms(folding.p99),
    max: ms(folding.max),
    'list ms': ms(list),
    'claim ms': ms(claim),
  };
}

const rows: Record<string, string | number>[] = [];
for (const documents of [1_000, 10_000, 100_000]) rows.push(await run(documents));
console.log('Durable changes in the embedded store, each with a notice; times in ms');
console.table(rows);
