import { join } from 'node:path';
import { createArchive } from '../adapters/archive/archive-files.ts';
import { isInUse, readData } from '../adapters/store/read-data.ts';
import { DamagedLog } from '../adapters/store/read-log.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { Log } from '../core/ports/log.ts';
import { Impossible } from './directory-trouble.ts';
import type { AnyRecord } from './registry.ts';

/** Cases as commands read them from a data folder, none of them checked yet. */
export type CaseData = {
  readonly folder: string;
  readonly archive: Archive;
  /** Whether a Lotse works with the folder now. */
  readonly inUse: boolean;
  readonly documents: (collection: string) => readonly unknown[];
  readonly collections: readonly string[];
  /** Every case of a kind once, first those of the store, then those of the archive that are not in it. */
  cases(record: AnyRecord): AsyncGenerator<StoredCase>;
};

export type StoredCase = { readonly doc: unknown; readonly inArchive: boolean };

/** The folder of the archive in a data folder. */
export const archiveFolder = (dataFolder: string): string => join(dataFolder, 'archive');

/** The folder of the contents of files in a data folder. */
export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');

/** @throws {Impossible} when there is no data, or it is damaged */
export async function readCases(folder: string, log?: Log): Promise<CaseData> {
  const archive = createArchive(archiveFolder(folder), log);
  const { documents, collections } = await readData(folder).catch((error) => {
    if (error.code === 'ENOENT')
      throw new Impossible(`In „${folder}“ liegen keine Daten von Lotse. Nennen Sie den Ordner mit --data.`);
    if (!(error instanceof DamagedLog)) throw error;
    throw new Impossible(
      `Die Datei lotse.jsonl in „${folder}“ ist beschädigt: ${error.message}. Wiederherstellen: docs/betrieb.md.`,
    );
  });
  const inUse = await isInUse(folder);
  return {
    folder,
    archive,
    inUse,
    documents,
    collections,
    async *cases(record) {
      const stored = documents(record.collection);
      for (const doc of stored) yield { doc, inArchive: false };
      const ids = new Set(stored.map((one) => (one as { readonly id: string }).id));
      for (const year of await archive.years())
        for await (const doc of archive.list(year))
          if (record.isOne(doc.id) && !ids.has(doc.id)) yield { doc, inArchive: true };
    },
  };
}
