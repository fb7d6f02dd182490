import { runDirectoryCommand } from './app/directory-command.ts';
import { processTerminal } from './app/process-terminal.ts';

process.exitCode = await runDirectoryCommand(process.argv.slice(2), processTerminal);
