import { runAuditCommand } from './app/audit-command.ts';
import { processTerminal } from './app/process-terminal.ts';

process.exitCode = await runAuditCommand(process.argv.slice(2), processTerminal);
