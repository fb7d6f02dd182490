import { joined, mostPoints } from './png.ts';

/*
 * A JPEG is a row of segments: 0xFF, a marker, the length of what follows. After "start of scan" comes the picture itself,
 * in which 0xFF is always followed by 0 or by a restart marker.
 */

const [startOfScan, endOfImage, comment] = [0xda, 0xd9, 0xfe];
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** Frames: size and components. 0xC4, 0xC8 and 0xCC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/**
 * A JPEG with nothing but what draws it. Phones write place, time and device into it, and a small copy of the picture of
 * before it was cut. Which side is up stays, because without it pictures of phones lie on their side.
 * @returns `undefined` when it is no whole JPEG, or greater than any camera makes
 */
export function cleanJpeg(content: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const kept: Uint8Array[] = [content.subarray(0, 2)];
  let [at, hasFrame, hasScan, turned] = [2, false, false, 1];
  while (at + 2 <= content.length) {
    if (content[at] !== 0xff) return undefined;
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      if (!hasFrame || !hasScan) return undefined;
      const [start = new Uint8Array(), ...rest] = kept;
      const upright = turned > 1 ? [orientation(turned)] : [];
      return joined([start, ...upright, ...rest, content.subarray(at, at + 2)]);
    }
    const length = ((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > content.length) return undefined;
    const segment = content.subarray(at, end);
    if (isFrame(marker)) {
      const points =
        (((segment[5] ?? 0) << 8) | (segment[6] ?? 0)) * (((segment[7] ?? 0) << 8) | (segment[8] ?? 0));
      if (points === 0 || points > mostPoints) return undefined;
      hasFrame = true;
    }
    if (marker === 0xe1) turned = orientationIn(segment) ?? turned;
    if (draws(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== startOfScan) continue;
    hasScan = true;
    const from = at;
    while (at + 1 < content.length && !isEndOfScan(content, at)) at += 1;
    kept.push(content.subarray(from, at));
  }
  return undefined;
}

const isEndOfScan = (content: Uint8Array, at: number): boolean => {
  const next = content[at + 1] ?? 0;
  return content[at] === 0xff && next !== 0 && !isRestart(next);
};

/** Of what programs add only what colours depend on: JFIF, the profile, and Adobe's word on how colours are mixed. */
function draws(marker: number, segment: Uint8Array): boolean {
  if (marker === comment) return false;
  if (!isApplication(marker)) return true;
  if (marker === 0xe0) return named(segment, 'JFIF\0') && segment.length === 18;
  if (marker === 0xe2) return named(segment, 'ICC_PROFILE\0');
  return marker === 0xee && named(segment, 'Adobe');
}

const named = (segment: Uint8Array, name: string): boolean =>
  [...name].every((letter, at) => segment[at + 4] === letter.charCodeAt(0));

/** Which side is up, 1 to 8, as the Exif data says it. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (!named(segment, 'Exif\0\0') || segment.length < 24) return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  if (start + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(start, little);
  for (let n = 0; n < count; n += 1) {
    const entry = start + 2 + n * 12;
    if (entry + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(entry, little) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** Exif data with nothing in it but which side is up. */
const orientation = (value: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22],
    ...[0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, value, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);
