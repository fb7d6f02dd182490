import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { readText } from '../adapters/directory/read-files.ts';
import { type Every, watchFiles } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Text } from '../core/text.ts';
import type { DataTroubles } from './data-troubles.ts';
import { troubleWords } from './directory-trouble.ts';
import type { LastGood } from './last-good.ts';

/** The folder's own file where it has one, else the one that comes with the program. */
export const ownOr = (folder: string, name: string, shipped: string): string => {
  const own = join(folder, name);
  return existsSync(own) ? own : shipped;
};

/** Whether a folder is that of the example city, which comes with the program: nobody's own, it is not written. */
export const isOfProgram = (programFolder: string, folder: string): boolean => {
  const way = relative(resolve(programFolder, 'data'), resolve(folder));
  return !way.startsWith('..') && !isAbsolute(way);
};

/** What all files of data have in common that are read while the program runs. */
export type Kept = {
  /** Folder of the directory. */
  readonly folder: string;
  readonly log: Log;
  readonly every?: Every | undefined;
  /** Where the last good ones lie; without it a broken file keeps the program from starting. */
  readonly lastGood?: LastGood | undefined;
  /** Hears which files cannot be used as they are. */
  readonly troubles?: DataTroubles | undefined;
};

export type OwnFile<T> = Kept & {
  /** `beirat.yaml` */
  readonly name: string;
  /** Path of the one that comes with the program. */
  readonly shipped: string;
  /** Reads and checks a file. @throws {Impossible} when it has errors */
  readonly open: (path: string) => T | Promise<T>;
  /** What the log calls it: `beirat-rules` gives `beirat-rules-loaded` and `beirat-rules-kept`. */
  readonly event: string;
};

export type Watched<T> = {
  readonly current: () => T;
  /** The text that this was read from. */
  readonly text: () => string;
  readonly stop: () => void;
};

/**
 * A data file that people keep, read again whenever it changes. A broken or vanished one never replaces the last good
 * content, not at the start either: then the last good one counts, or the one that comes with the program.
 * @throws what `open` throws when it has errors at the start and there is no `lastGood`; nothing is watched then
 */
export async function watchOwnFile<T>(file: OwnFile<T>): Promise<Watched<T>> {
  const { folder, name, shipped, open, event, log, every, lastGood, troubles } = file;
  let content: T | undefined;
  let text = '';
  const load = async () => {
    const path = ownOr(folder, name, shipped);
    content = await open(path);
    text = await readText(path);
    troubles?.clear(name);
    if (path !== shipped) await lastGood?.keep(name, text);
  };
  const kept = (error: unknown) => {
    const { de: reason, en } = troubleWords(error) ?? { de: 'unexpected', en: 'unexpected' };
    troubles?.report(name, inBoth(linesOf(reason), linesOf(en)));
    log.error(`${event}-kept`, { reason, error });
  };
  const reload = () => load().then(() => log.info(`${event}-loaded`), kept);
  // Watching begins before reading: what changes in between is seen at the first look.
  const stop = await watchFiles([join(folder, name), shipped], reload, every);
  try {
    await load();
  } catch (error) {
    const good = lastGood && (await firstGood([lastGood.pathOf(name), shipped], open));
    if (!good) {
      stop();
      throw error;
    }
    content = good.content;
    text = await readText(good.path);
    kept(error);
    log.error('started-with-last-good', { reason: `${name}: ${good.path}` });
  }
  return { current: () => content as T, text: () => text, stop };
}

async function firstGood<T>(paths: readonly (string | undefined)[], open: OwnFile<T>['open']) {
  for (const path of paths) {
    try {
      if (path !== undefined) return { content: await open(path), path };
    } catch {
      // It may be of an older version of the program; the next one is tried.
    }
  }
  return undefined;
}

const inBoth = (german: readonly string[], english: readonly string[]): readonly Text[] =>
  german.map((de, at) => ({ de, en: english[at] ?? de }));

/** The lines of a message that name a place; the first one is only its title. */
export const linesOf = (reason: string): readonly string[] => {
  const [title = '', ...lines] = reason.split('\n').map((line) => line.trim());
  return lines.length > 0 ? lines : [title];
};
