import type { Cases } from '../../case/cases.ts';
import type { World } from '../../case/world.ts';
import type { Idea } from './model.ts';

export { today } from '../../case/world.ts';

/** The world as a decision about an idea sees it. */
export type Context = World & {
  /** Whether a seat of the Digitaler Beirat votes; the rules of procedure say so. */
  readonly isVoting: (seat: string | undefined) => boolean;
  /** A word that nobody can guess, made for this moment: see {@link Score}. */
  readonly salt: string;
};

/** All ideas, with what can be done with them. */
export type Ideas = Cases<Idea, Context>;
