import { setTimeout as waitFor } from 'node:timers/promises';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import { fateOf } from './fate.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Pace } from './pace.ts';
import { createPlaces } from './place.ts';

/**
 * Sends answers: one after the other in each conversation, within the channel's limits, and again when the channel was
 * busy. Notices have the outbox for that; an answer lives only as long as the process.
 */
export type Answering = {
  /** @throws what the channel said in the end */
  send<T>(conversation: string, work: () => Promise<T>): Promise<T>;
  /**
   * Tries it once for somebody who waits for the response of a button.
   * @throws what the channel said, or {@link TooBusy} when there is no place for it soon
   */
  sendAtOnce<T>(conversation: string, work: () => Promise<T>): Promise<T>;
  /** Waits for all that is being sent. */
  settled(): Promise<void>;
};

export type AnsweringParts = {
  readonly inLane?: Lanes | undefined;
  readonly pace?: Pace | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** @param ms milliseconds */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
};

/** The conversation takes nothing more for a while. */
export class TooBusy extends Error {
  override name = 'TooBusy';
}

/** An answer that comes later than this is none any more, in milliseconds. */
const longestInAll = 120_000;
/** Before the second try; doubled each time, and from that between half and all. */
const firstPause = 1000;
/** Whoever presses a button waits a few seconds for the response, in milliseconds. */
const longestForButton = 2000;

export function createAnswering({
  inLane = createLanes(),
  pace,
  clock,
  log,
  wait = waitFor,
}: AnsweringParts): Answering {
  const inOrder = createLanes();
  const underWay = new Set<Promise<unknown>>();
  const pausing = async (ms: number) => void (await wait(ms));
  const place = pace && createPlaces(pace, clock, pausing);

  /** @returns the time until the next try, `undefined` when there is none */
  const pauseAfter = (error: unknown, tries: number, conversation: string): number | undefined => {
    const now = clock.now().getTime();
    const fate = fateOf(error, 'send', now);
    if (fate.outcome !== 'later') return undefined;
    const pause = fate.afterMs ?? firstPause * 2 ** (tries - 1) * (0.5 + Math.random() / 2);
    pace?.hold(conversation, now + pause);
    log.warn('answer-delayed', { reason: fate.reason, tries, ms: Math.round(pause) });
    return pause;
  };

  const persistently = async <T>(conversation: string, work: () => Promise<T>): Promise<T> => {
    let left = longestInAll;
    for (let tries = 1; ; tries += 1) {
      if ((await place?.(conversation, left)) !== undefined) throw new TooBusy();
      try {
        return await inLane(conversation, work);
      } catch (error) {
        const pause = pauseAfter(error, tries, conversation);
        if (pause === undefined || pause > left) throw error;
        left -= pause;
        await pausing(pause);
      }
    }
  };

  const tracked = <T>(sending: Promise<T>): Promise<T> => {
    underWay.add(sending);
    const done = () => underWay.delete(sending);
    sending.then(done, done);
    return sending;
  };

  return {
    send: (conversation, work) => tracked(inOrder(conversation, () => persistently(conversation, work))),
    async sendAtOnce(conversation, work) {
      if ((await place?.(conversation, longestForButton)) !== undefined) throw new TooBusy();
      return tracked(inLane(conversation, work));
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}
