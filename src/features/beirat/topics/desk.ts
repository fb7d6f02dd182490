import type { Cases } from '../../../case/cases.ts';
import type { Agenda, Context } from '../board/context.ts';
import type { BoardDesk } from '../board/desk.ts';
import type { Topic } from './model.ts';

export type Topics = Cases<Topic, Context>;

/** What everything that is said or pressed about topics works with. */
export type TopicDesk = BoardDesk & {
  readonly topics: Topics;
  readonly agendas: () => Promise<readonly Agenda[]>;
};
