import { join } from 'node:path';
import { readText, shortPath } from '../adapters/directory/read-files.ts';
import { readYaml, type YamlSource } from '../adapters/directory/yaml-text.ts';
import type { Directory } from '../features/directory/model.ts';
import type { Naming } from '../features/directory/naming.ts';
import { type Finding, locate, type Problem } from '../features/directory/problem.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import { readRows } from '../features/directory/shape.ts';
import { checkTypes } from '../features/requests/types/check.ts';
import { checkSeats } from '../features/requests/types/check-seats.ts';
import { RequestType } from '../features/requests/types/model.ts';
import { limitFindings, withLimits } from './because-limit.ts';
import { problemsIn } from './checked-yaml.ts';
import { ownOr } from './own-file.ts';
import { programFolder } from './program-folder.ts';

export type ReadTypes = {
  readonly types: readonly RequestType[];
  /** With an error among them the types are not to be used. */
  readonly problems: readonly Problem[];
};

/** The request types that come with the program. */
export const requestTypesFile = join(programFolder, 'data', 'request-types.yaml');

/** The request types of a folder with a directory: its own where it has some. */
export const requestTypesPath = (folder: string): string =>
  ownOr(folder, 'request-types.yaml', requestTypesFile);

/**
 * Reads the request types and checks them against the role model.
 * @param day `2026-11-24`: warns of roles that nobody holds on that day; without it nobody is looked for
 */
export async function readRequestTypes(
  directory: Directory,
  path = requestTypesFile,
  day?: string,
): Promise<ReadTypes> {
  return typesIn(directory, readYaml(shortPath(path), await readText(path), 'typed'), day);
}

/** The same for a file that was read. @param naming what its fields are called in what is said about them */
export function typesIn(
  directory: Directory,
  source: YamlSource,
  day?: string,
  naming?: Naming,
): ReadTypes & {
  readonly findings: readonly Finding[];
} {
  const unreadable = unreadableLines(source);
  if (unreadable.length > 0) return { types: [], problems: unreadable, findings: [] };
  const listed = (source.value as { types?: unknown } | null | undefined)?.types;
  if (!Array.isArray(listed) || listed.length === 0)
    return { types: [], problems: locate(source, [noTypes]), findings: [noTypes] };
  const { rows, findings } = readRows(RequestType, listed, ['types'], naming);
  const checked = findings.length === 0 ? checkTypes(rows, directory.roles) : [];
  const isFine = findings.length === 0 && checked.length === 0;
  const vacant =
    isFine && day
      ? checkSeats(
          rows,
          createRoleDirectory(() => directory),
          day,
        )
      : [];
  const all = [...findings, ...checked, ...(day ? limitFindings(rows) : []), ...vacant];
  return {
    types: withLimits(rows.map(({ value }) => value)),
    problems: locate(source, all),
    findings: all,
  };
}

const unreadableLines = ({ file, errors }: YamlSource): readonly Problem[] =>
  errors.map(({ line, reason }) => ({
    file,
    line,
    severity: 'error' as const,
    text: {
      de: `Die Datei ist hier nicht lesbar. (${reason})`,
      en: `The file cannot be read here. (${reason})`,
    },
  }));

const noTypes: Finding = {
  path: ['types'],
  text: {
    de: 'Es fehlt die Liste „types“ mit mindestens einer Antragsart.',
    en: 'The list "types" with at least one request type is missing.',
  },
};

/**
 * The request types that come with the program, or those of a file.
 * @throws {Impossible} naming every line that is wrong
 */
export async function openRequestTypes(directory: Directory, path?: string): Promise<readonly RequestType[]> {
  const { types, problems } = await readRequestTypes(directory, path);
  if (problems.length === 0) return types;
  throw problemsIn('Die Antragsarten haben Fehler', problems);
}
