import { daysBefore } from '../../../core/day.ts';

/**
 * How often somebody is reminded of what waits for them: some days after it began to wait, then again and again until it
 * is dealt with. Days that were slept through are one.
 */
export type Pace = {
  /** Days after it began to wait. */
  readonly first: readonly number[];
  /** Days between further ones. */
  readonly again: number;
};

/** The next day after `told` on which it is said. @param since day on which it began to wait @param told last day it was said */
export function nextUrging(since: string, told: string | undefined, { first, again }: Pace): string {
  const after = told && told > since ? told : since;
  const known = first.map((days) => daysBefore(since, -days)).find((day) => day > after);
  if (known) return known;
  let day = daysBefore(since, -(first.at(-1) ?? 0));
  while (day <= after) day = daysBefore(day, -again);
  return day;
}

/** All of them from the first to the next one after a day. */
export function urgingsUntil(since: string, now: string, pace: Pace): readonly string[] {
  const days = [nextUrging(since, undefined, pace)];
  for (let last = days[0] ?? now; last <= now; ) {
    last = nextUrging(since, last, pace);
    days.push(last);
  }
  return days;
}
