import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgresStore } from '../src/adapters/store/postgres/postgres.ts';
import { openChats } from '../src/features/notices/chats.ts';
import { type Outboxed, openOutbox } from '../src/features/notices/outbox.ts';
import { type Request, requestCollection, Request as Schema } from '../src/features/requests/model.ts';
import stopServer from '../test/support/after-all-files.ts';
import nameFolder from '../test/support/before-all-files.ts';
import { verdictOn } from '../test/support/instances-verdict.ts';
import { newDatabase } from '../test/support/postgres.ts';
import { sampleRequest } from '../test/support/sample-request.ts';
import { startCluster } from './instances/cluster.ts';
import { startConnector } from './instances/connector.ts';
import { activity, pressed } from './requests/activity.ts';
import { openId } from './requests/fill.ts';

/*
 * Three processes on one PostgreSQL, behind a proxy that asks them in turn. Each request is decided about by two or three
 * clicks, and what is not acknowledged is delivered again, as Teams does it; every few seconds one process is killed
 * with -9 and another started; the connector fails at random. In the end every request was decided once, every notice
 * arrived or stands on the list of what cannot be delivered, and each person got theirs in the order in which they were owed.
 * `node bench/instances.ts [requests] [persons] [clicks per request] [seconds of killing at least]`
 */
const [cases = 2000, persons = 500, clicksEach = 2.5, killFor = 60] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'lotse-instances-'));
const random = seeded(20261124);
const instances = 3;
/** Messages that one process may have on their way: people who are written to side by side. */
const onTheirWay = 10;

/** The same figures in each run. */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const teamsId = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const staff = (at: number): string => `viele-${at}`;

/** The sample city with many people in one office. */
function directoryFolder(): string {
  cpSync('data/demo', join(folder, 'directory'), { recursive: true });
  const path = join(folder, 'directory', 'organisation.yaml');
  const rows = Array.from(
    { length: persons },
    (_, at) =>
      `  - id: ${staff(at)}\n    name: Sachbearbeitung ${at}\n    unit: "61"\n    teamsId: "${teamsId(at)}"\n`,
  );
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^persons:\n/m, `persons:\n${rows.join('')}`));
  return join(folder, 'directory');
}

/** The IT-Beauftragte of Amt 61 advises against a request. */
const click = (at: number, id: string) =>
  activity(
    `click-${at}`,
    pressed('requests.reject', { id, visit: 1, note: 'Dafür gibt es schon ein Gerät.' }),
  );

await nameFolder();
try {
  const url = await newDatabase();
  const connector = await startConnector(random);
  const { store } = await openPostgresStore({ url });
  const requests = store.collection<Request>(requestCollection, Schema);
  const outbox = openOutbox(store);
  const chats = openChats(store);
  for (let at = 0; at < persons; at += 1)
    await chats.add({
      id: teamsId(at),
      name: staff(at),
      chat: {
        conversationId: `a:${staff(at)}`,
        conversationType: 'personal',
        serviceUrl: connector.url,
        botId: '28:bot',
        userId: `29:${staff(at)}`,
      },
    });
  for (let person = 0; person < persons; person += 1) {
    const { version: _, ...sample } = await sampleRequest({
      id: staff(person),
      name: staff(person),
      unit: '61',
    });
    for (let at = person; at < cases; at += persons) await requests.add({ ...sample, id: openId(at) });
  }
  const env = { STORE_URL: url, DIRECTORY_DIR: directoryFolder(), LOG_LEVEL: 'error' };
  const cluster = await startCluster(instances, env, folder);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;

  let isClicked = false;
  const killing = (async () => {
    while (!isClicked || seconds() < killFor) {
      await wait(4000);
      await cluster.kill();
    }
  })();

  let again = 0;
  const one = async (at: number): Promise<void> => {
    const body = JSON.stringify(click(at, openId(at % cases)));
    for (let tries = 0; tries < 200; tries += 1) {
      const status = await fetch(`${cluster.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(20_000),
      }).then(
        (response) => response.text().then(() => response.status),
        () => 0,
      );
      if (status === 200) return;
      again += 1;
      await wait(200);
    }
    throw new Error(`nobody took click ${at}`);
  };
  const clicks = Math.round(cases * clicksEach);
  let next = 0;
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let at = next++; at < clicks; at = next++) await one(at);
    }),
  );
  isClicked = true;
  const clicked = seconds();
  await killing;

  // Those that are left send; what a dead one had comes back after five minutes.
  const isOpen = ({ state }: Outboxed) => ['pending', 'failed', 'ambiguous'].includes(state);
  for (let tries = 0; tries < 900 && (await outbox.list()).some(isOpen); tries += 1) await wait(1000);
  const settled = seconds();
  const notices = (await outbox.list()).filter(({ kind }) => kind.startsWith('requests.'));
  const { rows, wrong } = verdictOn({
    requests: await requests.list(),
    notices,
    arrived: connector.arrived,
    kills: cluster.kills(),
    isReachable: (person) => person.startsWith('viele-'),
    onTheirWay,
  });
  const codes = await cluster.stop();
  const uneasy = codes.some((code) => code !== 0) ? [`exit codes after SIGTERM: ${codes.join(', ')}`] : [];
  const figures = [
    ['clicks acknowledged / delivered again', `${clicks} / ${again}, ${clicked.toFixed(0)} s`],
    ['kill -9', String(cluster.kills())],
    ['messages refused by the connector', String(connector.refused())],
    ...rows,
    ['until nothing was open any more', `${settled.toFixed(0)} s`],
  ];
  console.log('| what | figure |\n| --- | ---: |');
  for (const [what, figure] of figures) console.log(`| ${what} | ${figure} |`);
  const faults = [...wrong, ...uneasy];
  for (const fault of faults) console.log(`WRONG: ${fault}`);
  await store.close();
  connector.close();
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
