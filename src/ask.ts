import { askCommand } from './app/ask-command.ts';
import { processTerminal } from './app/process-terminal.ts';

process.exitCode = await askCommand(process.argv.slice(2), processTerminal);
