import { lately } from './lately.ts';

/** A longer message is a question, not a command. */
const longest = 80;

/** Every intent asks about the same text, one after the other, and titles are compared with every text. */
const folded = lately(
  (text) =>
    text
      // A pasted "ü" may be two characters.
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  1000,
  longest,
);

/** Matches a typed command: the whole message is one of the words, however capitalised or punctuated. */
export function command(...words: readonly string[]): (text: string) => boolean {
  const known = new Set(words.map(folded));
  return (text) => text.length <= longest && known.has(folded(text));
}

/** Whether somebody typed exactly this, however capitalised or punctuated. */
export const isTyped = (text: string, words: readonly string[]): boolean =>
  text.length <= longest && words.some((one) => folded(one) === folded(text));
