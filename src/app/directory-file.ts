import { isAbsolute, relative, resolve } from 'node:path';
import { broughtBy, noteBrought } from '../adapters/directory/brought.ts';
import { directoryPaths, readDirectoryFiles, shortPath } from '../adapters/directory/read-files.ts';
import { replaceText } from '../adapters/directory/write-file.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { RecordedCopy } from '../features/directory/changes/recording.ts';
import { differences } from '../features/directory/diff.ts';
import type { DirectoryFile } from '../features/directory/keeping.ts';
import { type DirectorySources, parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { type Problem, problemLine } from '../features/directory/problem.ts';
import type { WriteDirectory } from '../features/directory/proposals/writing.ts';
import { rewritten } from './directory-rewrite.ts';
import type { DirectorySource } from './directory-source.ts';
import { troubleText } from './directory-trouble.ts';
import { openConcepts } from './lexicon.ts';

type Source = Pick<DirectorySource, 'reload' | 'textOf'>;

/**
 * The file of a folder, to be written by what was released. The example city that comes with the program is nobody's
 * own: it is not written.
 */
export async function directoryFile(
  folder: string,
  programFolder: string,
  source: Source,
  copy?: RecordedCopy,
): Promise<DirectoryFile> {
  const organisation = directoryPaths(folder, programFolder).organisation;
  const brought = async (directory: Directory) => {
    const text = source.textOf?.(directory);
    return text === undefined ? undefined : broughtBy(organisation, text);
  };
  if (isWithin(programFolder, folder)) return { brought, copy };
  return { brought, copy, write: await writerOf(folder, programFolder, source) };
}

const isWithin = (around: string, folder: string): boolean => {
  const way = relative(resolve(around, 'data'), resolve(folder));
  return !way.startsWith('..') && !isAbsolute(way);
};

async function writerOf(folder: string, programFolder: string, source: Source): Promise<WriteDirectory> {
  const concepts = await openConcepts();
  const check = (files: DirectorySources) => parseDirectory(files, concepts);
  return async (change, brought, now) => {
    try {
      const paths = directoryPaths(folder, programFolder);
      const files = await readDirectoryFiles(paths);
      const present = check(files);
      if (!present.ok)
        return [
          `${shortPath(paths.organisation)} hat Fehler, die zuerst behoben werden müssen.`,
          ...linesOf(present.problems),
        ];
      const next = change(present.directory);
      if (!next.ok) return [next.why.de];
      if (differences(present.directory, next.directory).length === 0) return [];
      const text = rewritten(files.organisation.text, next.directory);
      const reread = check({ model: files.model, organisation: readYaml('organisation.yaml', text, 'text') });
      if (!reread.ok) return linesOf(reread.problems);
      const { way, ...by } = brought;
      if (way === 'proposal')
        await noteBrought(paths.organisation, text, { at: now.toISOString(), way, ...by });
      await replaceText(paths.organisation, text, files.organisation.text, now);
      await source.reload();
      return [];
    } catch (error) {
      const trouble = troubleText(error);
      if (trouble === undefined) throw error;
      return [trouble];
    }
  };
}

const linesOf = (problems: readonly Problem[]): readonly string[] =>
  problems.filter(({ severity }) => severity === 'error').map(problemLine);
