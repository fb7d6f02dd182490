import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Archived } from '../../core/ports/archive.ts';

/* A file of the archive: one case a line, its checksum before it. The id comes first, so that it is found quickly. */

/** A line of a file, as it stands there. */
export type Line = {
  /** Where it begins and how long it is, with its line feed. */
  readonly offset: number;
  readonly length: number;
  readonly text: Buffer;
  /** Whether it ends with a line feed; only the last one may not. */
  readonly isWhole: boolean;
};

export function encode({ id, ...rest }: Archived): string {
  const json = JSON.stringify({ id, ...rest });
  return `${checksum(json)} ${json}\n`;
}

/** @throws Error when the line is not what was written */
export function decode(text: Buffer): Archived {
  if (!isIntact(text)) throw new Error('the checksum does not match');
  return JSON.parse(text.subarray(9).toString()) as Archived;
}

/** The id of the case without reading the rest; `undefined` when the line is damaged. */
export function idIn(text: Buffer): string | undefined {
  if (!isIntact(text)) return undefined;
  return /^\{"id":"([^"\\]+)"/.exec(text.toString('latin1', 9, 120))?.[1];
}

const isIntact = (text: Buffer): boolean =>
  text[8] === 0x20 && text.toString('latin1', 0, 8) === checksum(text.subarray(9));

const checksum = (data: string | Buffer): string => crc32(data).toString(16).padStart(8, '0');

const lineFeed = 10;

/** The lines of a file, one after the other; never the whole file in memory. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const text = Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      yield { offset, length: text.length + 1, text, isWhole: true };
      offset += text.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  const text = Buffer.concat(parts);
  if (text.length > 0) yield { offset, length: text.length, text, isWhole: false };
}
