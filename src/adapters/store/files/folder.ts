import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../../../core/ports/files.ts';
import { Refusal } from '../../../core/refusal.ts';

/** Ids are names of files here: nothing in them may lead elsewhere. */
const plain = /^[\w-]{1,80}$/;

/** Contents of files, each a file of the folder named by its id. */
export function createFolderFiles(folder: string): Files {
  const pathOf = (id: string): string => {
    if (!plain.test(id)) throw new Error('the id of a file is letters, digits and hyphens');
    return join(folder, id);
  };
  return {
    async keep(id, content) {
      const path = pathOf(id);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (await exists(path)) return;
        await written(`${path}.tmp`, content);
        await rename(`${path}.tmp`, path);
        await synced(folder);
      } catch (error) {
        throw notStored(error);
      }
    },
    async read(id) {
      return readFile(pathOf(id)).catch(nothing);
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
    },
    async list() {
      const names = (await readdir(folder).catch(nothing)) ?? [];
      const found = await Promise.all(
        names
          .filter((name) => plain.test(name))
          .sort((a, b) => (a < b ? -1 : 1))
          .map(async (id) => {
            const about = await stat(join(folder, id)).catch(nothing);
            return about ? [{ id, keptAt: about.mtime.toISOString() }] : [];
          }),
      );
      return found.flat();
    },
  };
}

function notStored(cause: unknown): Refusal {
  const refusal = new Refusal('file-not-stored', {
    de: 'Die Datei wurde nicht gespeichert: Der Datenträger meldet einen Fehler. Bitte informieren Sie die Stelle, die Lotse betreibt, und schicken Sie sie später noch einmal.',
    en: 'The file was not stored: the disk reports an error. Please tell those who operate Lotse, and send it again later.',
  });
  refusal.cause = cause;
  return refusal;
}

const nothing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(nothing)) !== undefined;

async function written(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name is durable with the folder. Where folders cannot be synced, the system does it by itself. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
