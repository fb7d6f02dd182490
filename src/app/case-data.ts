import { join } from 'node:path';
import { createArchive } from '../adapters/archive/archive-files.ts';
import { isInUse, readData } from '../adapters/store/read-data.ts';
import { DamagedLog } from '../adapters/store/read-log.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { Log } from '../core/ports/log.ts';
import { requestCollection } from '../features/requests/model.ts';
import { requestRecord } from '../features/requests/record.ts';
import { Impossible } from './directory-trouble.ts';

/** Cases as commands read them from a data folder, none of them checked yet. */
export type CaseData = {
  readonly folder: string;
  readonly archive: Archive;
  /** Whether a Lotse works with the folder now. */
  readonly inUse: boolean;
  readonly documents: (collection: string) => readonly unknown[];
  /** Every request once, first those of the store, then those of the archive that are not in it. */
  requests(): AsyncGenerator<unknown>;
};

/** The folder of the archive in a data folder. */
export const archiveFolder = (dataFolder: string): string => join(dataFolder, 'archive');

/** @throws {Impossible} when there is no data, or it is damaged */
export async function readCases(folder: string, log?: Log): Promise<CaseData> {
  const archive = createArchive(archiveFolder(folder), log);
  const { documents } = await readData(folder).catch((error) => {
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
    async *requests() {
      const stored = documents(requestCollection);
      yield* stored;
      const ids = new Set(stored.map((one) => (one as { readonly id: string }).id));
      for (const year of await archive.years())
        for await (const one of archive.list(year))
          if (requestRecord.isOne(one.id) && !ids.has(one.id)) yield one;
    },
  };
}
