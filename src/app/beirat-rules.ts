import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText, shortPath } from '../adapters/directory/read-files.ts';
import { type Every, watchFiles } from '../adapters/directory/watch-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Log } from '../core/ports/log.ts';
import { Rules } from '../features/beirat/rules.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { programFolder } from './program-folder.ts';

/** The rules of procedure that come with the program. */
export const beiratRulesFile = join(programFolder, 'data', 'beirat.yaml');

/** The file of a folder, or that of the program where the folder has none. */
export const beiratRulesIn = (folder: string): string => {
  const own = join(folder, 'beirat.yaml');
  return existsSync(own) ? own : beiratRulesFile;
};

/**
 * The rules of procedure of the Beirat that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export async function openBeiratRules(path = beiratRulesFile): Promise<Rules> {
  const file = shortPath(path);
  const source = readYaml(file, await readText(path), 'typed');
  const unreadable = source.errors.map(({ line, reason }) => `  ${file}:${line}: ${reason}`);
  const parsed = Rules.safeParse(source.value);
  if (unreadable.length === 0 && parsed.success) return parsed.data;
  const wrong = (parsed.error?.issues ?? []).map((issue) => {
    const place = source.placeOf(issue.path);
    return `  ${place.file}:${place.line ?? 1}: ${issue.path.join('.')}: ${issue.message}`;
  });
  const lines = unreadable.length > 0 ? unreadable : wrong;
  throw new Impossible(`Die Regeln des Beirats haben Fehler:\n${lines.join('\n')}`);
}

/**
 * The rules of a folder, read again whenever the file changes. A broken or vanished file never replaces the last good
 * ones; a meeting that was invited to keeps its quorum.
 * @throws {Impossible} when they have errors at the start
 */
export async function watchBeiratRules(
  folder: string,
  log: Log,
  every?: Every,
): Promise<{ readonly current: () => Rules; readonly stop: () => void }> {
  let rules = await openBeiratRules(beiratRulesIn(folder));
  const reload = () =>
    openBeiratRules(beiratRulesIn(folder)).then(
      (next) => {
        rules = next;
        log.info('beirat-rules-loaded', { seats: next.seats.length });
      },
      (error: unknown) =>
        log.error('beirat-rules-kept', { reason: troubleText(error) ?? 'unexpected', error }),
    );
  const stop = await watchFiles([join(folder, 'beirat.yaml'), beiratRulesFile], reload, every);
  return { current: () => rules, stop };
}
