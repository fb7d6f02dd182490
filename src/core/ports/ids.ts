/** Makes ids. */
export type Ids = {
  /** A new one, unique and not guessable. */
  next(): string;
  /** Always the same one for the same parts: recognises a repetition without keeping what was said. */
  of(...parts: readonly string[]): string;
  /** SHA-256 of a text, hexadecimal. */
  digest(text: string): string;
};
