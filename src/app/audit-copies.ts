import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { shortPath } from '../adapters/directory/read-files.ts';
import { copiesIn } from '../adapters/store/copies.ts';
import type { Known } from './person-data.ts';
import { recordedDirectory, recordedFiles } from './recorded-directory.ts';

/** A file besides the data in which somebody stands, and until when. */
export type Backup = { readonly file: string; readonly kept: string };

/** Copies of the data, the directory and its former versions, as far as the person stands in them. */
export async function backupsWith(
  { ids, names }: Known,
  dataFolder: string,
  directoryFolder: string,
): Promise<readonly Backup[]> {
  const wanted = [...ids, ...names];
  const files = [
    ...(await copiesIn(join(dataFolder, 'copies'))).map((file) => ({ file, kept: keptCopy })),
    { file: join(dataFolder, 'last-good', 'organisation.yaml'), kept: keptState },
    ...['request-types.yaml', 'partners.yaml', 'beirat.yaml'].map((name) => ({
      file: join(dataFolder, 'last-good', name),
      kept: keptState,
    })),
    { file: recordedDirectory(dataFolder), kept: keptState },
    { file: recordedFiles(dataFolder), kept: keptState },
    ...(await directoryFiles(directoryFolder)).map((file) => ({
      file,
      kept: basename(file).endsWith('.bak')
        ? keptBak
        : basename(file).endsWith('.jsonl')
          ? keptBy
          : keptDirectory,
    })),
  ];
  const found = await Promise.all(
    files.map(async (one) => {
      const text = await readFile(one.file, 'utf8').catch(() => '');
      return wanted.some((word) => text.includes(word)) ? [{ ...one, file: shortPath(one.file) }] : [];
    }),
  );
  return found.flat();
}

const keptCopy =
  'Sicherungskopie der Daten: bleibt, bis fünf neuere da sind, bei laufendem Betrieb höchstens sechs Tage. Lotse legt täglich und bei jedem Start eine an.';
const keptState =
  'Abbild des Verzeichnisses für den Notfall: ändert sich mit der nächsten richtigen Fassung der Datei. Streichen Sie den Eintrag dort.';
const keptBak =
  'Frühere Fassung des Verzeichnisses: bleibt, bis Sie sie löschen. Löschen Sie die Datei, sobald Sie sie nicht mehr brauchen.';
const keptBy =
  'Wer das Verzeichnis geschrieben hat: die letzten 200 Male. Lotse liest daraus den Verlauf; was dort steht, darf gelöscht werden.';
const keptDirectory = 'Verzeichnis: bleibt, bis Sie den Eintrag dort streichen.';

async function directoryFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) =>
      /^(?:organisation|partners|beirat|request-types|mentor-fields)\.yaml(\..+\.bak|\.by\.jsonl)?$/.test(
        name,
      ),
    )
    .sort()
    .map((name) => join(folder, name));
}
