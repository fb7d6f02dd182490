import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder of the database server that the test files of this run share. Nothing is made or started here. */
export default async function nameFolder(): Promise<void> {
  process.env.lotseTestPostgres = join(tmpdir(), `lotse-postgres-${randomUUID()}`);
}
