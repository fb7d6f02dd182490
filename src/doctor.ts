import { runDoctor } from './app/doctor-command.ts';
import { processTerminal } from './app/process-terminal.ts';

process.exitCode = await runDoctor(process.argv.slice(2), processTerminal);
