import type { Reply } from './reply.ts';
import type { TabVisit } from './tab.ts';
import type { Text } from './text.ts';
import type { Turn } from './turn.ts';

/** Something that a search found, with the card that is inserted into a chat where everybody reads it. */
export type Found = {
  readonly title: string;
  readonly text: string;
  /** For everybody to read: it says `anywhere`, or it is not shown. */
  readonly reply: Reply;
};

/** Finds what a person may see; changes nothing and is cheap: it runs with every key. Empty words: what is open for them. */
export type Search = (visit: TabVisit, words: string) => Promise<readonly Found[]>;

/** What can be made of a message that somebody wrote; the form shows what is taken over before anything is kept. */
export type Capture = {
  /** `request`, `idea`: stands in installed packages. */
  readonly id: string;
  readonly title: Text;
  /** @param text what the message says; its author was not asked */
  readonly open: (turn: Turn, text: string) => Promise<Reply>;
};

/**
 * Whether every word that was written stands in the texts. A short one counts where a word begins only: in the middle of
 * others stands nearly everything ("GIS" in "strategisch").
 */
export function standsIn(texts: readonly string[], words: string): boolean {
  const all = texts.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) =>
      word.length < shortest
        ? all.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word))
        : all.includes(word),
    );
}
const shortest = 4;
