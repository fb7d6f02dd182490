import type { Clock } from '../../core/ports/clock.ts';

/** The clock of this machine. */
export const systemClock: Clock = { now: () => new Date() };
