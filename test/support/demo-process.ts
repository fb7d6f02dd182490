import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

export type DemoProcess = {
  readonly child: ChildProcess;
  /** Addresses of the pages, in the order of the persons. */
  readonly pages: readonly string[];
  readonly bot: string;
  /** The page with the mails. */
  readonly mails: string;
  /** Ids of all processes that it has started. */
  readonly descendants: readonly number[];
  /** Everything it has printed so far. */
  readonly said: () => string;
  /** @returns the exit code, or null when the signal itself ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

const running = new Set<ChildProcess>();
const children = new Set<number>();

/** Starts the demo as `npm run demo` does. @throws Error with what it said when it ends before it is ready */
export async function startDemo(
  people: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<DemoProcess> {
  const { child, said, ended } = launch(people, env);
  await Promise.race([
    new Promise<void>((ready) => {
      child.stdout?.on('data', () => said().includes('Strg+C') && ready());
    }),
    ended.then(() => Promise.reject(new Error(said()))),
  ]);
  const [bot = '', ...addresses] = (said().match(/http:\/\/127\.0\.0\.1:\d+(?![\d/])/g) ?? []).toSorted(
    botFirst(said()),
  );
  const mails = addresses.pop() ?? '';
  const descendants = descendantsOf(child.pid ?? 0);
  for (const pid of descendants) children.add(pid);
  return {
    child,
    pages: addresses,
    bot,
    mails,
    said,
    descendants,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the demo to its end, for when it is expected not to start. */
export async function runDemo(
  people: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { said, ended } = launch(people, env);
  return { code: await ended, said: said() };
}

/** Ends what a failed test has left. */
export async function stopDemos(): Promise<void> {
  const ends = [...running].map((child) => {
    child.kill('SIGTERM');
    return once(child, 'exit');
  });
  await Promise.all(ends);
  for (const pid of [...children].filter(isAlive)) process.kill(pid, 'SIGKILL');
  children.clear();
}

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function launch(people: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/demo.ts', ...people], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DEMO_PORT: '0', ...env },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, said: () => said, ended };
}

/** The bot's address stands below the pages' in the text. */
const botFirst = (said: string) => (one: string, other: string) => {
  const isBot = (url: string) => said.includes(`Bot: ${url}`);
  return Number(isBot(other)) - Number(isBot(one));
};

function descendantsOf(pid: number): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): readonly number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}
