import { processTerminal } from './app/process-terminal.ts';
import { runStoreCommand } from './app/store-command.ts';

process.exitCode = await runStoreCommand(process.argv.slice(2), processTerminal);
