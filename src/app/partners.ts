import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Every } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import { type Partner, Partners } from '../features/directory/partners.ts';
import { checkedYaml } from './checked-yaml.ts';
import { watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** Bodies outside the role model. */
export const partnersFile = join(programFolder, 'data', 'partners.yaml');

/**
 * The bodies that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export const openPartners = (path = partnersFile): readonly Partner[] =>
  checkedYaml(
    path,
    readFileSync(path, 'utf8'),
    Partners,
    'Die Liste der Stellen außerhalb des Rollenmodells hat Fehler',
  );

/**
 * The bodies of a folder, read again whenever the file changes.
 * @throws {Impossible} when they have errors at the start
 */
export const watchPartners = (folder: string, log: Log, every?: Every) =>
  watchOwnFile({
    folder,
    name: 'partners.yaml',
    shipped: partnersFile,
    open: openPartners,
    event: 'partners',
    log,
    every,
  });
