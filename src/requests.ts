import { processTerminal } from './app/process-terminal.ts';
import { runRequestsCommand } from './app/requests-command.ts';

process.exitCode = await runRequestsCommand(process.argv.slice(2), processTerminal);
