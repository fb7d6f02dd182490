import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFile } from './program-data.ts';

/** Stops the database server of this run, if one was started, and removes what it and the beginning left. */
export default async function tidyUp(): Promise<void> {
  const folder = process.env.lotseTestPostgres ?? '';
  const text = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (pid > 0) {
    // Nothing of it is kept, so it need not tidy up.
    process.kill(pid, 'SIGQUIT');
    for (let tries = 0; tries < 100 && isThere(pid); tries += 1) await wait(50);
  }
  await rm(folder, { recursive: true, force: true });
  const data = process.env[dataFile];
  if (data) await rm(dirname(data), { recursive: true, force: true });
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
