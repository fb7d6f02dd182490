import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Every, watchFiles } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import { troubleText } from './directory-trouble.ts';

/** The folder's own file where it has one, else the one that comes with the program. */
export const ownOr = (folder: string, name: string, shipped: string): string => {
  const own = join(folder, name);
  return existsSync(own) ? own : shipped;
};

export type OwnFile<T> = {
  /** Folder of the directory. */
  readonly folder: string;
  /** `beirat.yaml` */
  readonly name: string;
  /** Path of the one that comes with the program. */
  readonly shipped: string;
  /** Reads and checks a file. @throws {Impossible} when it has errors */
  readonly open: (path: string) => T | Promise<T>;
  /** What the log calls it: `beirat-rules` gives `beirat-rules-loaded` and `beirat-rules-kept`. */
  readonly event: string;
  readonly log: Log;
  readonly every?: Every | undefined;
};

/**
 * A data file that people keep, read again whenever it changes. A broken or vanished one never replaces the last good
 * content.
 * @throws what `open` throws when it has errors at the start; nothing is watched then
 */
export async function watchOwnFile<T>({
  folder,
  name,
  shipped,
  open,
  event,
  log,
  every,
}: OwnFile<T>): Promise<{ readonly current: () => T; readonly stop: () => void }> {
  let content: T | undefined;
  const load = async () => {
    content = await open(ownOr(folder, name, shipped));
  };
  const reload = () =>
    load().then(
      () => log.info(`${event}-loaded`),
      (error: unknown) => log.error(`${event}-kept`, { reason: troubleText(error) ?? 'unexpected', error }),
    );
  // Watching begins before reading: what changes in between is seen at the first look.
  const stop = await watchFiles([join(folder, name), shipped], reload, every);
  try {
    await load();
  } catch (error) {
    stop();
    throw error;
  }
  return { current: () => content as T, stop };
}
