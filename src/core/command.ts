/** Matches a typed command: the whole message is one of the words, however capitalised or punctuated. */
export function command(...words: readonly string[]): (text: string) => boolean {
  const known = new Set(words.map(folded));
  return (text) => text.length <= longest && known.has(plain(text));
}

/** Whether somebody typed exactly this, however capitalised or punctuated. */
export const isTyped = (text: string, words: readonly string[]): boolean => command(...words)(text);

/** A longer message is a question, not a command. */
const longest = 80;

/** Every intent asks about the same text, one after the other. */
let last = { text: '', plain: '' };

function plain(text: string): string {
  if (text !== last.text) last = { text, plain: folded(text) };
  return last.plain;
}

const folded = (text: string): string =>
  text
    // A pasted "ü" may be two characters.
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
