import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, resolve } from 'node:path';

/*
 * What a program does to the files of one folder, written down in the order in which it happens, so that afterwards the
 * folder can be put together as it may look after a power failure at any moment. It exchanges functions of `node:fs`:
 * only for a process of its own.
 */

export type Operation =
  | { readonly does: 'create'; readonly name: string; readonly file: number }
  | { readonly does: 'write'; readonly file: number; readonly at: number; readonly data: Buffer }
  | { readonly does: 'truncate'; readonly file: number; readonly to: number }
  | { readonly does: 'sync'; readonly file: number }
  | { readonly does: 'rename'; readonly from: string; readonly to: string }
  | { readonly does: 'remove'; readonly name: string }
  | { readonly does: 'sync-folder' }
  /** The program told somebody that it is done. */
  | { readonly does: 'acknowledge'; readonly what: string };

/** Locks die with their process, probes hold nothing: a power failure leaves nothing of them that matters. */
const isOfNoMatter = (name: string): boolean => /\.lock|\.probe/.test(name);

/** @param path the folder; what lies in folders below it is not looked at */
export function recordDisk(path: string): { readonly operations: Operation[]; stop(): void } {
  const folder = resolve(path);
  const operations: Operation[] = [];
  const names = new Map<string, number>();
  const sizes = new Map<number, number>();
  const known = new WeakMap<object, { readonly file: number | 'folder'; at: number }>();
  const ours = (one: unknown): string | undefined => {
    const whole = resolve(String(one));
    return dirname(whole) === folder && !isOfNoMatter(basename(whole)) ? basename(whole) : undefined;
  };
  const { open, rename, rm } = fs.promises;
  const { renameSync } = fs;
  let patched: (() => void) | undefined;

  function renamed(from: unknown, to: unknown): void {
    const [old, next] = [ours(from), ours(to)];
    const file = old === undefined ? undefined : names.get(old);
    if (old === undefined || next === undefined || file === undefined) return;
    names.delete(old);
    names.set(next, file);
    operations.push({ does: 'rename', from: old, to: next });
  }

  fs.promises.open = (async (where, flags, mode) => {
    const handle = await open(where, flags, mode);
    patched ??= watchHandles(Object.getPrototypeOf(handle));
    const name = ours(where);
    if (resolve(String(where)) === folder) known.set(handle, { file: 'folder', at: 0 });
    if (name === undefined) return handle;
    let file = names.get(name);
    if (file === undefined) {
      file = sizes.size;
      names.set(name, file);
      sizes.set(file, 0);
      operations.push({ does: 'create', name, file });
    }
    known.set(handle, { file, at: 0 });
    return handle;
  }) as typeof open;
  fs.promises.rename = async (from, to) => {
    renamed(from, to);
    await rename(from, to);
  };
  fs.renameSync = (from, to) => {
    renamed(from, to);
    renameSync(from, to);
  };
  fs.promises.rm = async (where, options) => {
    const name = ours(where);
    if (name !== undefined && names.delete(name)) operations.push({ does: 'remove', name });
    await rm(where, options);
  };
  syncBuiltinESMExports();

  /** Writes count from their beginning, syncs from their end: so it is never better than it was. */
  function watchHandles(prototype: FileHandle): () => void {
    const { write, writeFile, truncate, sync } = prototype;
    const wrote = (handle: object, data: string | Buffer, position?: number | null) => {
      const seen = known.get(handle);
      if (!seen || seen.file === 'folder') return;
      const bytes = Buffer.from(data as string);
      const at = position ?? seen.at;
      operations.push({ does: 'write', file: seen.file, at, data: bytes });
      if (position === undefined || position === null) seen.at += bytes.length;
    };
    prototype.writeFile = function (this: FileHandle, data: never, ...more: never[]) {
      wrote(this, data);
      return writeFile.call(this, data, ...more);
    } as typeof writeFile;
    prototype.write = function (this: FileHandle, data: never, position: never, ...more: never[]) {
      wrote(this, data, position);
      return write.call(this, data, position, ...more);
    } as typeof write;
    prototype.truncate = function (this: FileHandle, to = 0) {
      const seen = known.get(this);
      if (seen && seen.file !== 'folder') operations.push({ does: 'truncate', file: seen.file, to });
      return truncate.call(this, to);
    };
    prototype.sync = async function (this: FileHandle) {
      await sync.call(this);
      const seen = known.get(this);
      if (seen)
        operations.push(seen.file === 'folder' ? { does: 'sync-folder' } : { does: 'sync', file: seen.file });
    };
    return () => Object.assign(prototype, { write, writeFile, truncate, sync });
  }

  return {
    operations,
    stop() {
      patched?.();
      Object.assign(fs.promises, { open, rename, rm });
      fs.renameSync = renameSync;
      syncBuiltinESMExports();
    },
  };
}
