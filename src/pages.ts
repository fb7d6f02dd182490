import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from './adapters/pages/build-pages.ts';
import { programFolder } from './app/program-folder.ts';

/** `npm run pages`: builds the tabs, if their sources have changed, and says how large they are. */
const { folder, built } = await buildPages(programFolder);
if (!process.argv.includes('--quiet')) {
  const files = readdirSync(join(folder, 'assets')).map((name) => join(folder, 'assets', name));
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
  const sent = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const plain = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(
    `${built ? 'The pages are built' : 'The pages were built already'}: ${files.length} files, ${kilobytes(plain)}, compressed ${kilobytes(sent)}.`,
  );
}
