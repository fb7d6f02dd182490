import { dayOf } from '../../core/day.ts';
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
  /** Whether a seat of the Digitaler Beirat votes; the rules of procedure say so. */
  readonly isVoting: (seat: string | undefined) => boolean;
};

/** The calendar day of the context in Koblenz. */
export const today = ({ now }: Pick<Context, 'now'>): string => dayOf(now);
