import { demoCommand } from './app/demo/demo-command.ts';
import { processTerminal } from './app/process-terminal.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Not "once": a second Ctrl-C must not end the program before it has ended its children.
  process.on(signal, () => stopping.abort());
}

process.exitCode = await demoCommand(process.argv.slice(2), processTerminal, stopping.signal);
