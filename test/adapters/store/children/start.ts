import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program of this folder as a process of its own. */
export type Child = {
  readonly process: ChildProcess;
  /** Its next line on standard output; `undefined` when it has ended. */
  line(): Promise<string | undefined>;
  /** Kills it the hard way and gives the lines that were not read yet. */
  kill(): Promise<readonly string[]>;
};

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

export function start(name: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  // Whoever was refused may have ended before it is written to.
  child.stdin.on('error', () => undefined);
  child.once('exit', () => running.delete(child));
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(output, 'close')]);
  return {
    process: child,
    async line() {
      while (lines.length === 0) {
        const more = await Promise.race([once(output, 'line'), ended.then(() => undefined)]);
        if (!more && lines.length === 0) return undefined;
      }
      return lines.shift();
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      return lines;
    },
  };
}
