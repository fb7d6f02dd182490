import { z } from 'zod';
import type { Log } from '../../core/ports/log.ts';
import { AlreadyExists, type Also, type Collection, type Store } from '../../core/ports/store.ts';
import { after } from './backoff.ts';
import { type Channel, channels } from './outbox.ts';

/** A channel that refuses our credentials: nothing is sent there until a probe gets through. */
export const Stop = z.object({
  id: z.enum(channels),
  version: z.number(),
  /** ISO 8601 UTC. */
  since: z.string(),
  /** When one notice is tried again, ISO 8601 UTC. */
  probeAt: z.string(),
});
export type Stop = z.infer<typeof Stop>;

/** Between two tries of a channel that refused us, in milliseconds. */
export const probePause = 15 * 60_000;

/** Whether and since when channels are stopped. Kept on disk, so that a restart does not try or alarm anew. */
export type Stops = {
  /** The moment until which nothing may be sent on this channel; `undefined` when it is open. */
  until(channel: Channel, now: string): Promise<string | undefined>;
  /** @returns when it is tried again */
  refused(channel: Channel, now: string): Promise<string>;
  gotThrough(channel: Channel): Promise<void>;
  all(): Promise<readonly Stop[]>;
};

/** The channels that are stopped now. */
export const openStops = (store: Store): Collection<Stop> => store.collection('stops', Stop);

/** @param alarm what the administration is told, in the write that stops the channel */
export function createStops(
  store: Store,
  log: Log,
  alarm: (channel: Channel, since: string) => readonly Also[],
): Stops {
  const stops = openStops(store);
  return {
    async until(channel, now) {
      const stop = await stops.get(channel);
      return stop && stop.probeAt > now ? stop.probeAt : undefined;
    },
    async refused(channel, now) {
      const probeAt = after(now, probePause);
      try {
        await stops.add({ id: channel, since: now, probeAt }, alarm(channel, now));
        log.error('sending-stopped', { channel, reason: 'the credentials are refused' });
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
        await stops.change(channel, (stop) => ({ doc: { ...stop, probeAt } }));
      }
      return probeAt;
    },
    async gotThrough(channel) {
      if (!(await stops.get(channel))) return;
      await stops.remove(channel);
      log.info('sending-resumed', { channel });
    },
    all: () => stops.list(),
  };
}
