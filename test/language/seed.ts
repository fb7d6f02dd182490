import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { languageOf } from '../../src/core/language.ts';
import { type Directory, Organisation, RoleModel } from '../../src/features/directory/model.ts';
import { LexiconFile } from '../../src/language/lexicon.ts';
import { createUnderstanding, type Understanding } from '../../src/language/understand.ts';

/** The vocabulary and the directory that the program ships, and questions with the roles that may answer them. */
const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

export type Question = { readonly id: string; readonly q: string; readonly expect: readonly string[] };

export const lexiconFile = LexiconFile.parse(parse(read('data/lexicon.yaml')));
export const directory: Directory = {
  ...RoleModel.parse(parse(read('data/directory.yaml'))),
  ...Organisation.parse(parse(read('data/demo/organisation.yaml'))),
};

export const questions = (set: string): readonly Question[] =>
  read(`test/features/directory/questions/${set}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);

const understand = createUnderstanding(lexiconFile, directory);

export const understood = (text: string): Understanding => understand(text, languageOf(text));

/** The role named first, or "NONE". */
export const roleFor = (text: string): string => understood(text).candidates[0]?.role ?? 'NONE';

/** A vocabulary of a few concepts, for tests of the mechanism alone. */
export const vocabulary = (concepts: Record<string, Record<string, unknown>>): LexiconFile =>
  LexiconFile.parse({ concepts });
