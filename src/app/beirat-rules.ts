import { join } from 'node:path';
import { readText, shortPath } from '../adapters/directory/read-files.ts';
import type { Every } from '../adapters/directory/watch-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Log } from '../core/ports/log.ts';
import { Rules } from '../features/beirat/board/rules.ts';
import { Impossible } from './directory-trouble.ts';
import { ownOr, watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** The rules of procedure that come with the program. */
export const beiratRulesFile = join(programFolder, 'data', 'beirat.yaml');

/** The file of a folder, or that of the program where the folder has none. */
export const beiratRulesIn = (folder: string): string => ownOr(folder, 'beirat.yaml', beiratRulesFile);

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
 * The rules of a folder, read again whenever the file changes; a meeting that was invited to keeps its quorum.
 * @throws {Impossible} when they have errors at the start
 */
export const watchBeiratRules = (folder: string, log: Log, every?: Every) =>
  watchOwnFile({
    folder,
    name: 'beirat.yaml',
    shipped: beiratRulesFile,
    open: openBeiratRules,
    event: 'beirat-rules',
    log,
    every,
  });
