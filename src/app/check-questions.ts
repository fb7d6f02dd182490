import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckQuestion } from '../features/directory/names-desk.ts';
import { programFolder } from './program-folder.ts';

/** The sentences with which a new word is tried: those that the program is checked with, and those it learned from. */
export function openCheckQuestions(
  folder = join(programFolder, 'data', 'sentences'),
): readonly CheckQuestion[] {
  const files = [join(folder, 'check'), folder].flatMap((one) =>
    readdirSync(one)
      .filter((name) => name.endsWith('.tsv'))
      .map((name) => join(one, name)),
  );
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line): readonly CheckQuestion[] => {
        const [label = '', language, text] = line.split('\t');
        // What goes on from another sentence means nothing by itself.
        if (!text || label.startsWith('followup') || (language !== 'de' && language !== 'en')) return [];
        return [{ text: text.replaceAll('\\n', '\n'), language }];
      }),
  );
}

let read: readonly CheckQuestion[] | undefined;

/** Read when they are first needed, then kept. */
export function checkQuestions(): readonly CheckQuestion[] {
  read ??= openCheckQuestions();
  return read;
}
