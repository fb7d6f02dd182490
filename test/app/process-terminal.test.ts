import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

test('a reader that has seen enough, as in "npm run ask … | head -1", is no error', async () => {
  const child = spawn(process.execPath, ['src/ask.ts', 'Organigramm', 'Hilfe'], { env: {} });
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(child, 'close');
  expect([code, complaint]).toEqual([0, '']);
});
