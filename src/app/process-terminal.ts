import { systemClock } from '../adapters/clock/system-clock.ts';
import { confirm } from '../adapters/console/confirm.ts';
import type { Terminal } from './directory-command.ts';
import { programFolder } from './program-folder.ts';

/** Whoever reads along may leave early (`| head`); the command still finishes what it writes elsewhere. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** The terminal that the command was started in. */
export const processTerminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  confirm,
  now: systemClock.now,
  env: process.env,
  programFolder,
};
