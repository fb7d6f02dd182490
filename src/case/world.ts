import { dayOf } from '../core/day.ts';
import type { Digest } from '../core/history.ts';
import type { RoleDirectory } from '../core/ports/role-directory.ts';
import type { Holidays } from '../core/working-days.ts';

/** The world as a decision sees it: the moment, the directory of that moment, the calendar. Kinds add their rules. */
export type World = {
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly digest: Digest;
};

/** The calendar day of the world in Koblenz. */
export const today = ({ now }: Pick<World, 'now'>): string => dayOf(now);
