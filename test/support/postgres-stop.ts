import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Stops the database server of this run, if one was started, and removes what it left. */
export default async function stopServer(): Promise<void> {
  const folder = process.env.lotseTestPostgres ?? '';
  const text = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (pid > 0) {
    // Nothing of it is kept, so it need not tidy up.
    process.kill(pid, 'SIGQUIT');
    for (let tries = 0; tries < 100 && isThere(pid); tries += 1) await wait(50);
  }
  await rm(folder, { recursive: true, force: true });
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
