import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortPath } from '../adapters/directory/read-files.ts';
import type { Every } from '../adapters/directory/watch-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Log } from '../core/ports/log.ts';
import { type Partner, Partners } from '../features/directory/partners.ts';
import { Impossible } from './directory-trouble.ts';
import { watchOwnFile } from './own-file.ts';
import { programFolder } from './program-folder.ts';

/** Bodies outside the role model. */
export const partnersFile = join(programFolder, 'data', 'partners.yaml');

/**
 * The bodies that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export function openPartners(path = partnersFile): readonly Partner[] {
  const file = shortPath(path);
  const source = readYaml(file, readFileSync(path, 'utf8'), 'typed');
  const unreadable = source.errors.map(({ line, reason }) => `  ${file}:${line ?? 1}: ${reason}`);
  const parsed = Partners.safeParse(source.value);
  if (unreadable.length === 0 && parsed.success) return parsed.data;
  const wrong = (parsed.error?.issues ?? []).map((issue) => {
    const { line = 1 } = source.placeOf(issue.path);
    return `  ${file}:${line}: ${issue.path.join('.')}: ${issue.message}`;
  });
  const problems = unreadable.length > 0 ? unreadable : wrong;
  throw new Impossible(
    `Die Liste der Stellen außerhalb des Rollenmodells hat Fehler:\n${problems.join('\n')}`,
  );
}

/**
 * The bodies of a folder, read again whenever the file changes.
 * @throws {Impossible} when they have errors at the start
 */
export const watchPartners = (folder: string, log: Log, every?: Every) =>
  watchOwnFile({
    folder,
    name: 'partners.yaml',
    shipped: partnersFile,
    open: openPartners,
    event: 'partners',
    log,
    every,
  });
