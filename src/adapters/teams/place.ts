import type { Clock } from '../../core/ports/clock.ts';
import type { Pace } from './pace.ts';

/**
 * Waits until a conversation takes one more within the channel's limits, and takes that place.
 * @returns how long it would take in milliseconds, when that is longer than `longest`; then no place was taken
 */
export type WaitForPlace = (conversation: string, longest: number) => Promise<number | undefined>;

/** @param wait waits so many milliseconds */
export function createPlaces(pace: Pace, clock: Clock, wait: (ms: number) => Promise<void>): WaitForPlace {
  const now = () => clock.now().getTime();
  return async (conversation, longest) => {
    for (;;) {
      const ms = pace.waitFor(conversation, now());
      if (ms > longest) return ms;
      if (ms <= 0) break;
      await wait(ms);
    }
    const ms = pace.take(conversation, now()) - now();
    if (ms > 0) await wait(ms);
    return undefined;
  };
}
