import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from '../adapters/pages/build-pages.ts';
import type { Terminal } from './directory-command.ts';
import { programFolder } from './program-folder.ts';

/** `npm run pages [-- --quiet]`: builds the tabs if their sources have changed, and says how large they are. */
export async function pagesCommand(
  args: readonly string[],
  { print, complain }: Pick<Terminal, 'print' | 'complain'>,
): Promise<number> {
  try {
    const { folder, built } = await buildPages(programFolder);
    if (args.includes('--quiet')) return 0;
    const names = readdirSync(join(folder, 'assets'));
    const files = names.map((name) => readFileSync(join(folder, 'assets', name)));
    const size = (of: (file: Buffer) => number) =>
      `${Math.round(files.reduce((sum, file) => sum + of(file), 0) / 1024)} kB`;
    const state = built ? 'The pages are built' : 'The pages were built already';
    print(
      `${state}: ${names.length} files, ${size(({ length }) => length)}, compressed ${size((file) => gzipSync(file).length)}.`,
    );
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
