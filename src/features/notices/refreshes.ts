import { z } from 'zod';
import { refreshCollection } from '../../core/notice.ts';
import type { Collection, New, Store } from '../../core/ports/store.ts';
import { after, pauseAfter } from './backoff.ts';

/** A case whose cards are out of date; kept for a while when it is done. */
export const Refresh = z.object({
  id: z.string(),
  version: z.number(),
  about: z.object({ kind: z.string(), id: z.string() }),
  /** ISO 8601 UTC: when the case changed. */
  at: z.string(),
  attempts: z.number(),
  /** ISO 8601 UTC. */
  doneAt: z.string().optional(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
});
export type Refresh = z.infer<typeof Refresh>;
export type Refreshes = Collection<Refresh>;

export const openRefreshes = (store: Store): Refreshes =>
  store.collection(refreshCollection, Refresh, ['about']);

/** Cards that could not be updated after so many tries stay as they are; a click on them gets the present state. */
const mostTries = 10;

export function done(refresh: Refresh, now: string): New<Refresh> {
  const { dueAt: _due, leaseUntil: _lease, ...rest } = refresh;
  return { ...rest, doneAt: now };
}

/** @param chance a number from 0 to 1 */
export function again(
  refresh: Refresh,
  now: string,
  chance: number,
  afterMs: number | undefined,
): New<Refresh> {
  const attempts = refresh.attempts + 1;
  if (attempts >= mostTries) return done({ ...refresh, attempts }, now);
  const { leaseUntil: _, ...rest } = refresh;
  return { ...rest, attempts, dueAt: after(now, Math.max(afterMs ?? 0, pauseAfter(attempts, chance))) };
}

/** A message that was drawn before the case changed became known only now: its cards are looked at once more. */
export async function renew(
  refreshes: Refreshes,
  about: Refresh['about'],
  drawnAt: string,
  now: string,
): Promise<void> {
  for (const { id, at, doneAt } of await refreshes.list({ where: { about } })) {
    if (doneAt === undefined || at < drawnAt) continue;
    await refreshes.change(id, ({ doneAt: _, ...doc }) => ({ doc: { ...doc, attempts: 0, dueAt: now } }));
  }
}
