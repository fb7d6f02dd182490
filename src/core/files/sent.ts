import type { Text } from '../text.ts';

/** A file as it came in with a message or an upload; `lost` where its content could not or may not be had. */
export type SentFile =
  | { readonly name: string; readonly content: Uint8Array }
  | { readonly name: string; readonly lost: Lost };

/** Why a file was not kept. */
export type Lost =
  | 'too-large'
  | 'wrong-type'
  | 'broken'
  | 'locked'
  | 'not-loaded'
  | 'only-personal'
  | 'edited'
  | 'too-many';

/** What may be kept. */
export type FileLimits = {
  /** Bytes of one file. */
  readonly bytes: number;
  /** Files of one case. */
  readonly perCase: number;
};

export const usualLimits: FileLimits = { bytes: 10 * 1024 * 1024, perCase: 10 };

const megabytes = (bytes: number): string => String(Math.floor(bytes / 1024 / 1024));

/** What may be added, said beside the place where it is done. */
export const kindsAndSize = ({ bytes }: Pick<FileLimits, 'bytes'>): Text => ({
  de: `Bild (PNG, JPEG) oder PDF bis ${megabytes(bytes)} MB. Ort und Gerät werden aus Bildern entfernt.`,
  en: `Picture (PNG, JPEG) or PDF up to ${megabytes(bytes)} MB. Place and device are taken out of pictures.`,
});

/** The sentence behind "NAME habe ich nicht behalten:". */
export const lostWords = (lost: Lost, { bytes }: FileLimits): Text =>
  ({
    'too-large': {
      de: `Sie ist größer als ${megabytes(bytes)} MB.`,
      en: `It is larger than ${megabytes(bytes)} MB.`,
    },
    'wrong-type': {
      de: 'Ich behalte nur Bilder (PNG, JPEG) und PDF.',
      en: 'I keep pictures (PNG, JPEG) and PDF only.',
    },
    broken: {
      de: 'Sie ist beschädigt oder nicht vollständig angekommen. Bitte schicken Sie sie noch einmal.',
      en: 'It is damaged or did not arrive whole. Please send it again.',
    },
    locked: {
      de: 'Das PDF ist mit einem Kennwort geschützt. Bitte schicken Sie es ohne.',
      en: 'The PDF is protected by a password. Please send it without one.',
    },
    'not-loaded': {
      de: 'Ich konnte sie nicht laden. Bitte schicken Sie sie noch einmal.',
      en: 'I could not load it. Please send it again.',
    },
    'only-personal': {
      de: 'Dateien nehme ich nur im persönlichen Chat an.',
      en: 'I take files in the personal chat only.',
    },
    edited: {
      de: 'Aus einer geänderten Nachricht nehme ich keine Dateien. Bitte schicken Sie sie als neue Nachricht.',
      en: 'I take no files from an edited message. Please send it as a new message.',
    },
    'too-many': {
      de: 'Es sind zu viele auf einmal.',
      en: 'There are too many at once.',
    },
  })[lost];

/** A name that is harmless on every system, with the ending of what it really is. */
export function harmlessName(name: string, ending: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[^\p{L}\p{N} _()-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  // Windows knows these as devices, whatever stands behind the point.
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  return `${plain === '' || isDevice ? 'Datei' : plain}.${ending}`;
}
