import type { New } from '../../core/ports/store.ts';
import { isMailBesides, type Outboxed } from './outbox.ts';

/** A dead notice that starts anew, on whatever way there is now; `undefined` when it is not dead. */
export function resent(notice: Outboxed, now: string): New<Outboxed> | undefined {
  if (notice.state !== 'dead') return undefined;
  const {
    endedAt: _endedAt,
    reasons: _reasons,
    suspicions: _suspicions,
    doubts: _doubts,
    channel,
    ...rest
  } = notice;
  const way = channel && isMailBesides(notice) ? { channel } : {};
  return { ...rest, ...way, state: 'pending', attempts: 0, resentAt: now, dueAt: now };
}
