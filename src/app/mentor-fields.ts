import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortPath } from '../adapters/directory/read-files.ts';
import type { Every } from '../adapters/directory/watch-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Log } from '../core/ports/log.ts';
import { type Field, Fields } from '../features/mentors/field.ts';
import { Impossible } from './directory-trouble.ts';
import { watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** The fields of experience that mentors can have. */
export const mentorFieldsFile = join(programFolder, 'data', 'mentor-fields.yaml');

/**
 * The fields that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export function openMentorFields(path = mentorFieldsFile): readonly Field[] {
  const file = shortPath(path);
  const source = readYaml(file, readFileSync(path, 'utf8'), 'typed');
  const unreadable = source.errors.map(({ line, reason }) => `  ${file}:${line ?? 1}: ${reason}`);
  const parsed = Fields.safeParse(source.value);
  if (unreadable.length === 0 && parsed.success) return parsed.data;
  const wrong = (parsed.error?.issues ?? []).map((issue) => {
    const { line = 1 } = source.placeOf(issue.path);
    return `  ${file}:${line}: ${issue.path.join('.')}: ${issue.message}`;
  });
  throw new Impossible(
    `Die Felder der Mentoren haben Fehler:\n${(unreadable.length > 0 ? unreadable : wrong).join('\n')}`,
  );
}

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
