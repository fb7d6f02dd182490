import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { harmlessName, type Lost } from './sent.ts';

/** What a file really is, whatever it is called. */
export const fileTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const;
export type FileType = (typeof fileTypes)[number];

const endings: Readonly<Record<FileType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
};

/** A file as it is kept: of pictures only what draws them. */
export type CleanFile = { readonly name: string; readonly type: FileType; readonly content: Uint8Array };

/** Looks at the content of a file and takes out of a picture what tells more than it shows. */
export function cleaned(
  name: string,
  content: Uint8Array,
  longest: number,
): CleanFile | { readonly lost: Lost } {
  if (content.length > longest) return { lost: 'too-large' };
  const type = typeOf(content);
  if (!type) return { lost: content.length === 0 ? 'broken' : 'wrong-type' };
  if (type === 'application/pdf') {
    const lost = pdfTrouble(content);
    return lost ? { lost } : { name: harmlessName(name, endings[type]), type, content };
  }
  const bare = type === 'image/png' ? cleanPng(content) : cleanJpeg(content);
  return bare ? { name: harmlessName(name, endings[type]), type, content: bare } : { lost: 'broken' };
}

const begins = (content: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => content[at] === byte);

function typeOf(content: Uint8Array): FileType | undefined {
  if (begins(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(content, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  return begins(content, 0x25, 0x50, 0x44, 0x46, 0x2d) ? 'application/pdf' : undefined;
}

/** A PDF is kept as it is; one that nobody could open later is not. */
function pdfTrouble(content: Uint8Array): Lost | undefined {
  const text = (from: number, length: number) =>
    new TextDecoder('latin1').decode(content.subarray(Math.max(0, from), Math.max(0, from) + length));
  const tail = text(content.length - 2048, 2048);
  if (!tail.includes('%%EOF')) return 'broken';
  // What encrypts a file is named in its trailer, or, in newer ones, where the last table of contents begins.
  const table = Number(/startxref\s+(\d{1,10})\s+%%EOF/.exec(tail)?.[1] ?? Number.NaN);
  const trailer = Number.isNaN(table) ? tail : `${tail} ${text(table, 2048)}`;
  return /\/Encrypt\b/.test(trailer) ? 'locked' : undefined;
}
