import { join } from 'node:path';
import { Rounds } from '../features/directory/confirming/round.ts';
import { openChecked } from './checked-yaml.ts';
import { type Kept, watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** When people are asked whether their entry is right. */
export const confirmationsFile = join(programFolder, 'data', 'confirmations.yaml');

/** @throws {Impossible} naming every line that is wrong */
export const openConfirmations = (path = confirmationsFile): Rounds =>
  openChecked(path, Rounds, 'Die Tage der Bestätigung haben Fehler');

/** The days of a folder, read again whenever the file changes. */
export const watchConfirmations = (kept: Kept) =>
  watchOwnFile({
    ...kept,
    name: 'confirmations.yaml',
    shipped: confirmationsFile,
    open: openConfirmations,
    event: 'confirmations',
  });
