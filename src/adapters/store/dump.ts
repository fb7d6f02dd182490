import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { append, startLog, syncFolder } from './log-file.ts';
import type { Write } from './tables.ts';

/**
 * Writes documents as a data file that stands by itself, as a backup or to go on with.
 * @throws Error when there is one already
 */
export async function writeDataFile(folder: string, documents: readonly Write[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lotse.jsonl');
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Error(`there is a data file in ${folder} already`);
  const temporary = `${file}.${randomUUID()}.tmp`;
  const log = await startLog(temporary, randomUUID());
  try {
    await append(log, [...documents.map((write) => ({ changes: [write] })), { end: true }]);
    await log.handle.sync();
    await log.handle.close();
    await rename(temporary, file);
    await syncFolder(folder);
  } finally {
    await rm(temporary, { force: true });
  }
}
