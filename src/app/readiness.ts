import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import type { Store } from '../core/ports/store.ts';

/** Whether the program can do its work now: read, write and send. */
export type Readiness = () => Promise<{ readonly status: number; readonly body: object }>;

type Parts = {
  readonly store: Pick<Store, 'check'>;
  /** Channels that refuse our credentials. */
  readonly stopped: () => Promise<readonly string[]>;
  readonly clock: Clock;
  readonly log: Log;
};

/** So long one look is good for, in milliseconds: probes of several balancers cost one. */
const goodFor = 3000;
/** What does not answer by then does not work, in milliseconds. */
const patience = 4000;

/** What `/readyz` tells: to balancers by its status, to people by codes. */
export function createReadiness({ store, stopped, clock, log }: Parts): Readiness {
  let last: { readonly at: number; readonly reasons: Promise<readonly string[]> } | undefined;

  async function look(): Promise<readonly string[]> {
    try {
      const channels = await inTime(store.check().then(stopped));
      return channels.map((channel) => `sending-stopped-${channel}`);
    } catch (error) {
      log.error('not-ready', { error });
      return ['store-not-usable'];
    }
  }

  return async () => {
    const now = clock.now().getTime();
    if (!last || Math.abs(now - last.at) >= goodFor) last = { at: now, reasons: look() };
    const reasons = await last.reasons;
    return reasons.length === 0
      ? { status: 200, body: { status: 'ready' } }
      : { status: 503, body: { status: 'not-ready', reasons } };
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('it does not answer')), patience);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
