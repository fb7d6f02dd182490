import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The built pages: one frame for all tabs, and what it loads. */
export type TabFiles = {
  /** The frame. @param nonce lets the styles of this one answer through */
  readonly frame: (nonce: string) => string;
  /** A file beside it, by its name. */
  readonly file: (name: string) => TabFile | undefined;
};

export type TabFile = {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Stands in the frame where the nonce belongs. */
const noncePlace = '__NONCE__';

/**
 * Reads the built pages once; they are a few hundred kilobytes and stay in memory, small.
 * @throws Error when they have not been built
 */
export function readTabFiles(folder: string): TabFiles {
  const frame = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = new Map(
    readdirSync(join(folder, 'assets')).flatMap((name) => {
      const type = types[extname(name)];
      return type ? [[name, made(readFileSync(join(folder, 'assets', name)), type)] as const] : [];
    }),
  );
  return { frame: (nonce) => frame.replaceAll(noncePlace, nonce), file: (name) => files.get(name) };
}

function made(plain: Buffer, type: string): TabFile {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  return { type, etag, plain, br: brotliCompressSync(plain, { params }), gzip: gzipSync(plain) };
}
