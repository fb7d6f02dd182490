import type { World } from '../../../case/world.ts';
import type { Text } from '../../../core/text.ts';
import type { Rules } from './rules.ts';

export { today } from '../../../case/world.ts';

/** The world as a decision of the Beirat sees it: with the rules of that moment. */
export type Context = World & {
  readonly rules: Rules;
  /** Bodies outside of the role model. */
  readonly partners?: readonly Body[] | undefined;
  /** What else the Beirat has in its calendar, where that was looked up. */
  readonly booked?: readonly Booked[] | undefined;
  /** Meetings whose agenda is not sent yet, where that was looked up; the next one first. */
  readonly agendas?: readonly Agenda[] | undefined;
  /** What is to be said on recommendations and what became of them, where that was looked up. */
  readonly report?: string | undefined;
};

/** A body outside of the role model, with those who act for it. */
export type Body = {
  readonly name: Text;
  readonly words?: readonly string[] | undefined;
  readonly people?: readonly string[] | undefined;
};

/** A meeting whose agenda is not sent yet. */
export type Agenda = {
  readonly id: string;
  readonly day: string;
  /** It can still be changed as it is; else it is with the chair. */
  readonly isOpen: boolean;
};

/** A meeting as it takes time and place from others. */
export type Booked = {
  readonly id: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
};
