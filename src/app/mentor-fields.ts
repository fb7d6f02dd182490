import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { type Field, Fields } from '../features/mentors/field.ts';
import { Impossible } from './directory-trouble.ts';
import { programFolder } from './program-folder.ts';

/** The fields of experience that mentors can have. */
export const mentorFieldsFile = join(programFolder, 'data', 'mentor-fields.yaml');

/**
 * Reads the fields once, at the start: what is wrong is said before anybody uses the program.
 * @throws {Impossible} naming every line that is wrong
 */
export function openMentorFields(path = mentorFieldsFile): readonly Field[] {
  const file = 'data/mentor-fields.yaml';
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
