import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DirectoryFiles,
  directoryPaths,
  programModel,
  readDirectoryFiles,
} from '../adapters/directory/read-files.ts';
import { type Every, watchFiles } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import { type Loaded, parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { type Problem, problemLine } from '../features/directory/problem.ts';
import { Impossible } from './directory-trouble.ts';
import { openConcepts } from './lexicon.ts';
import { programFolder } from './program-folder.ts';

export { programFolder };

export type DirectorySource = {
  /** The last good directory. The same object until a new one is loaded, so that work on it can be kept by it. */
  current(): Directory;
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
  readonly parse: (files: DirectoryFiles) => Loaded;
  readonly log: Log;
};

/**
 * Loads the directory and keeps the last good one: a broken or vanished file never replaces it.
 * @throws {DirectoryBroken} when the first load has errors
 */
export async function createDirectorySource({ read, parse, log }: Parts): Promise<DirectorySource> {
  const first = await read();
  const loaded = parse(first);
  if (!loaded.ok) throw new DirectoryBroken(loaded.problems);
  logProblems(log, loaded.warnings);
  if (first.organisation.text === undefined)
    log.warn('directory-empty', { reason: `${first.organisation.file} is missing` });
  let current = loaded.directory;
  let filled = first.organisation.text !== undefined;

  const load = async (): Promise<boolean> => {
    const files = await read();
    if (filled && files.organisation.text === undefined) {
      log.error('directory-kept', {
        reason: `${files.organisation.file} is gone; the last good one stays in use`,
      });
      return false;
    }
    const next = parse(files);
    logProblems(log, next.ok ? next.warnings : next.problems);
    if (!next.ok) {
      log.error('directory-kept', { reason: 'the files have errors; the last good one stays in use' });
      return false;
    }
    current = next.directory;
    filled = files.organisation.text !== undefined;
    log.info('directory-loaded', {
      persons: current.persons.length,
      assignments: current.assignments.length,
    });
    return true;
  };

  let queue: Promise<unknown> = Promise.resolve();
  return {
    current: () => current,
    // One after the other, so that a slow early read never overwrites a later one.
    reload() {
      const turn = queue.then(load).catch((error: unknown) => {
        log.error('directory-kept', { error });
        return false;
      });
      queue = turn;
      return turn;
    },
  };
}

/**
 * The directory of a folder, loaded again whenever one of its files changes.
 * @param folder holds `organisation.yaml` and, if it has its own role model, `directory.yaml`
 * @throws {Impossible} when there is no such folder
 * @throws {DirectoryBroken} when it has errors at the start
 */
export async function openDirectory(
  folder: string,
  log: Log,
  every?: Every,
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
    });
  } catch (error) {
    stop();
    throw error;
  }
  return { ...source, stop };
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
