import { dayOf, daysBefore, momentOf } from '../../core/day.ts';

/** Rhythm of mentorings, in calendar days unless said otherwise. */
export const rhythm = {
  /** Working days until the mentor is reminded. */
  remind: 5,
  expire: 14,
  askFeedback: 56,
  /** Days after which an accepted one is closed by itself. */
  close: 182,
  /** Days after the end. */
  erase: 183,
  remove: 365,
  keepFeedback: 183,
  keepForm: 30,
} as const;

/** Days from a confirmation to the next question, from the question to the end of being proposed, and to deletion. */
export const confirming = { every: 182, grace: 30, deleteGone: 183, lookAgain: 7 } as const;

/** The day that lies a number of days after a moment. */
export const dayAfter = (moment: string, days: number): string => daysBefore(dayOf(moment), -days);

/** The morning of that day. @returns ISO 8601 UTC */
export const morningAfter = (moment: string, days: number): string =>
  momentOf(dayAfter(moment, days), '08:00');
