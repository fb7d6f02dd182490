import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFile } from './program-data.ts';
import { readProgramData } from './read-data.ts';

/**
 * What holds for the whole run. Programs that tests start as processes of their own keep what Node has compiled, so that
 * the next ones need not compile it again: a third of the time of a start.
 *
 * Reads the data that nearly all test files need, and leaves it in a file.
 *
 * Names the folder of the database server that the test files of this run share. It is neither made nor started here. Root's
 * own temporary folder may be closed to the user that the server runs as; this one is open to everybody.
 */
export default async function prepare(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), `lotse-compiled-${process.getuid?.() ?? ''}`);
  process.env.lotseTestPostgres = join(
    process.getuid?.() === 0 ? '/var/tmp' : tmpdir(),
    `lotse-postgres-${randomUUID()}`,
  );
  const data = join(await mkdtemp(join(tmpdir(), 'lotse-test-data-')), 'data.json');
  await writeFile(data, JSON.stringify(await readProgramData()));
  process.env[dataFile] = data;
}
