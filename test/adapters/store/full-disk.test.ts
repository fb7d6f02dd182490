import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder } from './support.ts';

/** Runs a command with a small disk mounted on the folder, which only that command sees. */
const onSmallDisk = (folder: string, command: readonly string[]) =>
  spawnSync(
    'unshare',
    ['-Urm', 'sh', '-c', 'mount -t tmpfs -o size=1m,mode=700 none "$0" && exec "$@"', folder, ...command],
    { encoding: 'utf8' },
  );

const probe = onSmallDisk('/mnt', ['true']);
const refused = probe.error?.message ?? (probe.status === 0 ? undefined : probe.stderr.trim());
if (refused) {
  console.warn(`NOT TESTED: the full disk. This system does not let a test mount a small disk: ${refused}`);
}

(refused ? describe.skip : describe)('a store whose disk is full', () => {
  test('rejects the whole group, keeps what was acknowledged, reads on, and writes again once there is room', async () => {
    const folder = await newFolder();
    const child = onSmallDisk(folder, [
      process.execPath,
      join(import.meta.dirname, 'children/disk.ts'),
      folder,
    ]);
    await rm(folder, { recursive: true });
    expect(child.stderr).toBe('');
    const seen = JSON.parse(child.stdout);

    expect(seen.acknowledged.length).toBeGreaterThan(20);
    expect(seen.refusals).toEqual(Array(10).fill({ code: 'store-read-only', cause: 'ENOSPC' }));
    expect(seen.refusalText).toContain('Der Datenträger ist voll');
    expect(seen.readable).toEqual(seen.acknowledged);
    expect(seen.later).toEqual({ code: 'store-read-only', cause: 'ENOSPC' });
    expect(seen.change).toEqual({ code: 'store-read-only', cause: 'ENOSPC' });
    expect(seen.fullStart).toContain('is full (ENOSPC). Free some space and start again.');
    expect(seen.kept).toEqual(seen.acknowledged);
    // Half a record of the rejected group would be reported here.
    expect(seen.warnings).toEqual([]);
    expect(seen.added).toBe('after');
  }, 30_000);
});
