import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../../core/ports/log.ts';
import type { ShortMemory } from '../../core/ports/short-memory.ts';
import { AlreadyExists, type Collection, NotFound, type Store } from '../../core/ports/store.ts';

const Moment = z.object({
  /** Digest of the key: who is behind it cannot be read from it. */
  id: z.string(),
  version: z.number(),
  what: z.unknown(),
  /** ISO 8601 UTC: when it is forgotten. */
  dueAt: z.string(),
  leaseUntil: z.string().optional(),
});
type Moment = z.infer<typeof Moment>;

export const momentCollection = 'moments';

export const openMoments = (store: Store): Collection<Moment> =>
  store.collection<Moment>(momentCollection, Moment as never);

/** In the store, for all instances. @param minutes that something is kept. @param area keeps keys of several uses apart */
export function createSharedMemory(
  moments: Collection<Moment>,
  area: string,
  minutes: number,
  log: Log,
): ShortMemory {
  const idOf = (key: string) => createHash('sha256').update(`${area} ${key}`).digest('base64url');
  const until = (now: Date) => new Date(now.getTime() + minutes * 60_000).toISOString();
  const inBackground = (work: Promise<unknown>) =>
    work.catch((error) => log.warn('not-remembered', { area, error }));

  async function put(key: string, what: unknown, now: Date): Promise<void> {
    const doc = { id: idOf(key), what, dueAt: until(now) };
    try {
      await moments.add(doc);
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
      await moments.change(doc.id, () => ({ doc }));
    }
  }

  return {
    async recall(key, now) {
      const found = await moments.get(idOf(key));
      return found && found.dueAt >= now.toISOString() ? found.what : undefined;
    },
    remember: (key, what, now) => void inBackground(put(key, what, now)),
    forget: (key) => void inBackground(moments.remove(idOf(key))),
    async take(key, now) {
      const id = idOf(key);
      const doc = { id, what: true, dueAt: until(now) };
      try {
        await moments.add(doc);
        return true;
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
      }
      try {
        const over = now.toISOString();
        return (await moments.change(id, (old) => (old.dueAt < over ? { doc } : undefined))).isChanged;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
  };
}

/** Forgets what its time is over for. */
export async function forgetMoments(moments: Collection<Moment>, now: Date): Promise<void> {
  const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
  for (const { id } of await moments.claim({ now: now.toISOString(), leaseUntil, limit: 200 }))
    await moments.remove(id);
}
