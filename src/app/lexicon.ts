import { join } from 'node:path';
import { readText } from '../adapters/directory/read-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { LexiconFile } from '../features/directory/understanding/lexicon.ts';
import { programFolder } from './directory-source.ts';

/**
 * The vocabulary that comes with the program.
 * @throws Error naming every line of `data/lexicon.yaml` that is wrong
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
  throw new Error(`The vocabulary has errors:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
