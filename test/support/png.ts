import { inflateSync } from 'node:zlib';

/** A decoded picture; pixels are red, green, blue, alpha from 0 to 255, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Reads a PNG of 8-bit RGB or RGBA pixels without interlacing, which is what icons are. */
export function readPng(bytes: Uint8Array): Picture {
  const data = Buffer.from(bytes);
  if (data.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth, colour, interlace] = [data[24], data[25], data[28]];
  if (depth !== 8 || (colour !== 6 && colour !== 2) || interlace !== 0)
    throw new Error('not a plain RGB(A) PNG');
  const channels = colour === 6 ? 4 : 3;
  const rows = unfilter(inflateSync(imageData(data)), width * channels, height, channels);
  const pixels = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    pixels.set([...rows.subarray(pixel * channels, pixel * channels + 3), 255], pixel * 4);
    if (channels === 4) pixels[pixel * 4 + 3] = rows[pixel * 4 + 3] ?? 0;
  }
  return { width, height, pixels };
}

function imageData(data: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length; ) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(data.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Undoes the row filters of the PNG specification, section 9. */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? (out[y * stride + x - step] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[(y - 1) * stride + x - step] ?? 0) : 0;
      const value = raw[y * (stride + 1) + 1 + x] ?? 0;
      out[y * stride + x] = value + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
  const guess = guesses[filter];
  if (guess === undefined) throw new Error(`unknown PNG filter ${filter}`);
  return guess;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
