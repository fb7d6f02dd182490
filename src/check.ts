import { runCheckCommand } from './app/check-command.ts';
import { processTerminal } from './app/process-terminal.ts';

process.exitCode = await runCheckCommand(process.argv.slice(2), processTerminal);
