import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readText } from '../adapters/directory/read-files.ts';
import { writeWhole } from '../adapters/directory/write-file.ts';
import type { Log } from '../core/ports/log.ts';
import type { RecordedCopy } from '../features/directory/changes/recording.ts';
import { keptOf } from '../features/directory/changes/rows.ts';

/** Beside the data, like the last good files. */
export const recordedDirectory = (dataFolder: string): string => join(dataFolder, 'recorded-directory.json');

/** The rows of the directory that were recorded last. A copy that cannot be read or kept costs only the rows of before. */
export function recordedIn(dataFolder: string, log: Log): RecordedCopy {
  const path = recordedDirectory(dataFolder);
  return {
    async read() {
      try {
        return keptOf(JSON.parse(await readText(path)));
      } catch {
        return undefined;
      }
    },
    async write(rows) {
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(path, JSON.stringify(rows));
      } catch (error) {
        log.warn('recorded-directory-not-kept', { error });
      }
    },
  };
}
