import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { readYaml, type YamlSource } from './yaml-text.ts';

export type DirectoryPaths = { readonly model: string; readonly organisation: string };

export type DirectoryFiles = {
  readonly model: YamlSource & { readonly text?: string | undefined };
  readonly organisation: YamlSource & {
    /** As it stands in the file; undefined when there is no such file yet: an organisation without rows. */
    readonly text: string | undefined;
  };
};

/** More than a large city needs; a bigger file is a mistake and would only block the program. */
const maxMegabytes = 20;

/** A file that is not read because of its size. */
export class FileTooLarge extends Error {
  readonly path: string;
  readonly megabytes = maxMegabytes;

  constructor(path: string) {
    super(`${path} is larger than ${maxMegabytes} MB`);
    this.name = 'FileTooLarge';
    this.path = path;
  }
}

/**
 * Which files a folder stands for: its `organisation.yaml`, and its own `directory.yaml` where it has one, else
 * the role model that comes with the program.
 */
export function directoryPaths(folder: string, programFolder: string): DirectoryPaths {
  const own = join(folder, 'directory.yaml');
  return {
    model: existsSync(own) ? own : programModel(programFolder),
    organisation: join(folder, 'organisation.yaml'),
  };
}

/** The role model that comes with the program. */
export const programModel = (programFolder: string): string => join(programFolder, 'data', 'directory.yaml');

/** @throws Error when the folder is missing, or a file cannot be read or is larger than 20 MB. */
export async function readDirectoryFiles(paths: DirectoryPaths): Promise<DirectoryFiles> {
  const [model, organisation] = await Promise.all([
    readText(paths.model),
    readUnlessMissing(paths.organisation),
  ]);
  return {
    model: { ...readYaml(shortPath(paths.model), model, 'typed'), text: model },
    organisation: {
      ...readYaml(shortPath(paths.organisation), organisation ?? '', 'text'),
      text: organisation,
    },
  };
}

/** @throws Error when the file is missing, cannot be read, or is larger than 20 MB. */
export async function readBytes(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > maxMegabytes * 1024 * 1024) throw new FileTooLarge(path);
  return readFile(path);
}

/** UTF-8, a byte order mark at the beginning is left out. @throws Error like {@link readBytes}. */
export const readText = async (path: string): Promise<string> =>
  (await readBytes(path)).toString('utf8').replace(/^\uFEFF/, '');

/** As people would type it: relative where it lies below the working folder. */
export function shortPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

/** A missing file is fine, a missing folder is a slip of the pen or a network drive that is away. */
async function readUnlessMissing(path: string): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await stat(dirname(path));
    return undefined;
  }
}
