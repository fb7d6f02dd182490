import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readText } from '../adapters/directory/read-files.ts';
import { writeWhole } from '../adapters/directory/write-file.ts';
import type { Log } from '../core/ports/log.ts';
import type { RecordedCopy } from '../features/directory/changes/recording.ts';
import { keptOf } from '../features/directory/changes/rows.ts';
import type { ValueCopy } from '../features/directory/changes/setting-recording.ts';

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

export const recordedFiles = (dataFolder: string): string => join(dataFolder, 'recorded-files.json');

/** The values of rules, request types and bodies that were recorded last, in the same way. */
export function recordedFilesIn(dataFolder: string, log: Log): ValueCopy {
  const path = recordedFiles(dataFolder);
  return {
    async read() {
      try {
        return Values.parse(JSON.parse(await readText(path)));
      } catch {
        return undefined;
      }
    },
    async write(values) {
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(path, JSON.stringify(values));
      } catch (error) {
        log.warn('recorded-directory-not-kept', { error });
      }
    },
  };
}

const Values = z.record(z.string(), z.record(z.string(), z.string()));
