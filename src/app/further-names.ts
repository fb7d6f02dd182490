import { join } from 'node:path';
import { type FurtherName, FurtherNames, isKnown } from '../features/directory/further-names.ts';
import type { Directory } from '../features/directory/model.ts';
import type { RequestType } from '../features/requests/types/model.ts';
import { openChecked } from './checked-yaml.ts';
import { type Kept, ownOr, watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** What people say for roles, tasks, units, applications and request types: the program brings none. */
export const namesFile = join(programFolder, 'data', 'names.yaml');

/** The file of a folder, or that of the program where the folder has none. */
export const namesIn = (folder: string): string => ownOr(folder, 'names.yaml', namesFile);

/** @throws {Impossible} naming every line that is wrong */
export const openNames = (path = namesFile): readonly FurtherName[] =>
  openChecked(path, FurtherNames, 'Die weiteren Namen haben Fehler').names;

/** The names of a folder, read again whenever the file changes. */
export const watchNames = (kept: Kept) =>
  watchOwnFile({ ...kept, name: 'names.yaml', shipped: namesFile, open: openNames, event: 'names' });

/** Words whose meaning is not there (any more). German lines. */
export const lostNames = (
  names: readonly FurtherName[],
  directory: Directory,
  types: readonly RequestType[],
): readonly string[] =>
  names
    .filter((name) => !isKnown(name, directory, types))
    .map(
      ({ words, role, task, unit, application, request }) =>
        `names.yaml: Hinweis: Was „${words.join(', ')}“ bedeuten soll (${[role, task, unit, application, request].filter(Boolean).join(' ')}), gibt es nicht. Berichtigen oder löschen Sie die Zeile.`,
    );
