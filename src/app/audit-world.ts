import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHolidays } from '../adapters/calendar/holidays.ts';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { directoryPaths, readDirectoryFiles, shortPath } from '../adapters/directory/read-files.ts';
import type { World } from '../case/world.ts';
import type { RoleDirectory } from '../core/ports/role-directory.ts';
import type { Rules } from '../features/beirat/board/rules.ts';
import { parseDirectory } from '../features/directory/load.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import type { PartnerBody } from '../features/requests/model.ts';
import type { RequestType } from '../features/requests/types/model.ts';
import { beiratRulesIn, openBeiratRules } from './beirat-rules.ts';
import type { Terminal } from './directory-command.ts';
import { Impossible } from './directory-trouble.ts';
import { openConcepts } from './lexicon.ts';
import { readRequestTypes, requestTypesPath } from './request-types.ts';

/** The world as the periods of all kinds of cases need it. */
export type AuditWorld = World & {
  readonly types: readonly RequestType[];
  readonly rules: Rules;
  /** Bodies outside the role model, where steps name them. */
  readonly partners?: readonly PartnerBody[] | undefined;
};

export type Organisation = {
  /** Where the directory lies, whether there is one or not. */
  readonly folder: string;
  readonly directory: RoleDirectory;
  readonly world: AuditWorld;
};

/**
 * The directory of DIRECTORY_DIR, its request types and rules: who is who, and how long what is kept.
 * @throws {Impossible} when it has errors: then nobody can be told from their ids
 */
export async function readOrganisation({
  env,
  programFolder,
  now,
}: Pick<Terminal, 'env' | 'programFolder' | 'now'>): Promise<Organisation> {
  const folder = env.DIRECTORY_DIR?.trim() || join(programFolder, 'data');
  if (!existsSync(folder))
    throw new Impossible(
      `DIRECTORY_DIR: Den Ordner „${folder}“ gibt es nicht. Nennen Sie den Ordner mit organisation.yaml.`,
    );
  const loaded = parseDirectory(
    await readDirectoryFiles(directoryPaths(folder, programFolder)),
    await openConcepts(),
  );
  if (!loaded.ok)
    throw new Impossible(
      `Das Verzeichnis in „${shortPath(folder)}“ hat Fehler, deshalb ist nicht sicher, wer welche Kennungen hat. Beheben Sie sie zuerst: npm run directory -- check`,
    );
  const directory = createRoleDirectory(() => loaded.directory);
  const { types } = await readRequestTypes(loaded.directory, requestTypesPath(folder));
  return {
    folder,
    directory,
    world: {
      now: now().toISOString(),
      directory,
      holidays: createHolidays(),
      digest: randomIds.digest,
      types,
      rules: await openBeiratRules(beiratRulesIn(folder)),
    },
  };
}
