import { join } from 'node:path';
import { readText } from '../adapters/directory/read-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { LexiconFile } from '../language/lexicon.ts';
import { Impossible } from './directory-trouble.ts';
import { programFolder } from './program-folder.ts';

/**
 * The vocabulary that comes with the program.
 * @throws {Impossible} naming every line of `data/lexicon.yaml` that is wrong
 */
export async function openLexicon(path = join(programFolder, 'data', 'lexicon.yaml')): Promise<LexiconFile> {
  const { value, errors, placeOf, file } = readYaml('data/lexicon.yaml', await readText(path), 'typed');
  const parsed = LexiconFile.safeParse(value);
  if (errors.length === 0 && parsed.success) return parsed.data;
  const problems = [
    ...errors.map(({ line, reason }) => `${file}:${line ?? '?'}: ${reason}`),
    ...(errors.length === 0 ? (parsed.error?.issues ?? []) : []).map(
      (issue) => `${file}:${placeOf(issue.path).line ?? '?'}: ${issue.path.join('.')}: ${issue.message}`,
    ),
  ];
  throw new Impossible(`The vocabulary has errors:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** What the vocabulary knows, by name. @throws {Impossible} like {@link openLexicon} */
export const openConcepts = async (): Promise<ReadonlySet<string>> =>
  new Set(Object.keys((await openLexicon()).concepts));
