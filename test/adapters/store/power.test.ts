import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/* Hundreds of failures: `npm run bench -- power`. */
test('after a power failure everything acknowledged is there, nothing half, and the store opens', () => {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, 'children/power.ts'), '60'], {
    encoding: 'utf8',
  });
  expect(child.stderr).toBe('');
  const seen = JSON.parse(child.stdout);
  expect(seen.wrong).toEqual([]);
  expect(seen.opened).toBe(60);
  // The failures must have been worth the name.
  expect(seen.acknowledged).toBeGreaterThan(600);
  expect(seen.dropped).toBeGreaterThan(0);
}, 60_000);
