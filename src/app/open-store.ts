import { createArchive } from '../adapters/archive/archive-files.ts';
import { createFolderFiles } from '../adapters/store/files/folder.ts';
import { openLowdbStore } from '../adapters/store/lowdb.ts';
import { openPostgresStore } from '../adapters/store/postgres/postgres.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { Files } from '../core/ports/files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Store } from '../core/ports/store.ts';
import { markRestored } from './after-restore.ts';
import { archiveFolder, filesFolder } from './case-data.ts';

/** Where everything is kept. */
export type Kept = {
  readonly store: Store;
  readonly archive: Archive;
  /** Contents of files that people sent. */
  readonly files: Files;
  /** Whether other instances may work with the same data: then nothing is remembered in this process only. */
  readonly isShared: boolean;
};

type Place = { readonly dataDir: string; readonly storeUrl?: string | undefined };

/**
 * Opens the data: in a database when one is named, otherwise in the data folder.
 * @throws Error that says what to do
 */
export async function openStore({ dataDir, storeUrl }: Place, log: Log): Promise<Kept> {
  if (storeUrl !== undefined) {
    const { store, archive, files } = await openPostgresStore({ url: storeUrl, log });
    return { store, archive, files, isShared: true };
  }
  let isReplaced = false;
  const onReplaced = () => {
    isReplaced = true;
  };
  const store = await openLowdbStore({ folder: dataDir, log, onReplaced });
  if (isReplaced) await markRestored(store, new Date().toISOString());
  return {
    store,
    archive: createArchive(archiveFolder(dataDir), log),
    files: createFolderFiles(filesFolder(dataDir)),
    isShared: false,
  };
}
