import type { Download } from '../ports/pages.ts';
import type { Reply } from '../reply.ts';
import type { TabVisit } from '../tab.ts';
import type { Text } from '../text.ts';
import type { SentFile } from './sent.ts';

/** What became of the files that came with a message. */
export type Received = {
  /** In a sentence or more: what is kept where, and what is not and why. */
  readonly aside: Text;
  /** The answer where nothing was written beside them. */
  readonly reply: Reply;
};

/** Files of cases, for pages on which somebody sees a case. Rights are looked up at every step. */
export type FileDoor = {
  /** `undefined` where there is none, or it is none of theirs. */
  readonly read: (visit: TabVisit, id: string, file: string) => Promise<Download | undefined>;
  /** Adds a file to a case. @returns what became of it */
  readonly add: (
    visit: TabVisit,
    id: string,
    sent: SentFile,
  ) => Promise<{ readonly isKept: boolean; readonly said: string }>;
};
