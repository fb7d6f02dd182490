import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../test/support/postgres.ts';

type Instance = { readonly port: number; readonly child: ChildProcess };

/** Several processes of the program on one database, behind a proxy that asks them in turn. */
export type Cluster = {
  /** Of the proxy. */
  readonly url: string;
  /** Ends one with -9 and starts another in its place. */
  kill(): Promise<void>;
  kills(): number;
  /** SIGTERM to all. @returns their exit codes */
  stop(): Promise<readonly (number | null)[]>;
};

/** @param env what all of them run with besides their port and folder */
export async function startCluster(
  count: number,
  env: Readonly<Record<string, string>>,
  folder: string,
): Promise<Cluster> {
  const start = async (): Promise<Instance> => {
    const port = await freePort();
    const child = spawn(process.execPath, ['src/main.ts', 'dev'], {
      env: { ...process.env, ...env, PORT: String(port), DATA_DIR: join(folder, `data-${port}`) },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (let tries = 0; tries < 600; tries += 1) {
      await wait(100);
      const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return { port, child };
    }
    throw new Error('an instance did not get ready within a minute');
  };
  const instances: (Instance | undefined)[] = await Promise.all(Array.from({ length: count }, start));
  let turn = 0;
  let kills = 0;

  /** Like a load balancer without knowledge: the next in turn, also when it has just died. */
  const proxy = createServer((req, res) => {
    turn += 1;
    const port = instances[turn % count]?.port ?? 9;
    const { url = '/', method, headers } = req;
    const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res).on('error', () => undefined);
      answer.on('error', () => res.destroy());
    });
    onward.on('error', () => (res.headersSent ? res.destroy() : res.writeHead(502).end()));
    req.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async kill() {
      const at = kills % count;
      const victim = instances[at];
      if (!victim) return;
      kills += 1;
      victim.child.kill('SIGKILL');
      instances[at] = undefined;
      instances[at] = await start();
    },
    kills: () => kills,
    async stop() {
      proxy.close();
      const running = instances.flatMap((instance) => instance?.child ?? []);
      const ends = running.map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGTERM');
      return (await Promise.all(ends)).map(([code]) => code);
    },
  };
}
