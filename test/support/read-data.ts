import { readDirectoryFiles } from '../../src/adapters/directory/read-files.ts';
import { openConcepts, openLexicon } from '../../src/app/lexicon.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { parseDirectory } from '../../src/features/directory/load.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { problemLine } from '../../src/features/directory/problem.ts';

/** What the program knows when it runs the demo; plain data, the same after JSON. */
export type ProgramData = {
  readonly directory: Directory;
  readonly lexicon: Awaited<ReturnType<typeof openLexicon>>;
  readonly requestTypes: Awaited<ReturnType<typeof openRequestTypes>>;
};

/** Reads and checks the files, which takes half a second. */
export async function readProgramData(): Promise<ProgramData> {
  const directory = await readDirectory('data/demo/organisation.yaml');
  return { directory, lexicon: await openLexicon(), requestTypes: await openRequestTypes(directory) };
}

/** The program's role model with the organisation of a file. @throws Error naming what is wrong in it */
export async function readDirectory(organisation: string): Promise<Directory> {
  const files = await readDirectoryFiles({ model: 'data/directory.yaml', organisation });
  const loaded = parseDirectory(files, await openConcepts());
  if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
  return loaded.directory;
}
