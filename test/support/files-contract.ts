import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Files } from '../../src/core/ports/files.ts';

export type FilesSubject = {
  readonly files: Files;
  /** The same files after a restart; absent where they do not outlive the process. */
  readonly reopen?: (() => Promise<Files>) | undefined;
  readonly discard: () => Promise<unknown>;
};

/** What everything must do that keeps the contents of files. */
export function describeFiles(name: string, open: () => Promise<FilesSubject>): void {
  describe(`${name} as a place for files`, () => {
    let subject: FilesSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => void (await subject.discard()));

    const bytes = Buffer.from([0, 255, 10, 13, 0, 128]);
    const read = async (id: string, files = subject.files) => {
      const content = await files.read(id);
      return content && Buffer.from(content);
    };

    test('gives back what it was given, byte by byte, also after a restart', async () => {
      await subject.files.keep('a-1', bytes);
      await subject.files.keep('empty', Buffer.alloc(0));
      expect(await read('a-1')).toEqual(bytes);
      const files = (await subject.reopen?.()) ?? subject.files;
      expect(await read('a-1', files)).toEqual(bytes);
      expect(await read('empty', files)).toEqual(Buffer.alloc(0));
    });

    test('keeps some megabytes', async () => {
      const large = Buffer.alloc(5_000_000, 'Lotse');
      await subject.files.keep('large', large);
      expect((await read('large'))?.equals(large)).toBe(true);
    });

    test('keeps the first content of an id, whoever comes at the same time', async () => {
      await subject.files.keep('a', bytes);
      await Promise.all([
        subject.files.keep('a', Buffer.from('2')),
        subject.files.keep('a', Buffer.from('3')),
      ]);
      expect(await read('a')).toEqual(bytes);
    });

    test('knows nothing of what was never kept or was removed, and removes it twice', async () => {
      expect(await subject.files.read('a')).toBeUndefined();
      await subject.files.keep('a', bytes);
      await subject.files.remove('a');
      await subject.files.remove('a');
      expect(await subject.files.read('a')).toBeUndefined();
      expect(await subject.files.list()).toEqual([]);
    });

    test('lists what it has in the order of ids, with the time of each', async () => {
      const before = Date.now() - 5000;
      for (const id of ['b', 'a', 'c']) await subject.files.keep(id, bytes);
      const listed = await subject.files.list();
      expect(listed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      for (const { keptAt } of listed) expect(Date.parse(keptAt)).toBeGreaterThan(before);
    });
  });
}
