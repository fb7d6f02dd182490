import { join } from 'node:path';
import { readText, shortPath } from '../adapters/directory/read-files.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import type { Directory } from '../features/directory/model.ts';
import { locate, type Problem, problemLine } from '../features/directory/problem.ts';
import { readRows } from '../features/directory/shape.ts';
import { checkTypes } from '../features/requests/types/check.ts';
import { RequestType } from '../features/requests/types/model.ts';
import { Impossible } from './directory-trouble.ts';
import { programFolder } from './program-folder.ts';

export type ReadTypes = {
  readonly types: readonly RequestType[];
  /** Empty when all is well; the types are not to be used then. */
  readonly problems: readonly Problem[];
};

export const requestTypesFile = join(programFolder, 'data', 'request-types.yaml');

/** Reads the request types and checks them against the role model. */
export async function readRequestTypes(
  { roles }: Pick<Directory, 'roles'>,
  path = requestTypesFile,
): Promise<ReadTypes> {
  const source = readYaml(shortPath(path), await readText(path), 'typed');
  const unreadable = source.errors.map(({ line, reason }) => ({
    file: source.file,
    line,
    severity: 'error' as const,
    text: {
      de: `Die Datei ist hier nicht lesbar. (${reason})`,
      en: `The file cannot be read here. (${reason})`,
    },
  }));
  const listed = (source.value as { types?: unknown } | undefined)?.types;
  const list = Array.isArray(listed) ? listed : [];
  const noList =
    unreadable.length === 0 && list.length === 0
      ? [
          {
            path: ['types'],
            text: {
              de: 'Es fehlt die Liste „types“ mit mindestens einer Antragsart.',
              en: 'The list "types" with at least one request type is missing.',
            },
          },
        ]
      : [];
  const { rows, findings } = readRows(RequestType, list, ['types']);
  const checked = findings.length === 0 ? checkTypes(rows, roles) : [];
  const problems = [
    ...unreadable,
    ...locate(source, [...noList, ...findings, ...(noList.length > 0 ? [] : checked)]),
  ];
  return { types: rows.map(({ value }) => value), problems };
}

/**
 * The request types that come with the program.
 * @throws {Impossible} naming every line that is wrong
 */
export async function openRequestTypes(directory: Directory, path?: string): Promise<readonly RequestType[]> {
  const { types, problems } = await readRequestTypes(directory, path);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return types;
  const lines = errors.map((problem) => `  ${problemLine(problem)}`).join('\n');
  throw new Impossible(`Die Antragsarten haben Fehler:\n${lines}`);
}
