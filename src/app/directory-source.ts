import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DirectoryFiles,
  type DirectoryPaths,
  directoryPaths,
  programModel,
  readDirectoryFiles,
} from '../adapters/directory/read-files.ts';
import { watchFiles } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Text } from '../core/text.ts';
import { type Loaded, parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { type Problem, problemLine, problemWords } from '../features/directory/problem.ts';
import { Impossible, troubleWords } from './directory-trouble.ts';
import type { LastGood } from './last-good.ts';
import { openConcepts } from './lexicon.ts';
import type { Kept } from './own-file.ts';
import { programFolder } from './program-folder.ts';

export { programFolder };

export type DirectorySource = {
  /** The last good directory. The same object until a new one is loaded, so that work on it can be kept by it. */
  current(): Directory;
  /** The text that a directory was read from, as far as it is remembered. */
  textOf?(directory: Directory): string | undefined;
  /** Reads the files again. @returns whether what is on disk is now in use; the reason for a no is in the log. */
  reload(): Promise<boolean>;
};

/** The directory cannot be used; its message names every problem with file and line. */
export class DirectoryBroken extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `Das Verzeichnis hat Fehler:\n${problems.map((problem) => `  ${problemLine(problem)}`).join('\n')}`,
    );
    this.name = 'DirectoryBroken';
    this.problems = problems;
  }
}

type Parts = {
  readonly read: () => Promise<DirectoryFiles>;
  /** Other files to begin with when those of the folder cannot be used: the last good ones, best first. */
  readonly instead?: readonly (() => Promise<DirectoryFiles>)[] | undefined;
  /** Hears what is in use, and what cannot be used. */
  readonly used?: ((files: DirectoryFiles) => Promise<void>) | undefined;
  readonly troubled?: ((lines: readonly Text[]) => void) | undefined;
  readonly parse: (files: DirectoryFiles) => Loaded;
  readonly log: Log;
};

/**
 * Loads the directory and keeps the last good one: a broken or vanished file never replaces it.
 * @throws {DirectoryBroken} when the first load has errors
 */
export async function createDirectorySource(parts: Parts): Promise<DirectorySource> {
  const { read, parse, log, used = async () => undefined, troubled = () => undefined } = parts;
  const { first, loaded, isInstead } = await beginning(parts);
  logProblems(log, loaded.warnings);
  if (!isInstead) await used(first);
  if (first.organisation.text === undefined)
    log.warn('directory-empty', { reason: `${first.organisation.file} is missing` });
  const texts = new WeakMap<Directory, string>();
  const remember = (directory: Directory, { organisation }: DirectoryFiles) => {
    if (organisation.text !== undefined) texts.set(directory, organisation.text);
  };
  remember(loaded.directory, first);
  let current = loaded.directory;
  let filled = first.organisation.text !== undefined;

  const load = async (): Promise<boolean> => {
    const files = await read();
    if (filled && files.organisation.text === undefined) {
      log.error('directory-kept', {
        reason: `${files.organisation.file} is gone; the last good one stays in use`,
      });
      troubled([gone(files)]);
      return false;
    }
    const next = parse(files);
    logProblems(log, next.ok ? next.warnings : next.problems);
    if (!next.ok) {
      log.error('directory-kept', { reason: 'the files have errors; the last good one stays in use' });
      troubled(errorLines(next.problems));
      return false;
    }
    remember(next.directory, files);
    current = next.directory;
    filled = files.organisation.text !== undefined;
    await used(files);
    log.info('directory-loaded', {
      persons: current.persons.length,
      assignments: current.assignments.length,
    });
    return true;
  };

  let queue: Promise<unknown> = Promise.resolve();
  return {
    current: () => current,
    textOf: (directory) => texts.get(directory),
    // One after the other, so that a slow early read never overwrites a later one.
    reload() {
      const turn = queue.then(load).catch((error: unknown) => {
        log.error('directory-kept', { error });
        troubled([troubleWords(error) ?? notReadable]);
        return false;
      });
      queue = turn;
      return turn;
    },
  };
}

const errorLines = (problems: readonly Problem[]): readonly Text[] =>
  problems.filter(({ severity }) => severity === 'error').map(problemWords);

const notReadable: Text = {
  de: 'Die Dateien des Verzeichnisses sind nicht lesbar.',
  en: 'The files of the directory cannot be read.',
};

/**
 * What to begin with: the files of the folder, else the last good ones.
 * @throws {DirectoryBroken} when neither can be used, or what reading the folder throws
 */
async function beginning({ read, instead = [], parse, log, troubled }: Parts) {
  let trouble: unknown;
  try {
    const first = await read();
    const loaded = parse(first);
    const isGone = first.organisation.text === undefined;
    if (loaded.ok && !(isGone && instead.length > 0)) return { first, loaded, isInstead: false };
    if (loaded.ok) {
      // A city without anybody is no state to go on with where there was one before.
      const good = await firstGood(instead, parse);
      if (!good) return { first, loaded, isInstead: false };
      troubled?.([gone(first)]);
      return began(good, log);
    }
    trouble = new DirectoryBroken(loaded.problems);
    troubled?.(errorLines(loaded.problems));
    logProblems(log, loaded.problems);
  } catch (error) {
    trouble = error;
    troubled?.([troubleWords(error) ?? notReadable]);
  }
  const good = await firstGood(instead, parse);
  if (!good) throw trouble;
  return began(good, log);
}

type Good = { readonly first: DirectoryFiles; readonly loaded: Extract<Loaded, { ok: true }> };

async function firstGood(instead: NonNullable<Parts['instead']>, parse: Parts['parse']) {
  for (const read of instead) {
    const first = await read().catch(() => undefined);
    const loaded = first && parse(first);
    if (first?.organisation.text !== undefined && loaded?.ok) return { first, loaded };
  }
  return undefined;
}

function began(good: Good, log: Log) {
  const { organisation, model } = good.first;
  log.error('started-with-last-good', { reason: `${organisation.file}, ${model.file}` });
  return { ...good, isInstead: true };
}

const gone = ({ organisation: { file } }: DirectoryFiles): Text => ({
  de: `${file}: Die Datei ist nicht mehr da. Legen Sie sie wieder dorthin.`,
  en: `${file}: The file is not there any more. Put it back.`,
});

/**
 * The directory of a folder, loaded again whenever one of its files changes.
 * @param folder holds `organisation.yaml` and, if it has its own role model, `directory.yaml`
 * @throws {Impossible} when there is no such folder
 * @throws {DirectoryBroken} when it has errors at the start
 */
export async function openDirectory(
  folder: string,
  log: Log,
  { every, lastGood, troubles }: Omit<Kept, 'folder' | 'log'> = {},
): Promise<DirectorySource & { readonly stop: () => void }> {
  await requireFolder(folder);
  const concepts = await openConcepts();
  const paths = () => directoryPaths(folder, programFolder);
  let source: DirectorySource | undefined;
  // Watching begins before reading: what changes in between is seen at the first look.
  const stop = await watchFiles(watched(folder), async () => source?.reload(), every);
  try {
    source = await createDirectorySource({
      read: () => readDirectoryFiles(paths()),
      parse: (files) => parseDirectory(files, concepts),
      log,
      instead: lastGood && insteadOf(paths, lastGood),
      used: async ({ model, organisation }) => {
        troubles?.clear(organisationName);
        if (model.text !== undefined) await lastGood?.keep(modelName, model.text);
        if (organisation.text !== undefined) await lastGood?.keep(organisationName, organisation.text);
      },
      troubled: (lines) => troubles?.report(organisationName, lines),
    });
  } catch (error) {
    stop();
    throw error;
  }
  return { ...source, stop };
}

const organisationName = 'organisation.yaml';
const modelName = 'directory.yaml';

/** The last good organisation with the model as it is, then with the last good model; then the other way round. */
function insteadOf(paths: () => DirectoryPaths, lastGood: LastGood) {
  const [organisation, model] = [lastGood.pathOf(organisationName), lastGood.pathOf(modelName)];
  const ways = [
    { ...paths(), ...(organisation ? { organisation } : {}) },
    { ...paths(), ...(organisation ? { organisation } : {}), ...(model ? { model } : {}) },
    { ...paths(), ...(model ? { model } : {}) },
  ];
  return ways.map((way) => () => readDirectoryFiles(way));
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new Impossible(
    `DIRECTORY_DIR: Den Ordner „${folder}“ gibt es nicht. Nennen Sie den Ordner mit organisation.yaml, z. B. data/demo.`,
  );
}

/** Both places of the role model: an own one may be added or taken away while the program runs. */
const watched = (folder: string): readonly string[] => [
  join(folder, 'organisation.yaml'),
  join(folder, 'directory.yaml'),
  programModel(programFolder),
];

/** A file can have thousands of problems of the same kind; the first ones tell what to do. */
const mostLogged = 20;

function logProblems(log: Log, problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, mostLogged)) {
    const report = problem.severity === 'error' ? log.error : log.warn;
    report('directory-problem', { reason: problemLine(problem) });
  }
  if (problems.length > mostLogged) log.warn('directory-problems', { count: problems.length });
}
