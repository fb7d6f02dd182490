import { randomUUID } from 'node:crypto';
import { copyFile, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The file was changed by somebody else in the meantime; nothing was written. */
export class ChangedMeanwhile extends Error {}

/**
 * Replaces a text file as a whole or not at all, also when the disk is full or the power goes. The former text
 * is kept beside it as `name.2026-11-24T10-30-00-000Z.bak`; of those the newest twenty stay.
 * @param expected the text that the caller read; undefined when there was no file
 * @returns path of the copy, undefined when there was nothing to keep
 * @throws {ChangedMeanwhile} when the file is no longer as it was read
 */
export async function replaceText(path: string, text: string, expected: string | undefined, now: Date) {
  const target = await realpath(path).catch(() => path);
  if ((await textOf(target)) !== expected) throw new ChangedMeanwhile(`${path} was changed meanwhile`);
  const backup = expected === undefined ? undefined : backupPath(target, now);
  if (backup) await copyFile(target, backup);
  await writeWhole(target, text);
  await forgetOldBackups(target);
  return backup;
}

/** The former texts hold people who may have left long ago: so many are enough to go back. */
const mostBackups = 20;

async function forgetOldBackups(target: string): Promise<void> {
  const prefix = `${basename(target)}.`;
  const all = (await readdir(dirname(target))).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.bak'),
  );
  for (const name of all.toSorted().slice(0, -mostBackups))
    await rm(join(dirname(target), name), { force: true });
}

/** Writes a file as a whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const mode = await stat(path).then(
      (found) => found.mode & 0o777,
      () => 0o644,
    );
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Without this the new name may be lost with the power. Not every file system allows it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const backupPath = (path: string, now: Date): string =>
  `${path}.${now.toISOString().replace(/[:.]/g, '-')}.bak`;

async function textOf(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  try {
    return (await file?.readFile('utf8'))?.replace(/^\uFEFF/, '');
  } finally {
    await file?.close();
  }
}
