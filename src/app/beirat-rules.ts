import { join } from 'node:path';
import { Rules } from '../features/beirat/board/rules.ts';
import { openChecked } from './checked-yaml.ts';
import { type Kept, ownOr, watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** The rules of procedure that come with the program. */
export const beiratRulesFile = join(programFolder, 'data', 'beirat.yaml');

/** The file of a folder, or that of the program where the folder has none. */
export const beiratRulesIn = (folder: string): string => ownOr(folder, 'beirat.yaml', beiratRulesFile);

/**
 * The rules of procedure of the Beirat that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export const openBeiratRules = async (path = beiratRulesFile): Promise<Rules> =>
  openChecked(path, Rules, 'Die Regeln des Beirats haben Fehler');

/** The rules of a folder, read again whenever the file changes; a meeting that was invited to keeps its quorum. */
export const watchBeiratRules = (kept: Kept) =>
  watchOwnFile({
    ...kept,
    name: 'beirat.yaml',
    shipped: beiratRulesFile,
    open: openBeiratRules,
    event: 'beirat-rules',
  });
