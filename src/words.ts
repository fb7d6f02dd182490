import { processTerminal } from './app/process-terminal.ts';
import { wordsCommand } from './app/words-command.ts';

process.exitCode = await wordsCommand(process.argv.slice(2), processTerminal);
