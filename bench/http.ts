import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { startConnector } from './http/connector.ts';
import { post } from './http/post.ts';
import { quantile, type Subject, usageOf, withSubjects } from './http/subjects.ts';

/*
 * The whole HTTP turn of Lotse beside a bare botbuilder echo bot on restify, in the same run: the same requests,
 * in turns, so that a slow minute of the machine hits both. Each program is a process of its own.
 * `node bench/http.ts [answers per round] [rounds]`
 *
 * A question without an answer is counted in the gap list, on disk, before it is answered; so the questions that
 * the role model answers and those that it does not are measured apart.
 */
const perRound = Number(process.argv[2] ?? 1500);
const rounds = Number(process.argv[3] ?? 4);
/** Answers before the first round: until then V8 still compiles, more of the larger program. */
const warmUp = 5000;
/** Enough for both programs to be busy while the store of Lotse waits for the disk. */
const atOnce = 16;

type Question = { readonly q: string; readonly expect: readonly string[] };
const all = readFileSync('test/features/directory/questions/tuning.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Question => JSON.parse(line));
const regulated = ({ expect }: Question): boolean => !expect.includes('NONE');
const answered = all.filter(regulated);
const unanswered = all.filter((question) => !regulated(question));

type Way = { readonly name: string; readonly inResponse: boolean; readonly questions: readonly Question[] };
const ways: readonly Way[] = [
  { name: 'in the response, answered', inResponse: true, questions: answered },
  { name: 'in the response, unanswered', inResponse: true, questions: unanswered },
  { name: 'by the connector, answered', inResponse: false, questions: answered },
  { name: 'by the connector, unanswered', inResponse: false, questions: unanswered },
];
/** `cpu` is the program's own time per answer in ms: it hardly changes when the machine is busy elsewhere. */
type Round = { readonly perSecond: number; readonly cpu: number; readonly times: readonly number[] };

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
let asked = 0;

function activity(way: Way, serviceUrl: string): string {
  asked += 1;
  return JSON.stringify({
    type: 'message',
    id: `bench-${asked}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:bench', aadObjectId: '44444444-4444-4444-8444-444444444444' },
    recipient: { id: '28:bot' },
    conversation: { id: `a:${asked % 200}`, conversationType: 'personal' },
    text: way.questions[asked % way.questions.length]?.q,
    ...(way.inResponse ? { deliveryMode: 'expectReplies' } : {}),
  });
}

async function round(subject: Subject, way: Way, serviceUrl: string, count: number): Promise<Round> {
  const times: number[] = [];
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      times.push(await post(agent, subject.port, activity(way, serviceUrl)));
    }
  };
  const before = await usageOf(subject);
  const start = performance.now();
  await Promise.race([Promise.all(Array.from({ length: atOnce }, worker)), subject.gone]);
  const perSecond = (count * 1000) / (performance.now() - start);
  const cpu = ((await usageOf(subject)).cpuMs - before.cpuMs) / count;
  return { perSecond, cpu, times };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
async function compare(subjects: readonly Subject[], way: Way, serviceUrl: string) {
  const results = new Map<string, Round[]>(subjects.map(({ name }) => [name, []]));
  for (const subject of subjects) await round(subject, way, serviceUrl, warmUp);
  for (let n = 0; n < rounds; n += 1) {
    for (const subject of n % 2 ? subjects : subjects.toReversed()) {
      results.get(subject.name)?.push(await round(subject, way, serviceUrl, perRound));
    }
  }
  const rows = [...results].map(([name, list]) => {
    const times = list.flatMap((result) => result.times);
    const perSecond = median(list.map((result) => result.perSecond));
    const cpu = median(list.map((result) => result.cpu));
    return { way: way.name, name, cpu, perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
  });
  const ratio = (rows[1]?.perSecond ?? 0) / (rows[0]?.perSecond ?? 1);
  return { rows, ratio };
}

await withSubjects(async (start) => {
  const serviceUrl = await startConnector();
  const subjects = [await start('echo'), await start('lotse')];
  const comparisons: Awaited<ReturnType<typeof compare>>[] = [];
  for (const way of ways) comparisons.push(await compare(subjects, way, serviceUrl));

  console.log(`HTTP turn: ${rounds} rounds of ${perRound} answers each, ${atOnce} at once, same run\n`);
  console.log('| way | program | answers/s | p50 ms | p99 ms | CPU ms/answer | ratio to echo |');
  console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { rows, ratio } of comparisons) {
    for (const { way, name, perSecond, p50, p99, cpu } of rows) {
      const share = name === 'lotse' ? ratio.toFixed(2) : '1';
      console.log(
        `| ${way} | ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${cpu.toFixed(2)} | ${share} |`,
      );
    }
  }
  console.log('\n| program | ready after ms | memory after the run (MiB) |');
  console.log('| --- | ---: | ---: |');
  for (const subject of subjects) {
    console.log(
      `| ${subject.name} | ${subject.startMs.toFixed(0)} | ${((await usageOf(subject)).rss / 2 ** 20).toFixed(0)} |`,
    );
  }
});
