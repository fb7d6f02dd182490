import { join } from 'node:path';
import { type Partner, Partners } from '../features/directory/partners.ts';
import { openChecked } from './checked-yaml.ts';
import { type Kept, watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** Bodies outside the role model. */
export const partnersFile = join(programFolder, 'data', 'partners.yaml');

/**
 * The bodies that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export const openPartners = (path = partnersFile): readonly Partner[] =>
  openChecked(path, Partners, 'Die Liste der Stellen außerhalb des Rollenmodells hat Fehler');

/** The bodies of a folder, read again whenever the file changes. */
export const watchPartners = (kept: Kept) =>
  watchOwnFile({
    ...kept,
    name: 'partners.yaml',
    shipped: partnersFile,
    open: openPartners,
    event: 'partners',
  });
