import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import stopServer from '../test/support/after-all-files.ts';
import nameFolder from '../test/support/before-all-files.ts';
import { newDatabase } from '../test/support/postgres.ts';
import { fillLikeACity } from './growth/fill.ts';
import { startConnector } from './http/connector.ts';
import { quantile, type Subject, usageOf, withSubjects } from './http/subjects.ts';
import { activity, pressed } from './requests/activity.ts';
import { openId } from './requests/fill.ts';

/*
 * What documents cost: the start, memory, doing nothing, a click, a list, the first look at a number that nobody knows.
 * CPU time is the program's own, so that a busy machine hardly changes it; times by the clock it does.
 * `node bench/growth.ts [--postgres] [documents] [documents] …`, 1,000, 10,000 and 50,000 without; each with twice as many
 * archived. In a database their cost is also the server's, which is not counted.
 */
const { values, positionals } = parseArgs({
  options: { postgres: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000, 50_000];
const idleFor = 20;
let sent = 0;

function next(more: object): string {
  sent += 1;
  return JSON.stringify(activity(`growth-${sent}`, more));
}
const approve = (at: number) => pressed('requests.approve', { id: openId(at), visit: 1 });

function post({ port }: Subject, body: string): Promise<{ readonly ms: number; readonly text: string }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const options = { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers };
    const posted = request(options, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      res.on('error', reject).on('end', () => resolve({ ms: performance.now() - start, text }));
    });
    posted.on('error', reject);
    posted.end(body);
  });
}

/** CPU milliseconds of the program for some work of ours. */
async function costOf(subject: Subject, work: () => Promise<unknown>) {
  const before = await usageOf(subject);
  await work();
  const after = await usageOf(subject);
  return { cpu: after.cpuMs - before.cpuMs, blocked: after.blockedMs };
}

const connector = await startConnector();

/** Waits until it does nothing any more, at most three minutes. */
async function settled(subject: Subject): Promise<void> {
  for (let [quiet, tries] = [0, 0]; quiet < 3 && tries < 36; tries += 1) {
    const { cpu } = await costOf(subject, () => wait(5000));
    quiet = cpu < 150 ? quiet + 1 : 0;
  }
}

if (values.postgres) await nameFolder();
await withSubjects(async (start, folder) => {
  const rows: (readonly string[])[] = [];
  let least: { readonly documents: number; readonly heap: number } | undefined;
  for (const size of sizes) {
    const data = values.postgres ? await newDatabase() : join(folder, String(size));
    const { documents, open } = await fillLikeACity(data, size, 2 * size, connector);
    const lotse = await start('lotse', data);
    const started = await usageOf(lotse);
    // What is due once after a start (archive, cleaning, index) is not what standing idle costs.
    await settled(lotse);
    const idle = await costOf(lotse, () => wait(idleFor * 1000));
    const warm = Math.min(50, open / 2);
    for (let at = 0; at < warm; at += 1) await post(lotse, next(approve(at)));
    const times: number[] = [];
    const count = Math.min(100, open - warm);
    const clicks = await costOf(lotse, async () => {
      for (let at = 0; at < count; at += 1) times.push((await post(lotse, next(approve(warm + at)))).ms);
    });
    const list = await costOf(lotse, () => post(lotse, next({ text: 'Meine Entscheidungen' })));
    const lists = await costOf(lotse, async () => {
      for (let n = 0; n < 10; n += 1) await post(lotse, next({ text: 'Meine Entscheidungen' }));
    });
    const unknown = await costOf(lotse, () => post(lotse, next({ text: 'IT-2025-987654' })));
    const { heap } = await usageOf(lotse, 'heap');
    const each = least && (heap - least.heap) / (documents - least.documents) / 1024;
    least ??= { documents, heap };
    rows.push([
      documents.toLocaleString('en'),
      (started.cpuMs / 1000).toFixed(1),
      (started.rss / 2 ** 20).toFixed(0),
      each === undefined ? '–' : each.toFixed(1),
      `${((idle.cpu / idleFor / 1000) * 100).toFixed(2)} %`,
      idle.blocked.toFixed(0),
      (clicks.cpu / count).toFixed(1),
      quantile(times, 0.99).toFixed(0),
      `${list.cpu.toFixed(0)} / ${(lists.cpu / 10).toFixed(0)}`,
      unknown.cpu.toFixed(0),
    ]);
    lotse.process.kill('SIGTERM');
    await lotse.gone.catch(() => undefined);
  }
  console.log(
    '| documents | start, CPU s | memory MiB | heap KiB a document | idle, of a core | blocked ms | click, CPU ms | click p99 ms | list, first / later, CPU ms | unknown number, CPU ms |',
  );
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  if (values.postgres) await stopServer();
});
