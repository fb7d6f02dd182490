import { dayOf } from '../../../core/day.ts';
import type { Digest } from '../../../core/history.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Holidays } from '../../../core/working-days.ts';
import type { Rules } from './rules.ts';

/** The world as a decision sees it: the moment, the directory and the rules of that moment, the calendar. */
export type Context = {
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly rules: Rules;
  readonly digest: Digest;
};

/** The calendar day of the context in Koblenz. */
export const today = ({ now }: Pick<Context, 'now'>): string => dayOf(now);
