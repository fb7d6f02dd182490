import { z } from 'zod';
import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Desk } from '../desk.ts';

/** Somebody who wants the weekly letter, and what it is to be about. */
export const Subscription = z.strictObject({
  /** Party id. */
  id: z.string(),
  version: z.number(),
  /** When the next letter is due, ISO 8601 UTC; absent when none is wanted. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** Topics of new ideas; none means all. */
  topics: z.array(z.string()),
  /** The office whose ideas are always in it. */
  unit: z.string().optional(),
  changedAt: z.string(),
});
export type Subscription = z.infer<typeof Subscription>;
export const subscriptionCollection = 'idea-letters';

/** What the weekly letter works with. */
export type LetterDesk = Desk & { readonly subscriptions: Collection<Subscription> };

/** Monday, 08:00 in Koblenz, after a moment. */
export function nextMonday(now: string): string {
  const day = dayOf(now);
  const thisWeek = momentOf(mondayOf(day), '08:00');
  return thisWeek > now ? thisWeek : momentOf(daysBefore(mondayOf(day), -7), '08:00');
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysBefore(day, (weekday + 6) % 7);
}
