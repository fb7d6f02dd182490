import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { copiesIn } from '../../../src/adapters/store/copies.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb.ts';
import { endAll, start } from './children/start.ts';
import { Entry, filesOf, newFolder, recordingLog } from './support.ts';

let folder: string;
let data: string;

beforeEach(async () => {
  folder = await newFolder();
  data = filesOf(folder).data;
});
afterEach(() => {
  endAll();
  return rm(folder, { recursive: true });
});

const reasonOf = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'it opened',
    (error: Error) => error.message,
  );

/** Two starts, so that there is a good copy of a and b; then c is written. */
async function fill(): Promise<void> {
  for (const ids of [['a', 'b'], ['c']]) {
    const store = await openLowdbStore({ folder });
    for (const id of ids) await store.collection('entries', Entry).add({ id, text: `text of ${id}` });
    await store.close();
  }
}

describe('a damaged data file', () => {
  beforeEach(fill);

  const line = (text: string): Promise<void> => writeFile(data, text);
  const edit = async (change: (text: string) => string): Promise<void> =>
    writeFile(data, change(await readFile(data, 'utf8')));

  test.each<[string, () => Promise<void>]>([
    ['is empty', () => line('')],
    ['is a line feed', () => line('\n')],
    ['holds null', () => line('null\n')],
    ['holds {}', () => line('{}')],
    ['holds []', () => line('[]\n')],
    ['holds other JSON', () => line('{"entries":[{"id":"a"}]}\n')],
    ['is not JSON', () => line('PK\u0003\u0004 something else')],
    ['is full of zeros', async () => writeFile(data, Buffer.alloc((await stat(data)).size))],
    ['begins with a byte order mark', () => edit((text) => `\uFEFF${text}`)],
    ['has Windows line ends', () => edit((text) => text.replaceAll('\n', '\r\n'))],
    ['was cut in half', async () => truncate(data, Math.floor((await stat(data)).size / 2))],
    ['lacks its last byte', async () => truncate(data, (await stat(data)).size - 1)],
    ['lacks its last line', () => edit((text) => text.replace(/[^\n]*\n$/, ''))],
    ['lacks a line in the middle', () => edit((text) => text.replace(/\n[^\n]*"id":"b"[^\n]*/, ''))],
    ['has a line twice', () => edit((text) => text.replace(/\n([^\n]*"id":"b"[^\n]*)/, '\n$1\n$1'))],
    ['has one letter changed', () => edit((text) => text.replace('text of b', 'text of x'))],
    ['is missing', () => rm(data)],
    [
      'is a folder',
      async () => {
        await rm(data);
        await mkdir(data);
      },
    ],
  ])('that %s is refused and kept, and the message names the newest good copy', async (_, damage) => {
    await damage();
    const before = await readFile(data).catch((error: NodeJS.ErrnoException) => error.code);
    const reason = await reasonOf(openLowdbStore({ folder }));
    const [copy] = await copiesIn(filesOf(folder).copies);
    expect(reason).toContain(`The data file ${data} cannot be used: `);
    expect(reason).toContain(`cp "${copy}" "${data}"`);
    expect(await readFile(data).catch((error: NodeJS.ErrnoException) => error.code)).toEqual(before);
    expect(await readdir(folder)).not.toContain('lotse.lock');
  });

  test('is usable again after what the message says was done', async () => {
    await writeFile(data, 'null');
    const reason = await reasonOf(openLowdbStore({ folder }));
    await rm(data);
    spawnSync('sh', ['-c', /cp "[^"]*" "[^"]*"/.exec(reason)?.[0] ?? 'false']);
    const store = await openLowdbStore({ folder });
    const entries = await store.collection('entries', Entry).list();
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b']);
    await store.close();
  });

  test('is noticed wherever a bit flips', async () => {
    const good = await readFile(data);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length * 8 - 1), async (bit) => {
        const bad = Buffer.from(good);
        bad.writeUInt8(bad.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        await writeFile(data, bad);
        expect(await reasonOf(openLowdbStore({ folder }))).toContain('cannot be used');
      }),
      { numRuns: 40 },
    );
  });

  test('is noticed wherever it is cut off, also after a kill', async () => {
    const child = start('writer', folder, 'k');
    for (let n = 0; n < 40; n += 1) await child.line();
    await child.kill();
    const { position } = filesOf(folder);
    const acknowledged = Number((await readFile(position, 'utf8')).split(' ')[1]);
    const good = await readFile(data);
    await fc.assert(
      fc.asyncProperty(fc.nat(acknowledged - 1), async (length) => {
        await writeFile(data, good.subarray(0, length));
        expect(await reasonOf(openLowdbStore({ folder }))).toContain('cannot be used');
      }),
      { numRuns: 30 },
    );
  }, 30_000);

  test('is not passed over for a copy that is damaged too', async () => {
    const { copies } = filesOf(folder);
    const [good = ''] = await copiesIn(copies);
    const newer = join(copies, 'lotse-2999-01-01T00-00-00.000Z.jsonl');
    await copyFile(good, newer);
    await truncate(newer, (await stat(newer)).size - 3);
    await writeFile(data, '');
    expect(await reasonOf(openLowdbStore({ folder }))).toContain(`The newest good copy is ${good}.`);
  });
});

describe('what is not damage', () => {
  test('a record that was under way when the process died is dropped with a warning', async () => {
    const child = start('holder', folder);
    await child.line();
    child.process.stdin?.write('a\n');
    await child.line();
    await child.kill();
    await writeFile(data, '12345678 {"n":4,"chan', { flag: 'a' });
    const log = recordingLog();
    const store = await openLowdbStore({ folder, log });
    expect(await store.collection('entries', Entry).list()).toMatchObject([{ id: 'a' }]);
    expect(log.events).toEqual(['torn-record-dropped']);
    await store.close();
  });

  test('a data file without the note of how far it goes is taken only when it was closed well', async () => {
    const child = start('holder', folder);
    await child.line();
    child.process.stdin?.write('a\n');
    await child.line();
    await child.kill();
    await rm(filesOf(folder).position);
    expect(await reasonOf(openLowdbStore({ folder }))).toContain('its end is missing');
  });

  test('a data file from elsewhere that was closed well is taken as it is', async () => {
    await fill();
    const other = await newFolder();
    await copyFile(data, filesOf(other).data);
    const store = await openLowdbStore({ folder: other });
    expect(await store.collection('entries', Entry).list()).toHaveLength(3);
    await store.close();
    await rm(other, { recursive: true });
  });
});

test('a document that does not fit its schema any more is named soon after the start, and keeps nobody from the others', async () => {
  await fill();
  const log = recordingLog();
  const store = await openLowdbStore({ folder, log });
  const Newer = Entry.extend({ text: z.literal('text of a') });
  const entries = store.collection('entries', Newer as never);
  // Nobody has asked for it.
  // Jobs begin when everything has been read.
  expect(await store.leads('jobs')).toBe(true);
  expect(log.events).toContain('document-unreadable');
  expect(await entries.list()).toHaveLength(1);
  expect(await store.collection('entries', Entry).list()).toHaveLength(3);
  await store.close();
});

test('a folder that the account may not write is refused with what to do', async () => {
  await fill();
  await chmod(folder, 0o500);
  // Root may write everywhere, so the attempt is made as somebody else.
  const program = `process.setuid?.(${process.getuid?.() === 0 ? 65534 : process.getuid?.()});
    store.openLowdbStore({ folder: ${JSON.stringify(folder)} }).then(() => console.log('opened'), (e) => console.log(e.message));`;
  const module = join(import.meta.dirname, '../../../src/adapters/store/lowdb.ts');
  const child = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import * as store from ${JSON.stringify(module)}; ${program}`],
    { encoding: 'utf8' },
  );
  await chmod(folder, 0o700);
  expect(child.stdout).toContain(`Lotse cannot use ${folder} for its data (EACCES).`);
});
