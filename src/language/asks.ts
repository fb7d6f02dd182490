/** A line of "asks": what must be present in a question for a task to be meant. */
export type Pattern = {
  readonly role: string;
  readonly task?: string | undefined;
  /** The line as written in the directory, for explanations. */
  readonly line: string;
  /** Every slot must be filled by another word; within a slot one concept suffices. */
  readonly slots: readonly (readonly string[])[];
  /** None of these may be present. */
  readonly without: readonly string[];
  readonly bonus: number;
};

/** Parses "it-object problem|howto -citizen +0.5". @throws when the line has no concept or an unreadable number. */
export function parseAsk(line: string, role: string, task?: string): Pattern {
  const words = line.trim().split(/\s+/);
  const isNumber = (word: string): boolean => /^[+-]\d+(\.\d+)?$/.test(word);
  const slots = words
    .filter((word) => !isNumber(word) && !word.startsWith('-'))
    .map((word) => word.split('|'));
  if (slots.length === 0) throw new Error(`"${line}" names no concept`);
  const without = words
    .filter((word) => word.startsWith('-') && !isNumber(word))
    .map((word) => word.slice(1));
  const bonus = words.filter(isNumber).reduce((sum, word) => sum + Number(word), 0);
  return { role, task, line, slots, without, bonus };
}
