import { once } from 'node:events';
import { copyFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { takeLock } from '../../../src/adapters/store/lock.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb.ts';
import { thisProcess } from '../../../src/adapters/store/process-identity.ts';
import { endAll, start } from './children/start.ts';
import { Entry, filesOf, newFolder, recordingLog } from './support.ts';

describe('the lock of the embedded store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => {
    endAll();
    return rm(folder, { recursive: true });
  });

  const holder = { token: 'another', ...thisProcess(), since: '2026-11-24T08:00:00.000Z' };
  const leave = (lock: object): Promise<void> => writeFile(filesOf(folder).lock, JSON.stringify(lock));

  test('refuses a second process and names the first', async () => {
    const first = start('holder', folder);
    expect(await first.line()).toBe('open');
    await expect(openLowdbStore({ folder })).rejects.toThrow(
      `Another Lotse works with this data: process ${first.process.pid} `,
    );
    first.process.stdin?.write('a\n');
    expect(await first.line()).toBe('added');
    await first.kill();
  });

  test('refuses a second store in the same process', async () => {
    const store = await openLowdbStore({ folder });
    await expect(openLowdbStore({ folder })).rejects.toThrow(`process ${process.pid} `);
    await store.close();
  });

  test('lets exactly one of several processes in that start at once after a crash', async () => {
    const crashed = start('holder', folder);
    await crashed.line();
    await crashed.kill();
    const children = Array.from({ length: 4 }, () => start('holder', folder));
    const said = await Promise.all(children.map((child) => child.line()));
    for (const child of children) child.process.stdin?.end('x\n');
    const outcomes = await Promise.all(children.map((child) => child.line()));
    await Promise.all(children.map((child) => child.kill()));
    // Two may get past the door in the same instant; never may two write.
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
    expect(said).toContain('open');
  }, 90_000);

  test('is free again after the store was closed', async () => {
    await (await openLowdbStore({ folder })).close();
    expect(await readdir(folder)).not.toContain('lotse.lock');
    await (await openLowdbStore({ folder })).close();
  });

  test('passes on from a process that was killed', async () => {
    const first = start('holder', folder);
    await first.line();
    await first.kill();
    expect(await readdir(folder)).toContain('lotse.lock');
    await (await openLowdbStore({ folder })).close();
  });

  test('passes on from a dead process whose number is used again', async () => {
    await leave({ ...holder, began: '1' });
    await (await openLowdbStore({ folder })).close();
  });

  test('passes on from another machine or container when its holder has been silent', async () => {
    await leave({ ...holder, place: 'elsewhere' });
    const lock = await takeLock(filesOf(folder).lock, 100);
    expect(() => lock.check()).not.toThrow();
    await lock.release();
  });

  test('stays with a holder on another machine that shows signs of life', async () => {
    await leave({ ...holder, place: 'elsewhere' });
    const beat = setInterval(() => void utimes(filesOf(folder).lock, new Date(), new Date()), 20);
    const refused = expect(takeLock(filesOf(folder).lock, 500)).rejects.toThrow('(elsewhere)');
    await refused.finally(() => clearInterval(beat));
  });

  test('is not taken when nobody can tell whose it is', async () => {
    await writeFile(filesOf(folder).lock, '');
    await expect(openLowdbStore({ folder })).rejects.toThrow('delete it and start again');
  });

  test.each([
    ['was taken by another process', () => leave(holder)],
    ['was deleted', () => rm(filesOf(folder).lock)],
  ])('stops a process from writing when it %s', async (_, lose) => {
    const log = recordingLog();
    const store = await openLowdbStore({ folder, log });
    const entries = store.collection('entries', Entry);
    await entries.add({ id: 'a', text: '' });
    const before = await readFile(filesOf(folder).data, 'utf8');

    await lose();
    await expect(entries.add({ id: 'b', text: '' })).rejects.toMatchObject({
      code: 'store-read-only',
      cause: { name: 'LostLock' },
    });
    await expect(entries.remove('a')).rejects.toMatchObject({ code: 'store-read-only' });
    expect(await entries.list()).toMatchObject([{ id: 'a' }]);
    expect(log.events).toContain('store-read-only');
    await store.close();
    expect(await readFile(filesOf(folder).data, 'utf8')).toBe(before);
  });

  test.each([
    ['deleted', (data: string) => rm(data)],
    ['replaced', (data: string) => copyFile(data, `${data}.new`).then(() => rename(`${data}.new`, data))],
    ['written to', (data: string) => writeFile(data, 'x', { flag: 'a' })],
    ['overwritten', (data: string) => writeFile(data, 'null')],
  ])('is worth nothing when the data file was %s meanwhile', async (_, meddle) => {
    const store = await openLowdbStore({ folder });
    const entries = store.collection('entries', Entry);
    await entries.add({ id: 'a', text: '' });
    await meddle(filesOf(folder).data);
    await expect(entries.add({ id: 'b', text: '' })).rejects.toMatchObject({ code: 'store-read-only' });
    await store.close();
  });

  test('is left to the one who took it', async () => {
    const store = await openLowdbStore({ folder });
    await leave(holder);
    await store.close();
    expect(await readFile(filesOf(folder).lock, 'utf8')).toContain('another');
  });

  test('keeps a process that slept through a takeover from adding anything to the new data', async () => {
    const sleeper = start('holder', folder);
    await sleeper.line();
    sleeper.process.kill('SIGSTOP');
    await leave({ ...holder, began: '1' });
    const store = await openLowdbStore({ folder });
    sleeper.process.kill('SIGCONT');
    sleeper.process.stdin?.end('late\n');
    expect(await sleeper.line()).toBe('refused store-read-only LostLock');
    if (sleeper.process.exitCode === null) await once(sleeper.process, 'exit');

    const entries = store.collection('entries', Entry);
    await entries.add({ id: 'b', text: '' });
    await store.close();
    const again = await openLowdbStore({ folder });
    expect(await again.collection('entries', Entry).list()).toMatchObject([{ id: 'b' }]);
    await again.close();
  });
});
