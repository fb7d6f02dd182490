import { processTerminal } from './app/process-terminal.ts';
import { trainCommand } from './app/train-command.ts';

process.exitCode = await trainCommand(process.argv.slice(2), processTerminal);
