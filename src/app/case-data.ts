import { join } from 'node:path';
import { createArchive } from '../adapters/archive/archive-files.ts';
import { shortPath } from '../adapters/directory/read-files.ts';
import { type Contents, readDatabase } from '../adapters/store/postgres/transfer.ts';
import { isInUse, readData } from '../adapters/store/read-data.ts';
import { DamagedLog } from '../adapters/store/read-log.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { Log } from '../core/ports/log.ts';
import { Impossible } from './directory-trouble.ts';
import type { AnyRecord } from './registry.ts';

/** Where the data of Lotse lies: in a folder, or in a database, then the folder holds the copies of kept files only. */
export type DataPlace = { readonly folder: string; readonly url?: string | undefined };

/** @param given as `--data` names it; otherwise where Lotse itself runs */
export function dataPlace(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): DataPlace {
  const folder = env.DATA_DIR?.trim() || '.data/production';
  if (given !== undefined) return isDatabase(given) ? { folder, url: given } : { folder: given };
  return { folder, url: env.STORE_URL?.trim() || undefined };
}

const isDatabase = (where: string): boolean => /^postgres(ql)?:/.test(where);

/** For people, without a password. */
export function placeName({ folder, url }: DataPlace): string {
  if (url === undefined) return shortPath(folder);
  const { host, pathname } = new URL(url);
  return `Datenbank ${host}${pathname}`;
}

/** Cases as commands read them from where they lie, none of them checked yet. */
export type CaseData = {
  readonly place: DataPlace;
  readonly archive: Pick<Archive, 'years' | 'list' | 'find'>;
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
export async function readCases(place: DataPlace, log?: Log): Promise<CaseData> {
  const { archive, documents, collections, inUse } = await (place.url === undefined
    ? fromFolder(place.folder, log)
    : fromDatabase(place, place.url));
  return {
    place,
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

type Read = Pick<CaseData, 'archive' | 'documents' | 'collections' | 'inUse'>;

async function fromFolder(folder: string, log: Log | undefined): Promise<Read> {
  const archive = createArchive(archiveFolder(folder), log);
  const { documents, collections } = await readData(folder).catch((error) => {
    if (error.code === 'ENOENT') throw new NoData(folder);
    if (!(error instanceof DamagedLog)) throw error;
    throw new Impossible(
      `Die Datei lotse.jsonl in „${folder}“ ist beschädigt: ${error.message}. Wiederherstellen: docs/betrieb.md.`,
    );
  });
  return { archive, documents, collections, inUse: await isInUse(folder) };
}

/** Read at one moment; whether a Lotse works with it cannot be told. */
async function fromDatabase(place: DataPlace, url: string): Promise<Read> {
  const { documents, archived }: Contents = await readDatabase(url).catch((error: Error) => {
    throw new Impossible(`${placeName(place)}: ${error.message}`);
  });
  const tables = Map.groupBy(documents, ({ in: collection }) => collection);
  return {
    archive: {
      find: async (id) => archived.flatMap(({ cases }) => cases).find((one) => one.id === id),
      years: async () => archived.map(({ year }) => year),
      async *list(year) {
        yield* archived.find((one) => one.year === year)?.cases ?? [];
      },
    },
    documents: (collection) => (tables.get(collection) ?? []).map(({ doc }) => doc),
    collections: [...tables.keys()],
    inUse: false,
  };
}

/** Lotse has not run with this folder yet, or it is another one. */
export class NoData extends Impossible {
  constructor(folder: string) {
    super(`In „${folder}“ liegen keine Daten von Lotse. Nennen Sie den Ordner mit --data.`);
  }
}
