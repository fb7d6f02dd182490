import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fillLikeACity } from './growth/fill.ts';
import { startConnector } from './http/connector.ts';
import { quantile, type Subject, usageOf, withSubjects } from './http/subjects.ts';
import { activity, pressed } from './requests/activity.ts';
import { fill, openId } from './requests/fill.ts';

/*
 * Clicks on „Zustimmen“ that arrive evenly, whether the ones before were answered or not, on the real program with a
 * store as a large city has it; beside it the botbuilder echo bot at the same rate. Every click is a decision on disk.
 * `node bench/requests.ts [clicks per second] [seconds] [documents] [archived]`; with 0 documents there are requests and
 * nothing else, which shows what all the rest costs.
 */
const [rate = 50, seconds = 20, documents = 50_000, archived = 100_000] = process.argv.slice(2).map(Number);
const onlyRequests = { open: 10_000, ideas: 0 };
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

const click = (at: number) =>
  activity(`bench-${at}`, pressed('requests.approve', { id: openId(at), visit: 1 }));
const message = (at: number) => activity(`bench-${at}`, { text: 'IT-2026-10000' });

function post(port: number, body: object): Promise<{ readonly ms: number; readonly text: string }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const options = { agent, port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers };
    const signal = AbortSignal.timeout(30_000);
    const sent = request({ ...options, signal }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      res.on('error', reject).on('end', () => resolve({ ms: performance.now() - start, text }));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** Sends at the wanted rate, from `first` on; what is late is sent at once, so that waiting counts as time. */
async function load(subject: Subject, body: (at: number) => object, first: number, count: number) {
  const failed = new AbortController();
  const before = await usageOf(subject);
  const start = performance.now();
  const sent: Promise<{ readonly ms: number; readonly text: string }>[] = [];
  for (let at = 0; at < count; at += 1) {
    const due = start + (at * 1000) / rate;
    if (due > performance.now()) await wait(due - performance.now());
    const answer = post(subject.port, body(first + at));
    answer.catch((error) => failed.abort(error));
    failed.signal.throwIfAborted();
    sent.push(answer);
  }
  const answers = await Promise.race([Promise.all(sent), subject.gone]);
  const tookMs = performance.now() - start;
  const cpu = ((await usageOf(subject)).cpuMs - before.cpuMs) / count;
  return { answers, perSecond: (count * 1000) / tookMs, cpu };
}

await withSubjects(async (start, folder) => {
  const { open, ideas } =
    documents > 0 ? await fillLikeACity(folder, documents, archived, await startConnector()) : onlyRequests;
  if (documents === 0) await fill(folder, open, archived);
  console.log(
    `${documents} documents, of them ${open} open requests and ${ideas} ideas; ${archived} archived`,
  );
  const [echo, lotse] = [await start('echo'), await start('lotse')];
  const warm = Math.min(500, open / 4);
  await load(echo, message, 0, warm);
  await load(lotse, click, 0, warm);
  const count = Math.min(rate * seconds, open - warm);
  const rows = [
    { name: 'echo', body: message, subject: echo },
    { name: 'lotse: Zustimmen', body: click, subject: lotse },
  ];

  console.log(`\n${rate} per second wanted, ${count} each, one machine\n`);
  console.log('| program | held per second | p50 ms | p99 ms | CPU ms each | ready after ms | memory MiB |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, body, subject } of rows) {
    const { answers, perSecond, cpu } = await load(subject, body, warm, count);
    const wrong = answers.filter(({ text }) => subject === lotse && !text.includes('Leitung 10.50')).length;
    const times = answers.map(({ ms }) => ms);
    const memory = ((await usageOf(subject)).rss / 2 ** 20).toFixed(0);
    console.log(
      `| ${name} | ${perSecond.toFixed(1)} | ${quantile(times, 0.5).toFixed(1)} | ${quantile(times, 0.99).toFixed(1)} | ${cpu.toFixed(2)} | ${subject.startMs.toFixed(0)} | ${memory} |`,
    );
    if (wrong > 0) console.log(`${wrong} clicks were not answered with the next step`);
  }
});
