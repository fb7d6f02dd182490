import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type PlaygroundSettings = {
  /** The Playground's program file. */
  readonly program: string;
  /** Working folder: configuration and log; made when it is missing. */
  readonly folder: string;
  /** Who is signed in and which chats there are, in the Playground's own format. */
  readonly config: object;
  /** Where the bot takes messages. */
  readonly endpoint: string;
  /** Port of the page; 0 takes any free one. */
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** One Playground process: a Teams-like page for one signed-in person. */
export type Playground = {
  /** The port that its page is on. Rejects when it ends before, or had to take another port than it was given. */
  readonly ready: Promise<number>;
  /** Why it is gone; resolves whenever it ends. */
  readonly ended: Promise<string>;
  /** Ends it and whatever it started. */
  stop(): Promise<void>;
};

/** How long the process may take to end, in milliseconds. */
const patience = 2000;
const guard = fileURLToPath(new URL('./loopback-only.ts', import.meta.url));

/** Starts a Playground that cannot leave this machine. */
export function startPlayground(settings: PlaygroundSettings): Playground {
  const { folder, config, program, port } = settings;
  mkdirSync(folder, { recursive: true });
  // JSON is YAML.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(config, null, 2));
  const child = fork(program, argumentsOf(settings), {
    cwd: folder,
    env: environment(settings.env),
    execArgv: ['--import', guard],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // An own process group: Ctrl-C reaches only us, and we end them in order.
    detached: process.platform !== 'win32',
  });
  const ended = endOf(child, join(folder, 'devTools', 'm365agentsplayground.log'));
  const ready = portOf(child, port, ended);
  ready.catch(() => undefined);
  return { ready, ended, stop: () => stop(child, ended) };
}

const argumentsOf = ({ endpoint, port }: PlaygroundSettings): readonly string[] => [
  ...['start', '--app-endpoint', endpoint, '--channel-id', 'msteams'],
  ...['--port', String(port), '--disable-telemetry'],
];

/** What the process needs; above all no proxy, through which it would not find the bot. */
const passed = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'USERPROFILE'];

const environment = (env: PlaygroundSettings['env']): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(passed.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
  TEAMSAPPTESTER_BROWSER: 'none',
  APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
});

function endOf(child: ChildProcess, logFile: string): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      const lines = said.trim().split('\n');
      const reason = lines.find((line) => /\bError\b/.test(line)) ?? lines.at(-1) ?? '';
      resolve(`${signal ?? `code ${code}`}${reason ? `, ${reason.trim()}` : ''}; log: ${logFile}`);
    });
  });
}

/** The Playground silently takes another port when its own is taken. */
function portOf(child: ChildProcess, wanted: number, ended: Promise<string>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-2000);
      const port = Number(/Listening on (\d+)/.exec(said)?.[1]);
      if (!port) return;
      if (wanted === 0 || port === wanted) resolve(port);
      else reject(new Error(`port ${wanted} was taken in the meantime`));
    });
    void ended.then((reason) => reject(new Error(reason)));
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signal(child, 'SIGTERM');
  const force = setTimeout(() => signal(child, 'SIGKILL'), patience);
  await ended;
  clearTimeout(force);
}

/** To the whole process group where there is one. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // It has just ended by itself.
  }
}
