import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What holds for the whole run. Programs that tests start as processes of their own keep what Node has compiled, so that
 * the next ones need not compile it again: a third of the time of a start.
 *
 * Names the folder of the database server that the test files of this run share. Nothing is made or started here. Root's
 * own temporary folder may be closed to the user that the server runs as; this one is open to everybody.
 */
export default async function nameFolder(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), `lotse-compiled-${process.getuid?.() ?? ''}`);
  process.env.lotseTestPostgres = join(
    process.getuid?.() === 0 ? '/var/tmp' : tmpdir(),
    `lotse-postgres-${randomUUID()}`,
  );
}
