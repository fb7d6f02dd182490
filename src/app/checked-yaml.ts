import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { shortPath } from '../adapters/directory/read-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Language } from '../core/text.ts';
import { unreadable } from '../features/directory/load.ts';
import { locate, type Problem, problemWords } from '../features/directory/problem.ts';
import { readShape } from '../features/directory/shape.ts';
import { Impossible } from './directory-trouble.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A data file that people keep, read and checked as a whole; what is wrong is said in German, with its line. */
export function readChecked<T>(
  path: string,
  schema: z.ZodType<T>,
  text = readFileSync(path, 'utf8'),
): Checked<T> {
  const source = readYaml(shortPath(path), text.replace(/^\uFEFF/, ''), 'typed');
  if (source.errors.length > 0) return { ok: false, problems: unreadable(source) };
  const { rows, findings } = readShape(schema, source.value, []);
  const [row] = rows;
  return row ? { ok: true, value: row.value } : { ok: false, problems: locate(source, findings) };
}

/** All of them at once, each in a line of its own. @param title what is said above them */
export const problemsIn = (title: string, problems: readonly Problem[]): Impossible => {
  const lines = problems.map(problemWords);
  const all = (language: Language) => lines.map((one) => `  ${one[language]}`).join('\n');
  return new Impossible(`${title}:\n${all('de')}`, `There are mistakes:\n${all('en')}`);
};

/**
 * @param title what is said above the lines that are wrong: "Die Felder der Mentoren haben Fehler"
 * @throws {Impossible} naming every line that is wrong
 */
export function openChecked<T>(path: string, schema: z.ZodType<T>, title: string, text?: string): T {
  const read = readChecked(path, schema, text);
  if (read.ok) return read.value;
  throw problemsIn(title, read.problems);
}
