import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchive } from '../adapters/archive/archive-files.ts';
import { shortPath } from '../adapters/directory/read-files.ts';
import { writeDataFile } from '../adapters/store/dump.ts';
import { createFolderFiles } from '../adapters/store/files/folder.ts';
import {
  type Contents,
  fillDatabase,
  readDatabase,
  withDatabaseFiles,
} from '../adapters/store/postgres/transfer.ts';
import { isInUse } from '../adapters/store/read-data.ts';
import { readLog } from '../adapters/store/read-log.ts';
import { everything } from '../adapters/store/tables.ts';
import type { Files } from '../core/ports/files.ts';
import { archiveFolder, filesFolder } from './case-data.ts';
import { Impossible } from './directory-trouble.ts';

/** Where data lies or shall lie: a folder (also a backup), or a database. */
export type StorePlace = {
  /** For people, without a password. */
  readonly name: string;
  read(): Promise<Contents>;
  /** Fills it; there must be nothing in it. @throws {Impossible} */
  fill(contents: Contents): Promise<void>;
  /** The contents of files there, for as long as `work` takes. */
  withFiles<T>(work: (files: Files) => Promise<T>): Promise<T>;
  /** Puts aside what is there. @returns where to; `undefined` when there was nothing. @throws {Impossible} */
  putAside(at: string): Promise<string | undefined>;
};

/** @param where a folder, or `postgres://…` */
export const placeOf = (where: string): StorePlace =>
  /^postgres(ql)?:/.test(where) ? database(where) : folderAt(where);

function folderAt(folder: string): StorePlace {
  const file = join(folder, 'lotse.jsonl');
  return {
    name: `Ordner „${shortPath(folder)}“`,
    async read() {
      if (!existsSync(file)) throw new Impossible(`In „${shortPath(folder)}“ liegen keine Daten von Lotse.`);
      const { tables } = await readLog(file).catch((error: Error) => {
        throw new Impossible(
          `Die Datei lotse.jsonl in „${shortPath(folder)}“ ist beschädigt: ${error.message}. Retten, was zu retten ist: npm run store -- salvage NEUER_ORDNER`,
        );
      });
      const archive = createArchive(archiveFolder(folder));
      const archived = [];
      for (const year of await archive.years())
        archived.push({ year, cases: await allOf(archive.list(year)) });
      return { documents: everything(tables), archived };
    },
    async fill({ documents, archived }) {
      if (await isInUse(folder))
        throw new Impossible(`Mit „${shortPath(folder)}“ arbeitet gerade ein Lotse.`);
      if (existsSync(file))
        throw new Impossible(`In „${shortPath(folder)}“ liegen schon Daten. Nennen Sie einen leeren Ordner.`);
      // The archive first: what is found twice then is harmless, what is found nowhere is not.
      const archive = createArchive(archiveFolder(folder));
      for (const { year, cases } of archived) await archive.keep(year, cases);
      await writeDataFile(folder, documents);
    },
    withFiles: (work) => work(createFolderFiles(filesFolder(folder))),
    async putAside(at) {
      if (await isInUse(folder))
        throw new Impossible(
          `Mit „${shortPath(folder)}“ arbeitet gerade ein Lotse. Halten Sie es zuerst an.`,
        );
      const names = ['lotse.jsonl', 'lotse.position', 'archive', 'files'].filter((name) =>
        existsSync(join(folder, name)),
      );
      if (names.length === 0) return undefined;
      const aside = join(folder, `before-restore-${at.replaceAll(':', '-')}`);
      await mkdir(aside, { mode: 0o700 });
      for (const name of names) await rename(join(folder, name), join(aside, name));
      return shortPath(aside);
    },
  };
}

function database(url: string): StorePlace {
  const { host, pathname } = new URL(url);
  const name = `Datenbank ${host}${pathname}`;
  const said = (error: Error): never => {
    throw new Impossible(`${name}: ${error.message}`);
  };
  return {
    name,
    read: () => readDatabase(url).catch(said),
    fill: (contents) =>
      fillDatabase(url, contents).catch((error: Error) =>
        said(
          error.message.includes('already')
            ? new Error('Darin liegen schon Daten. Legen Sie eine leere Datenbank an und nennen Sie diese.')
            : error,
        ),
      ),
    withFiles: (work) => withDatabaseFiles(url, work).catch(said),
    // Nothing of a database is ever thrown away here: a restore goes to an empty one.
    putAside: async () => undefined,
  };
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of items) all.push(one);
  return all;
}
