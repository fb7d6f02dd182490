import { broughtBy, noteBrought } from '../adapters/directory/brought.ts';
import { directoryPaths, readDirectoryFiles, shortPath } from '../adapters/directory/read-files.ts';
import { replaceText } from '../adapters/directory/write-file.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Text } from '../core/text.ts';
import type { RecordedCopy } from '../features/directory/changes/recording.ts';
import { differences } from '../features/directory/diff.ts';
import type { DirectoryFile } from '../features/directory/keeping.ts';
import { type DirectorySources, parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { asInTable } from '../features/directory/naming.ts';
import { type Problem, problemWords } from '../features/directory/problem.ts';
import type { WriteDirectory } from '../features/directory/proposals/writing.ts';
import { tableShapes } from '../features/directory/tables.ts';
import { rewritten } from './directory-rewrite.ts';
import type { DirectorySource } from './directory-source.ts';
import { troubleWords } from './directory-trouble.ts';
import { openConcepts } from './lexicon.ts';
import { isOfProgram } from './own-file.ts';

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
  const tried = await tryingOf(folder, programFolder);
  const check: DirectoryFile['check'] = async (change) => {
    const outcome = await tried(change);
    return outcome.ok ? [] : outcome.why.map(({ text }) => text);
  };
  if (isOfProgram(programFolder, folder)) return { brought, copy, check };
  return { brought, copy, check, write: writerOf(tried, organisation, source) };
}

type Tried =
  | {
      readonly ok: true;
      /** The text with the change in it, and the one before; the same where there was nothing to change. */
      readonly text: string;
      readonly before: string | undefined;
    }
  | { readonly ok: false; readonly why: readonly Why[] };

/** What is wrong, and the same with file and line. */
type Why = { readonly text: Text; readonly line: Text };

type Trying = (change: Parameters<WriteDirectory>[0]) => Promise<Tried>;

/** The file with a change in it, through the same check as a table. Nothing is written. */
async function tryingOf(folder: string, programFolder: string): Promise<Trying> {
  const concepts = await openConcepts();
  const check = (files: DirectorySources) => parseDirectory(files, concepts);
  return async (change) => {
    try {
      const paths = directoryPaths(folder, programFolder);
      const files = await readDirectoryFiles(paths);
      const present = check(files);
      if (!present.ok)
        return {
          ok: false,
          why: [plain(hasErrors(shortPath(paths.organisation))), ...whyOf(present.problems)],
        };
      const next = change(present.directory);
      if (!next.ok) return { ok: false, why: [plain(next.why)] };
      const before = files.organisation.text;
      if (differences(present.directory, next.directory).length === 0)
        return { ok: true, text: before ?? '', before: before ?? '' };
      const text = rewritten(before, next.directory);
      // Forms have the words of the tables.
      const organisation = { ...readYaml('organisation.yaml', text, 'text'), naming };
      const reread = check({ model: files.model, organisation });
      return reread.ok ? { ok: true, text, before } : { ok: false, why: whyOf(reread.problems) };
    } catch (error) {
      const trouble = troubleWords(error);
      if (trouble === undefined) throw error;
      return { ok: false, why: [plain(trouble)] };
    }
  };
}

const writerOf =
  (tried: Trying, organisation: string, source: Source): WriteDirectory =>
  async (change, brought, now) => {
    const outcome = await tried(change);
    if (!outcome.ok) return outcome.why.map(({ line }) => line);
    const { text, before } = outcome;
    if (text === before) return [];
    try {
      const { way, ...by } = brought;
      if (way === 'proposal') await noteBrought(organisation, text, { at: now.toISOString(), way, ...by });
      await replaceText(organisation, text, before, now);
      await source.reload();
      return [];
    } catch (error) {
      const trouble = troubleWords(error);
      if (trouble === undefined) throw error;
      return [trouble];
    }
  };

const naming = (table: string) => {
  const shape = tableShapes.find(({ name }) => name === table);
  return shape && asInTable(shape);
};

const hasErrors = (file: string): Text => ({
  de: `${file} hat Fehler, die zuerst behoben werden müssen.`,
  en: `${file} has mistakes that must be put right first.`,
});

const plain = (text: Text): Why => ({ text, line: text });

const whyOf = (problems: readonly Problem[]): readonly Why[] =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => ({ text: problem.text, line: problemWords(problem) }));
