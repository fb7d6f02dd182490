import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the built pages depend on, besides the versions in the lockfile. */
const sources = ['src/tabs', 'src/core', 'src/adapters/pages'];
const single = ['package-lock.json'];

/** Where the pages of these sources lie, built or not: another folder for other sources. @param program its own folder */
export function pagesFolder(program: string): string {
  const digest = createHash('sha256');
  const files = sources.flatMap((folder) =>
    readdirSync(join(program, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...files.sort(), ...single.map((name) => join(program, name))]) {
    digest.update(relative(program, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return join(program, 'dist/pages', digest.digest('hex').slice(0, 16));
}

export const arePagesBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/**
 * Builds the pages unless these sources have been built. Two that do it at once come to the same; what was built of
 * earlier sources goes.
 * @returns the folder, and whether something was built
 */
export async function buildPages(
  program: string,
): Promise<{ readonly folder: string; readonly built: boolean }> {
  const folder = pagesFolder(program);
  if (arePagesBuilt(folder)) return { folder, built: false };
  const { bundlePages } = await import('./vite-build.ts');
  const all = join(program, 'dist/pages');
  const draft = join(program, 'dist', `building-${process.pid}`);
  mkdirSync(all, { recursive: true });
  try {
    await bundlePages(join(program, 'src/tabs'), draft);
    if (!arePagesBuilt(folder)) putInPlace(draft, folder);
    for (const name of readdirSync(all))
      if (join(all, name) !== folder) rmSync(join(all, name), { recursive: true, force: true });
  } finally {
    for (const left of [draft, `${draft}.cache`]) rmSync(left, { recursive: true, force: true });
  }
  return { folder, built: true };
}

function putInPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!arePagesBuilt(folder)) throw error;
  }
}

/**
 * The same in a process of its own, so that nobody who asks the bot meanwhile has to wait.
 * @throws Error with what the builder said
 */
export async function buildPagesAside(program: string): Promise<string> {
  const folder = pagesFolder(program);
  if (arePagesBuilt(folder)) return folder;
  const child = spawn(process.execPath, [join(program, 'src/pages.ts'), '--quiet'], {
    cwd: program,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`the pages could not be built: ${Buffer.concat(said).toString().trim()}`);
  return folder;
}
