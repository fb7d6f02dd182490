import { dayOf, daysBefore, momentOf } from '../../core/day.ts';
import type { Digest } from '../../core/history.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Holidays } from '../../core/working-days.ts';

/** The world as a decision sees it: the moment, the directory of that moment, the calendar. */
export type Context = {
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly digest: Digest;
};

/** The calendar day of the context in Koblenz. */
export const today = ({ now }: Context): string => dayOf(now);

/** The morning of the day that lies a number of days after a moment. @returns ISO 8601 UTC */
export const morningAfter = (moment: string, days: number): string =>
  momentOf(daysBefore(dayOf(moment), -days), '08:00');
