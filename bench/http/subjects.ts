import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A measured program as a process of its own. `gone` rejects as soon as it ends, whatever the reason. */
export type Subject = {
  readonly name: string;
  readonly process: ChildProcess;
  readonly port: number;
  readonly startMs: number;
  readonly gone: Promise<never>;
};
export type Usage = {
  readonly rss: number;
  readonly cpuMs: number;
  /** Bytes. */
  readonly heap: number;
  /** The longest time since it was last asked that nothing else got its turn. */
  readonly blockedMs: number;
};
type Start = (name: string, data?: string) => Promise<Subject>;

/** Gives `measure` a folder and programs to start; ends both and removes the folder, also after an error or a signal. */
export async function withSubjects(measure: (start: Start, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  const children: ChildProcess[] = [];
  const stopped = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => reject(new Error(`stopped by ${signal}`)));
    }
  });
  let status = 0;
  try {
    await Promise.race([
      measure((name, data = folder) => startSubject(name, data, children), folder),
      stopped,
    ]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    status = 1;
  } finally {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  // What a signal interrupted must not go on.
  process.exit(status || process.exitCode);
}

async function startSubject(name: string, folder: string, children: ChildProcess[]): Promise<Subject> {
  const start = performance.now();
  const child = fork(new URL('../http-subject.ts', import.meta.url), [name, folder], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  children.push(child);
  const gone = goneOf(name, child);
  const [message] = await Promise.race([once(child, 'message'), gone]);
  return { name, process: child, port: message.port, startMs: performance.now() - start, gone };
}

function goneOf(name: string, child: ChildProcess): Promise<never> {
  let printed = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    printed = (printed + chunk).slice(-4000);
  });
  const gone = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => reject(new Error(`${name} ended (${signal ?? code})\n${printed}`)));
  });
  gone.catch(() => undefined);
  return gone;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(late);
}

/** @param what `heap` tidies up before, so that it is known what is really in use */
export async function usageOf(
  { process: child, gone }: Subject,
  what: 'usage' | 'heap' = 'usage',
): Promise<Usage> {
  const answer = once(child, 'message');
  child.send(what, () => undefined);
  const [message] = await Promise.race([answer, gone]);
  return message;
}

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;
