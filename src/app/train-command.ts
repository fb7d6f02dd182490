import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { RoleModel } from '../features/directory/model.ts';
import { trained } from '../language/learned/training.ts';
import { encodeWeights } from '../language/learned/weights.ts';
import type { Terminal } from './directory-command.ts';
import { troubleText } from './directory-trouble.ts';
import { learnedFile, openMaterial } from './learned.ts';
import { openLexicon } from './lexicon.ts';
import { programFolder } from './program-folder.ts';
import { openKnownWords } from './words-command.ts';

/**
 * `npm run train`: learns from the sentences of the repository and writes `data/learned.bin`. With `--check` it only
 * tells whether the file is what these sentences give, to the bit.
 * @returns the exit code: 0 written or the same, 1 not the same, 2 the sentences have errors
 */
export async function trainCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { sentences, inputs } = await openMaterial();
    const start = performance.now();
    const table = trained(sentences, await openLexicon(), await rolesOfModel(), await openKnownWords());
    const bytes = encodeWeights({ table, inputs, sentences: sentences.length });
    const seconds = Math.round((performance.now() - start) / 1000);
    const size = (bytes.length / 1e6).toFixed(2);
    terminal.print(`${sentences.length} Sätze, ${table.labels.length} Gewichte, ${size} MB, ${seconds} s`);
    if (!args.includes('--check')) {
      await writeFile(learnedFile, bytes);
      terminal.print(`Geschrieben: data/${basename(learnedFile)}`);
      return 0;
    }
    const same = Buffer.compare(await readFile(learnedFile), bytes) === 0;
    terminal.print(same ? 'Die Datei ist dieselbe.' : 'Die Datei ist eine andere: npm run train');
    return same ? 0 : 1;
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    terminal.complain(trouble);
    return 2;
  }
}

/** The roles as the program ships them; an own directory may word them differently, and that changes nothing here. */
export async function rolesOfModel(): Promise<RoleModel['roles']> {
  const path = join(programFolder, 'data', 'directory.yaml');
  return RoleModel.parse(readYaml('data/directory.yaml', await readFile(path, 'utf8'), 'typed').value).roles;
}
