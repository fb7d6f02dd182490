import { pagesCommand } from './app/pages-command.ts';
import { processTerminal } from './app/process-terminal.ts';

process.exitCode = await pagesCommand(process.argv.slice(2), processTerminal);
