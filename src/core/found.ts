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
