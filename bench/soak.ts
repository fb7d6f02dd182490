import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fillLikeACity } from './growth/fill.ts';
import { startConnector } from './http/connector.ts';
import { post } from './http/post.ts';
import { quantile, usageOf, withSubjects } from './http/subjects.ts';
import { activity, pressed } from './requests/activity.ts';
import { openId } from './requests/fill.ts';

/*
 * Many hours of a city in a few minutes, on one process: questions of thousands of people in as many chats, lists, cases,
 * unknown numbers, late clicks, questions that nobody can answer. Nothing of it adds documents without end, so memory has
 * no reason to grow: its slope over the second half is what this looks for.
 * `node bench/soak.ts [minutes] [turns per second]`
 */
const [minutes = 2, rate = 60] = process.argv.slice(2).map(Number);
/** More than any memory of chats or deliveries holds. */
const chats = 10_000;
const documents = 20_000;

const questions = readFileSync('test/features/directory/questions/tuning.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).q);
const lists = [
  'Meine Entscheidungen',
  'Meine Anträge',
  'Hilfe',
  'Ideen',
  'Beirat',
  'Meine Rollen',
  'Bekannte Störungen',
];
const agent = new Agent({ keepAlive: true, maxSockets: 100 });
/** The next from a list, in turns. */
const inTurn = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

function turn(at: number, open: number): object {
  const person = { conversation: { id: `a:soak-${at % chats}`, conversationType: 'personal' } };
  const stranger = { ...person, from: { id: `29:soak-${at % chats}`, aadObjectId: `soak-${at % chats}` } };
  switch (at % 10) {
    case 0:
      return { type: 'message', text: inTurn(lists, Math.floor(at / 10)) };
    case 1:
      return { type: 'message', text: openId(at % open) };
    case 2:
      return { type: 'message', text: `IT-2025-${at % 100_000}` };
    case 3:
      // Of an earlier version of the case: shows how it stands.
      return pressed('requests.approve', { id: openId(at % Math.min(open, 200)), visit: 99 });
    default:
      return { type: 'message', text: inTurn(questions, at), ...stranger };
  }
}

/** By how much `ys` grows with each `x`, by least squares. */
function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const over = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return over / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}

await withSubjects(async (start, folder) => {
  const { open } = await fillLikeACity(folder, documents, 2 * documents, await startConnector());
  const lotse = await start('lotse');
  const perSample = Math.max(10, Math.round((minutes * 60) / 30));
  const samples: { readonly x: number; readonly y: number }[] = [];
  console.log(`${minutes} minutes, ${rate} turns per second in ${chats} chats, ${documents} documents\n`);
  console.log('| turns | p50 ms | p99 ms | heap MiB | memory MiB | blocked ms |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  let turns = 0;
  while (turns < minutes * 60 * rate) {
    const times: Promise<number>[] = [];
    const begun = performance.now();
    for (let n = 0; n < perSample * rate; n += 1) {
      const due = begun + (n * 1000) / rate;
      if (due > performance.now()) await wait(due - performance.now());
      const body = activity(`soak-${turns}`, turn(turns, open));
      turns += 1;
      times.push(post(agent, lotse.port, JSON.stringify(body)));
      // One that fails ends it here, not at the end of the minute.
      times.at(-1)?.catch(() => undefined);
    }
    const took = await Promise.race([Promise.all(times), lotse.gone]);
    const { blockedMs } = await usageOf(lotse);
    const { heap, rss } = await usageOf(lotse, 'heap');
    samples.push({ x: turns / 1000, y: heap / 1024 });
    const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
    console.log(
      `| ${turns} | ${quantile(took, 0.5).toFixed(1)} | ${quantile(took, 0.99).toFixed(1)} | ${mib(heap)} | ${mib(rss)} | ${blockedMs.toFixed(0)} |`,
    );
  }
  const later = samples.slice(Math.floor(samples.length / 2));
  console.log(`\nheap, second half: ${slope(later).toFixed(1)} KiB more per 1,000 turns`);
});
