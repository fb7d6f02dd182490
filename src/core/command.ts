/** Matches a typed command: the whole message is one of the words, however capitalised or punctuated. */
export function command(...words: readonly string[]): (text: string) => boolean {
  const known = new Set(words.map(plain));
  return (text) => text.length <= longest && known.has(plain(text));
}

/** Whether somebody typed exactly this, however capitalised or punctuated. */
export const isTyped = (text: string, words: readonly string[]): boolean => command(...words)(text);

/** A longer message is a question, not a command. */
const longest = 80;

const plain = (text: string): string =>
  text
    // A pasted "ü" may be two characters.
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
