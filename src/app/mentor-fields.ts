import { join } from 'node:path';
import { type Field, Fields } from '../features/mentors/field.ts';
import { openChecked } from './checked-yaml.ts';
import { type Kept, watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** The fields of experience that mentors can have. */
export const mentorFieldsFile = join(programFolder, 'data', 'mentor-fields.yaml');

/**
 * The fields that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export const openMentorFields = (path = mentorFieldsFile): readonly Field[] =>
  openChecked(path, Fields, 'Die Felder der Mentoren haben Fehler');

/** The fields of a folder, read again whenever the file changes. */
export const watchMentorFields = (kept: Kept) =>
  watchOwnFile({
    ...kept,
    name: 'mentor-fields.yaml',
    shipped: mentorFieldsFile,
    open: openMentorFields,
    event: 'mentor-fields',
  });
