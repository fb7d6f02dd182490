import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgresStore } from '../src/adapters/store/postgres/postgres.ts';
import { openChats } from '../src/features/notices/chats.ts';
import { type Outboxed, openOutbox } from '../src/features/notices/outbox.ts';
import { type Request, requestCollection, Request as Schema } from '../src/features/requests/model.ts';
import { freePort, newDatabase } from '../test/support/postgres.ts';
import nameFolder from '../test/support/postgres-folder.ts';
import stopServer from '../test/support/postgres-stop.ts';
import { openId, sampleRequest } from './requests/fill.ts';

/*
 * Three instances on one PostgreSQL. Clicks go to them in turn, each decision to two or three; every few seconds one is
 * killed with -9 and started again; the connector fails at random. In the end every request was decided once, every
 * notice arrived once or stands on a list, and each person got theirs in the order in which they were owed.
 * `node bench/instances.ts [requests] [persons] [clicks per request]`
 */
const [cases = 2000, persons = 500, clicksEach = 2.5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'lotse-instances-'));
const agent = new Agent({ keepAlive: false, maxSockets: 60 });
const random = seeded(20261124);

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

type Sent = { readonly conversation: string; readonly text: string };

/** Takes what the bots send: one in ten is refused, one in fifty gets lost on the way back. */
async function startConnector() {
  const arrived: Sent[] = [];
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const fate = random();
    if (req.method === 'POST' && fate < 0.1)
      return void res.writeHead(fate < 0.05 ? 429 : 503, { 'retry-after': '1' }).end();
    const conversation = decodeURIComponent(/conversations\/([^/?]+)/.exec(req.url ?? '')?.[1] ?? '');
    if (req.method === 'POST') arrived.push({ conversation, text: /IT-2026-\d+/.exec(body)?.[0] ?? '' });
    if (fate > 0.98) return void req.socket.destroy();
    res.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"m${arrived.length}"}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { arrived, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

type Instance = { port: number; child: ChildProcess; isUp: boolean };

async function startInstance(url: string, directory: string, port: number): Promise<Instance> {
  const env = {
    ...process.env,
    STORE_URL: url,
    DIRECTORY_DIR: directory,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DATA_DIR: join(folder, `data-${port}`),
  };
  const child = spawn(process.execPath, ['src/main.ts', 'dev'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const instance = { port, child, isUp: false };
  for (let tries = 0; tries < 600 && !instance.isUp; tries += 1) {
    await wait(100);
    instance.isUp = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
  return instance;
}

function post(port: number, body: object): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(20_000),
      },
      (res) =>
        void res
          .resume()
          .on('end', () => resolve(res.statusCode ?? 0))
          .on('error', () => resolve(0)),
    );
    sent.on('error', () => resolve(0));
    sent.end(JSON.stringify(body));
  });
}

const officer = /id: itb-61\n[\s\S]*?teamsId: "([0-9a-f-]+)"/.exec(
  readFileSync('data/demo/organisation.yaml', 'utf8'),
)?.[1];
let clicks = 0;
const click = (id: string) => {
  clicks += 1;
  return {
    id: `click-${clicks}`,
    type: 'invoke',
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9',
    from: { id: '29:itb-61', aadObjectId: officer },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:itb-61', conversationType: 'personal' },
    deliveryMode: 'expectReplies',
    value: {
      action: {
        type: 'Action.Execute',
        verb: 'requests.reject',
        data: { id, visit: 1, note: 'Dafür gibt es schon ein Gerät.' },
      },
    },
  };
};

await nameFolder();
try {
  const directory = directoryFolder();
  const url = await newDatabase();
  const connector = await startConnector();
  const { store } = await openPostgresStore({ url });
  const requests = store.collection<Request>(requestCollection, Schema);
  const outbox = openOutbox(store);
  const chats = openChats(store);
  const { version: _, ...sample } = await sampleRequest();
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
  for (let at = 0; at < cases; at += 1)
    await requests.add({ ...sample, id: openId(at), requestedBy: staff(at % persons) });
  const instances = await Promise.all(
    [1, 2, 3].map(async () => startInstance(url, directory, await freePort())),
  );
  const start = performance.now();
  let isOver = false;
  let kills = 0;
  const killing = (async () => {
    while (!isOver) {
      await wait(4000);
      const at = kills % instances.length;
      const victim = instances[at];
      if (isOver || !victim?.isUp) continue;
      victim.isUp = false;
      victim.child.kill('SIGKILL');
      kills += 1;
      instances[at] = await startInstance(url, directory, await freePort());
    }
  })();

  let acknowledged = 0;
  let turn = 0;
  const one = async (id: string): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      turn += 1;
      const instance = instances[turn % instances.length];
      if (instance?.isUp && (await post(instance.port, click(id))) === 200) {
        acknowledged += 1;
        return;
      }
      await wait(100);
    }
    throw new Error(`nobody took a click on ${id}`);
  };
  const ids = Array.from({ length: Math.round(cases * clicksEach) }, (_, at) => openId(at % cases));
  let next = 0;
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let id = ids[next++]; id !== undefined; id = ids[next++]) await one(id);
    }),
  );
  const clicked = performance.now() - start;
  isOver = true;
  await killing;
  console.log(`clicked: ${(clicked / 1000).toFixed(0)} s, ${acknowledged} of ${ids.length}, ${kills} kills`);

  // The instances that are left send; what a dead one had comes back after five minutes.
  const isOpen = ({ state }: Outboxed) => ['pending', 'failed', 'ambiguous'].includes(state);
  for (let tries = 0; tries < 900; tries += 1) {
    if (!(await outbox.list()).some(isOpen)) break;
    await wait(1000);
  }
  const decided = (await requests.list()).filter(
    ({ history }) => history.filter(({ act }) => act === 'rejected').length === 1,
  ).length;
  const notices = (await outbox.list()).filter(({ kind }) => kind.startsWith('requests.'));
  const states = Map.groupBy(notices, ({ state }) => state);
  const times = Map.groupBy(connector.arrived, ({ conversation, text }) => `${conversation} ${text}`);
  const twice = [...times.values()].filter(({ length }) => length > 1).length;
  let outOfOrder = 0;
  for (const [recipient, list] of Map.groupBy(notices, (notice) => notice.recipient)) {
    const owed = list.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
    const first = new Map<string, number>();
    for (const [at, { conversation, text }] of connector.arrived.entries())
      if (conversation === `a:${recipient}` && !first.has(text)) first.set(text, at);
    const order = owed.map(({ ref }) => first.get(ref) ?? -1).filter((at) => at >= 0);
    if (order.some((at, n) => n > 0 && at < (order[n - 1] ?? 0))) outOfOrder += 1;
  }
  console.log('| what | figure |');
  console.log('| --- | ---: |');
  console.log(`| requests decided exactly once | ${decided} of ${cases} |`);
  console.log(`| clicks acknowledged | ${acknowledged} of ${ids.length} |`);
  console.log(`| kill -9 | ${kills} |`);
  console.log(
    `| notices | ${notices.length}: ${[...states].map(([state, { length }]) => `${length} ${state}`).join(', ')} |`,
  );
  console.log(`| arrived at least once | ${times.size} |`);
  console.log(`| arrived twice (lost on the way back, or killed after sending) | ${twice} |`);
  console.log(`| persons who got theirs out of order | ${outOfOrder} of ${persons} |`);
  for (const { child } of instances) child.kill('SIGTERM');
  await store.close();
  connector.server.close();
  if (decided !== cases || outOfOrder > 0) process.exitCode = 1;
} finally {
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
