import { lately } from '../core/lately.ts';
import { fold, stem } from '../core/word.ts';

/** How a stem sounds, roughly: what people confuse when they type by ear falls together. */
export function sound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/[dt]t|dt/g, 't')
    .replace(/tz|(?<=[aeiou])ts/g, 'z')
    .replace(/xc|chs|ks/g, 'x')
    .replace(/ie/g, 'i')
    .replace(/y/g, 'i')
    .replace(/ck/g, 'k')
    .replace(/(?<=[aeiou])h(?![aeiou])/g, '')
    .replace(/c(?!h)/g, 'k')
    .replace(/v/g, 'f')
    .replace(/b(?=t|$)/g, 'p')
    .replace(/d$/g, 't')
    .replace(/(.)\1+/g, '$1');
}

/** A word of a message: as written, folded, and its stem. */
export type Token = {
  readonly text: string;
  readonly key: string;
  readonly stem: string;
  /** True when a hyphen ties it to the next token. */
  readonly tied: boolean;
  /** Number of the clause: punctuation that separates raises it. */
  readonly clause: number;
};

/** Both genders in one word are one word: "Mentor:innen", "Beauftragte/r", "Administrator(in)", "MentorInnen". */
const genderMarks = /(?<=\p{Ll}{3})(?:(?:[*:_]|\/-?|\()(?:innen|in|r|n)\)?|Innen)(?!\p{L})/gu;

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.'’&][\p{L}\p{N}]+)*/gu;

/** A turn cuts its text several times, and parts of it. */
const textsOfOneTurn = 64;

/** Cuts a text into words. Numbers with points ("10.50") and apostrophes stay whole; hyphens separate but tie. */
export const tokenise = lately((text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let clause = 0;
  let end = 0;
  const plain = text.replace(genderMarks, '');
  for (const match of plain.matchAll(wordPattern)) {
    if (/[,;:!?–—\n]|\.\s|\s-\s/.test(plain.slice(end, match.index))) clause++;
    end = match.index + match[0].length;
    const tied = /^[-‐‑/]\p{L}/u.test(plain.slice(end, end + 2));
    const parts = sentenceParts(match[0]);
    for (const [index, part] of parts.entries()) {
      if (index > 0) clause++;
      const key = fold(part);
      tokens.push({ text: part, key, stem: stem(key), tied: tied && index === parts.length - 1, clause });
    }
  }
  return tokens;
}, textsOfOneTurn);

/** "weg.Bitte" is two words with a forgotten blank; "d.3", "10.50" and "it.stadt" are one. */
function sentenceParts(word: string): readonly string[] {
  return /^\p{L}+\p{Ll}\.\p{Lu}\p{Ll}/u.test(word) ? word.split('.') : [word];
}
