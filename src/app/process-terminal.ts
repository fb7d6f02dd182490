import { systemClock } from '../adapters/clock/system-clock.ts';
import { confirm } from '../adapters/console/confirm.ts';
import type { Terminal } from './directory-command.ts';
import { programFolder } from './directory-source.ts';

/** The terminal that the command was started in. */
export const processTerminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  confirm,
  now: systemClock.now,
  env: process.env,
  programFolder,
};
