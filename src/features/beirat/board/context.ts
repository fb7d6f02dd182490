import type { World } from '../../../case/world.ts';
import type { Rules } from './rules.ts';

export { today } from '../../../case/world.ts';

/** The world as a decision of the Beirat sees it: with the rules of that moment. */
export type Context = World & { readonly rules: Rules };
