import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filterOf, type KnownWords } from '../language/known-words.ts';
import type { Terminal } from './directory-command.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { programFolder } from './program-folder.ts';

/** Which words there are: two filters made of word lists, the German one first, with its length in front. */
export const wordsFile = join(programFolder, 'data', 'words.bin');

/** @throws {Impossible} when the file is missing or cut off */
export async function openKnownWords(path = wordsFile): Promise<KnownWords> {
  try {
    const bytes = Uint8Array.from(await readFile(path));
    const length = new DataView(bytes.buffer).getUint32(0);
    if (length + 4 >= bytes.length) throw new Error('it is cut off');
    return { de: bytes.slice(4, 4 + length), en: bytes.slice(4 + length) };
  } catch (error) {
    throw new Impossible(`data/words.bin cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

const usage = 'npm run words -- DEUTSCH.txt ENGLISCH.txt: je ein Wort in einer Zeile.';

/** `npm run words -- DEUTSCH.txt ENGLISCH.txt`: makes `data/words.bin` of two lists, a word a line. */
export async function wordsCommand(files: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const [german, english] = files;
    if (!german || !english) throw new Impossible(usage);
    const [de, en] = await Promise.all(
      [german, english].map(async (file) => filterOf((await readFile(file, 'utf8')).split('\n'))),
    );
    const bytes = new Uint8Array(4 + (de?.length ?? 0) + (en?.length ?? 0));
    new DataView(bytes.buffer).setUint32(0, de?.length ?? 0);
    bytes.set(de ?? [], 4);
    bytes.set(en ?? [], 4 + (de?.length ?? 0));
    await writeFile(wordsFile, bytes);
    terminal.print(`${Math.round(bytes.length / 1000)} kB: data/words.bin`);
    return 0;
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    terminal.complain(trouble);
    return 2;
  }
}
