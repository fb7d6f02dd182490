import { dayOf, daysBefore, momentOf, timeOf } from '../../core/day.ts';
import type { New } from '../../core/ports/store.ts';
import { type Holidays, isWorkingDay } from '../../core/working-days.ts';
import type { Outboxed } from './outbox.ts';
import type { Preferences } from './preferences.ts';

/** When the daily digest comes, on working days; time of day in Koblenz. */
export const digestTime = '07:30';

/** What the outbox says itself: the news of a person on one card. */
export const digestKind = 'notices.digest';

/** What to do with a notice that is due. */
export type When =
  | { readonly kind: 'now' }
  | { readonly kind: 'wait'; readonly until: string }
  /** It becomes part of a digest. */
  | { readonly kind: 'gather'; readonly day: string; readonly at: string };

/**
 * Now, later, or with others. Only news can wait; what somebody must do is never held back.
 * @param now ISO 8601 UTC
 */
export function whenToSay(
  notice: Pick<Outboxed, 'kind' | 'urgency' | 'attempts'>,
  { delivery, quiet }: New<Preferences>,
  now: string,
  holidays: Holidays,
): When {
  if (notice.urgency === 'act') return { kind: 'now' };
  if (delivery === 'digest' && notice.kind !== digestKind && notice.attempts === 0) {
    return { kind: 'gather', ...nextDigest(now, holidays) };
  }
  const until = quiet && endOfQuiet(quiet, now);
  return until === undefined ? { kind: 'now' } : { kind: 'wait', until };
}

/** The next digest after `now`: its day and its moment, ISO 8601 UTC. */
export function nextDigest(now: string, holidays: Holidays): { readonly day: string; readonly at: string } {
  let day = dayOf(now);
  while (!isWorkingDay(day, holidays) || momentOf(day, digestTime) <= now) day = daysBefore(day, -1);
  return { day, at: momentOf(day, digestTime) };
}

/** The end of the quiet hours that `now` lies in; `undefined` when it lies in none. */
export function endOfQuiet({ from, to }: NonNullable<Preferences['quiet']>, now: string): string | undefined {
  const [day, time] = [dayOf(now), timeOf(now)];
  const overnight = from > to;
  const within = overnight ? time >= from || time < to : time >= from && time < to;
  if (!within) return undefined;
  const lastDay = overnight && time >= from ? daysBefore(day, -1) : day;
  const end = momentOf(lastDay, to);
  // In the night when clocks go back an hour comes twice; the end may be behind us.
  return end > now ? end : undefined;
}
