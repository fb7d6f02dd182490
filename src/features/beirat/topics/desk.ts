import type { Cases } from '../../../case/cases.ts';
import type { LinkedFiles } from '../../../case/files-page.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Text } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Agenda, Context } from '../board/context.ts';
import type { BoardDesk } from '../board/desk.ts';
import type { Topic } from './model.ts';

export type Topics = Cases<Topic, Context>;

/** What everything that is said or pressed about topics works with. */
export type TopicDesk = BoardDesk & {
  readonly topics: Topics;
  readonly agendas: () => Promise<readonly Agenda[]>;
  readonly kept?: TopicFiles | undefined;
};

/** How files of topics are kept and shown. */
export type TopicFiles = {
  readonly limits: FileLimits;
  /** The files of a topic; `what` is what was typed behind the word. */
  readonly list: (turn: Turn, id: string, what?: string) => Promise<Reply>;
  /** The same for whoever comes by a personal link. */
  readonly linked: LinkedFiles;
  /** Adds what waits to a topic that has just been proposed. @returns the sentence that says so */
  readonly addWaiting: (turn: Turn, id: string) => Promise<Text | undefined>;
};
