import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { shortPath } from '../adapters/directory/read-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { unreadable } from '../features/directory/load.ts';
import { locate, type Problem, problemLine } from '../features/directory/problem.ts';
import { readShape } from '../features/directory/shape.ts';
import { Impossible } from './directory-trouble.ts';

export type ReadFile<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A file of data that people keep, read and checked as a whole; what is wrong is said in German, with its line. */
export function readDataFile<T>(path: string, schema: z.ZodType<T>): ReadFile<T> {
  const source = readYaml(shortPath(path), readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), 'typed');
  if (source.errors.length > 0) return { ok: false, problems: unreadable(source) };
  const { rows, findings } = readShape(schema, source.value, []);
  const [row] = rows;
  return row ? { ok: true, value: row.value } : { ok: false, problems: locate(source, findings) };
}

/**
 * @param title "Die Regeln des Beirats haben Fehler"
 * @throws {Impossible} naming every line that is wrong
 */
export function openDataFile<T>(path: string, schema: z.ZodType<T>, title: string): T {
  const read = readDataFile(path, schema);
  if (read.ok) return read.value;
  throw new Impossible(`${title}:\n${read.problems.map((one) => `  ${problemLine(one)}`).join('\n')}`);
}
