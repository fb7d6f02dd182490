import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { questionAsSentence, type Sentence, sentencesIn } from '../language/learned/sentences.ts';
import { decodeWeights, type Learned } from '../language/learned/weights.ts';
import { Impossible } from './directory-trouble.ts';
import { programFolder } from './program-folder.ts';

/** Where the checked-in weights lie. */
export const learnedFile = join(programFolder, 'data', 'learned.bin');

/** The learned opinion that comes with the program. @throws {Impossible} when the file is missing or of another version */
export async function openLearned(path = learnedFile): Promise<Learned> {
  try {
    return decodeWeights(await readFile(path));
  } catch (error) {
    throw new Impossible(
      `data/learned.bin cannot be used: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** What is learned from, and a digest of it all. */
export type Material = { readonly sentences: readonly Sentence[]; readonly inputs: string };

const inputsBeside = ['data/lexicon.yaml', 'data/directory.yaml'];
const wordsBeside = 'data/words.bin';
const questionsFile = 'test/features/directory/questions/tuning.jsonl';

/**
 * Every sentence of `data/sentences/*.tsv` and the tuning questions, in the order of file names and lines. Sentences
 * that stand twice count once.
 * @throws {Impossible} naming every line that is no sentence
 */
export async function openMaterial(folder = programFolder): Promise<Material> {
  const digest = createHash('sha256');
  const textOf = async (path: string): Promise<string> => {
    const text = (await readFile(join(folder, path), 'utf8')).replaceAll('\r\n', '\n');
    digest.update(`${path}\n${text}\n`);
    return text;
  };
  const files = (await readdir(join(folder, 'data/sentences')))
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  const sentences: Sentence[] = [];
  const problems: string[] = [];
  for (const name of files) {
    const read = sentencesIn(await textOf(`data/sentences/${name}`));
    sentences.push(...read.sentences);
    problems.push(
      ...read.unreadable.map(({ line, reason }) => `  data/sentences/${name}:${line}: ${reason}`),
    );
  }
  if (problems.length > 0) throw new Impossible(`Lines that are no sentence:\n${problems.join('\n')}`);
  const questions = (await textOf(questionsFile)).trim().split('\n');
  sentences.push(...questions.map((line) => questionAsSentence(JSON.parse(line))));
  for (const path of inputsBeside) await textOf(path);
  digest.update(await readFile(join(folder, wordsBeside)));
  const seen = new Set<string>();
  const once = sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
  return { sentences: once, inputs: digest.digest('hex') };
}
