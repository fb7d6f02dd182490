import type { z } from 'zod';
import { shortPath } from '../adapters/directory/read-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { Impossible } from './directory-trouble.ts';

/**
 * The content of a data file that people keep, as its schema describes it.
 * @param trouble what is said above the lines that are wrong: "Die Felder der Mentoren haben Fehler"
 * @throws {Impossible} naming every line that is wrong
 */
export function checkedYaml<T>(path: string, text: string, schema: z.ZodType<T>, trouble: string): T {
  const file = shortPath(path);
  const source = readYaml(file, text, 'typed');
  const unreadable = source.errors.map(({ line, reason }) => `  ${file}:${line ?? 1}: ${reason}`);
  const parsed = schema.safeParse(source.value);
  if (unreadable.length === 0 && parsed.success) return parsed.data;
  const wrong = (parsed.error?.issues ?? []).map((issue) => {
    const { line = 1 } = source.placeOf(issue.path);
    return `  ${file}:${line}: ${issue.path.join('.')}: ${issue.message}`;
  });
  const lines = unreadable.length > 0 ? unreadable : wrong;
  throw new Impossible(`${trouble}:\n${lines.join('\n')}`);
}
