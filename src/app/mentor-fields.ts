import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Every } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import { type Field, Fields } from '../features/mentors/field.ts';
import { checkedYaml } from './checked-yaml.ts';
import { watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** The fields of experience that mentors can have. */
export const mentorFieldsFile = join(programFolder, 'data', 'mentor-fields.yaml');

/**
 * The fields that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export const openMentorFields = (path = mentorFieldsFile): readonly Field[] =>
  checkedYaml(path, readFileSync(path, 'utf8'), Fields, 'Die Felder der Mentoren haben Fehler');

/**
 * The fields of a folder, read again whenever the file changes.
 * @throws {Impossible} when they have errors at the start
 */
export const watchMentorFields = (folder: string, log: Log, every?: Every) =>
  watchOwnFile({
    folder,
    name: 'mentor-fields.yaml',
    shipped: mentorFieldsFile,
    open: openMentorFields,
    event: 'mentor-fields',
    log,
    every,
  });
