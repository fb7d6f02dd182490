import { dayOf } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import { after } from './backoff.ts';
import type { CopyKeeping } from './keep-copy.ts';
import type { Outbox, Outboxed } from './outbox.ts';
import type { Refreshes } from './refreshes.ts';

const day = 86_400_000;

/** How long things are kept (data minimisation), in milliseconds. */
export const kept = {
  /** What arrived, or needed not to: long enough to answer "was I told?". */
  notice: 30 * day,
  /** What could not be delivered, for the administration. */
  dead: 90 * day,
  /** Which message shows which case; afterwards it is not updated any more. */
  copy: 400 * day,
  /** That the cards of a case were updated: as long as a message may still be on its way. */
  refresh: day,
} as const;

export type CleanPorts = {
  readonly outbox: Outbox;
  readonly refreshes: Refreshes;
  readonly keeping: CopyKeeping;
};

/** Deletes what nobody needs any more, once a day and after every start. */
export function cleanJob(ports: CleanPorts): Job {
  let last = '';
  return {
    id: 'notices.clean',
    async run(now) {
      const today = dayOf(now.toISOString());
      if (today === last) return;
      await clean(now.toISOString(), ports);
      last = today;
    },
  };
}

async function clean(now: string, { outbox, refreshes, keeping }: CleanPorts): Promise<void> {
  const before = (ms: number) => after(now, -ms);
  const isOver = (notice: Outboxed): boolean => {
    if (notice.state === 'gathered') return notice.createdAt < before(kept.dead);
    const { endedAt } = notice;
    return endedAt !== undefined && endedAt < before(notice.state === 'dead' ? kept.dead : kept.notice);
  };
  const { copies, messages } = keeping;
  for (const notice of await outbox.list()) if (isOver(notice)) await outbox.remove(notice.id);
  for (const { id, doneAt } of await refreshes.list()) {
    if (doneAt !== undefined && doneAt < before(kept.refresh)) await refreshes.remove(id);
  }
  for (const { id, at } of await messages.list()) if (at < before(kept.copy)) await messages.remove(id);
  for (const known of await copies.list()) {
    if (known.copies.every(({ drawnAt }) => drawnAt < before(kept.copy))) await copies.remove(known.id);
  }
}
