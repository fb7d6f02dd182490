import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../adapters/directory/read-files.ts';
import { writeWhole } from '../adapters/directory/write-file.ts';
import type { Log } from '../core/ports/log.ts';

/*
 * The files that people keep, as they were when they were last without a mistake. They lie with the data: a file that
 * somebody has broken, or may not be read, never keeps Lotse from starting.
 */

export type LastGood = {
  /** Keeps a text that is in use now; what cannot be kept is logged. */
  keep(name: string, text: string): Promise<void>;
  /** Path of the last good one, `undefined` when there never was one. */
  pathOf(name: string): string | undefined;
};

/** @param dataFolder the folder of the data, which need not exist yet */
export function lastGoodIn(dataFolder: string, log: Log): LastGood {
  const folder = join(dataFolder, 'last-good');
  return {
    async keep(name, text) {
      try {
        const path = join(folder, name);
        if ((await readText(path).catch(() => undefined)) === text) return;
        await mkdir(folder, { recursive: true });
        await writeWhole(path, text);
      } catch (error) {
        log.warn('last-good-not-kept', { reason: name, error });
      }
    },
    pathOf: (name) => (existsSync(join(folder, name)) ? join(folder, name) : undefined),
  };
}
