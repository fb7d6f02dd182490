import { z } from 'zod';
import { dayOf, momentAfter } from '../core/day.ts';
import { eachByItself } from '../core/each.ts';
import type { Job } from '../core/feature.ts';
import { AlreadyExists, type Collection, type Store } from '../core/ports/store.ts';

/*
 * Whoever checks reads what does not concern them: who looked at what on which day is kept, so that it can be told.
 */

export const Reading = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** Party who looked, and their name then. */
  by: z.string(),
  byName: z.string(),
  /** What they looked at: `IT-2026-0042`, `budget 2026-it-budget`, `export 2026`. */
  what: z.string(),
  /** First look of the day, ISO 8601 UTC. */
  at: z.string(),
  /** When it is forgotten. */
  dueAt: z.string(),
  leaseUntil: z.string().optional(),
});
export type Reading = z.infer<typeof Reading>;

export const readingCollection = 'readings';
/** Days that a look is kept. */
const keptDays = 1096;

export const openReadings = (store: Store): Collection<Reading> =>
  store.collection(readingCollection, Reading);

/** Once a day for each person and thing. */
export async function keepReading(
  readings: Collection<Reading>,
  by: { readonly id: string; readonly name: string },
  what: string,
  at: string,
): Promise<void> {
  const dueAt = momentAfter(at, keptDays);
  try {
    await readings.add({ id: `${dayOf(at)} ${by.id} ${what}`, by: by.id, byName: by.name, what, at, dueAt });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

/**
 * What a body outside the role model may read by right; `files` are requests, budgets, the history of the directory, sittings,
 * resolutions and ideas; what the Beirat deals with behind closed doors only where that is said too.
 */
type Body = {
  readonly reads?: 'files' | undefined;
  readonly readsClosed?: boolean | undefined;
  readonly people?: readonly string[] | undefined;
};

/** Whether somebody reads by right, for a body that the data names. */
export const readsFiles = (bodies: readonly Body[] | undefined, party: string): boolean =>
  bodies?.some(({ reads, people }) => reads === 'files' && people?.includes(party)) === true;

/** Whether somebody also reads what is not public. */
export const readsClosed = (bodies: readonly Body[] | undefined, party: string): boolean =>
  readsFiles(
    bodies?.filter((body) => body.readsClosed === true),
    party,
  );

/** Looks are forgotten when their time is over. */
export const forgetReadings = (readings: Collection<Reading>): Job => ({
  id: 'requests.readings',
  async run(now) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await readings.claim({ now: now.toISOString(), leaseUntil, limit: 200 });
    await eachByItself(due, ({ id }) => readings.remove(id));
  },
});
