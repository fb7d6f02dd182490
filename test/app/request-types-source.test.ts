import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { watchRequestTypes } from '../../src/app/request-types-source.ts';
import type { Log } from '../../src/core/ports/log.ts';
import { demoDirectory } from '../support/directory-builder.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-types-'));
afterAll(() => rmSync(root, { recursive: true }));

const demo = await demoDirectory();
const shipped = readFileSync('data/request-types.yaml', 'utf8');
let folder = '';
let own = '';
const logged: string[] = [];
const note = (event: string) => void logged.push(event);
const log: Log = { info: note, warn: note, error: note };

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  own = join(folder, 'request-types.yaml');
  logged.length = 0;
});

/** Looks at the file when the test says so. */
async function watched() {
  let look = async () => {};
  let isEnded = false;
  const source = await watchRequestTypes(
    {
      folder,
      log,
      every: (run) => {
        look = run;
        return () => {
          isEnded = true;
        };
      },
    },
    () => demo,
  );
  return { ...source, look: () => look(), isEnded: () => isEnded };
}
const idsOf = ({ current }: Awaited<ReturnType<typeof watched>>) => current().map(({ id }) => id);
const renamed = shipped.replace('name: { de: "Störung melden"', 'name: { de: "Etwas ist kaputt"');

describe('the request types of a folder', () => {
  test('are those of the program where the folder has none', async () => {
    expect(idsOf(await watched())).toContain('workplace');
  });

  test('are its own as soon as they are there, without a restart', async () => {
    const source = await watched();
    writeFileSync(own, renamed);
    await source.look();
    expect(source.current()[0]?.name.de).toBe('Etwas ist kaputt');
    expect(logged).toEqual(['request-types-loaded']);
  });

  test('stay the last good ones when the file is broken', async () => {
    writeFileSync(own, renamed);
    const source = await watched();
    writeFileSync(own, renamed.replaceAll('role: kgrz', 'role: rechenzentrum'));
    await source.look();
    expect(source.current()[0]?.name.de).toBe('Etwas ist kaputt');
    expect(logged).toEqual(['request-types-kept']);
  });

  test('keep the program from starting when they are broken, with the line; nothing goes on watching', async () => {
    writeFileSync(own, shipped.replace('duty: do', 'duty: dance'));
    let isEnded = false;
    const opening = watchRequestTypes(
      {
        folder,
        log,
        every: () => () => {
          isEnded = true;
        },
      },
      () => demo,
    );
    await expect(opening).rejects.toThrow(/request-types\.yaml:\d+: Fehler: „duty“/);
    expect(isEnded).toBe(true);
  });
});
