import type { Delivery } from '../../core/ports/messenger.ts';
import type { New } from '../../core/ports/store.ts';
import { after, pauseAfter } from './backoff.ts';
import type { Outboxed } from './outbox.ts';

/** What the next state of a notice depends on besides what became of its sending. */
export type Situation = {
  /** ISO 8601 UTC. */
  readonly now: string;
  /** A number from 0 to 1. */
  readonly chance: number;
  /** Whether it may arrive twice. */
  readonly repeatable: boolean;
  /** Why it cannot go by mail; `undefined` when it can. */
  readonly noMail: string | undefined;
  /** When a channel that refuses us is tried again. */
  readonly probeAt: string;
};

/** How long a notice is tried: over an outage of a week and the days until somebody sees to it. */
export const triedFor = 10 * 86_400_000;
/** A chat is believed to be gone when the channel says so this often. */
export const believedAfter = 3;
/** Nobody gets the same more often than this, whatever the channel answers. */
export const mostDoubts = 4;
/** A notice that our own fault keeps from being said is given up after this many tries. */
export const mostFaults = 6;

/** The state of a notice after one try to deliver it. */
export function afterDelivery(notice: Outboxed, delivery: Delivery, situation: Situation): New<Outboxed> {
  const { now, probeAt } = situation;
  switch (delivery.outcome) {
    case 'sent':
      return { ...ended(notice, 'sent', now), messageId: delivery.messageId };
    case 'later':
      return delivery.reason === 'suspect'
        ? afterSuspicion(notice, delivery.afterMs, situation)
        : triedAgain(notice, delivery.reason ?? 'later', delivery.afterMs, situation);
    case 'unsure':
      return afterDoubt(notice, situation);
    case 'unreachable':
      return otherwise(notice, delivery.reason, situation);
    case 'gone':
      return otherwise(notice, 'gone', situation);
    case 'locked-out':
      return { ...free(notice), state: 'pending', dueAt: probeAt };
    default:
      return delivery satisfies never;
  }
}

/** The state after something of ours broke before it was sent. */
export const afterFault = (notice: Outboxed, situation: Situation): New<Outboxed> =>
  notice.attempts >= mostFaults
    ? given(notice, ['fault'], situation.now)
    : triedAgain(notice, 'fault', undefined, situation);

/** A notice that came to its end. */
export const ended = (
  notice: Outboxed,
  state: 'sent' | 'settled' | 'ambiguous' | 'dead',
  now: string,
): New<Outboxed> => {
  const { dueAt: _, ...rest } = free(notice);
  return { ...rest, state, endedAt: now };
};

/** Given up; the administration sees why. */
export const given = (notice: Outboxed, reasons: readonly string[], now: string): New<Outboxed> => ({
  ...ended(notice, 'dead', now),
  reasons: [...reasons],
});

/** Let go of by the worker that had it. */
export function free({
  leaseUntil: _lease,
  underWay: _underWay,
  behind: _behind,
  ...notice
}: Outboxed): New<Outboxed> {
  return notice;
}

/** Held back until a moment, without having been tried. */
export const held = (notice: Outboxed, until: string): New<Outboxed> => ({ ...free(notice), dueAt: until });

function triedAgain(
  notice: Outboxed,
  reason: string,
  afterMs: number | undefined,
  { now, chance }: Situation,
): New<Outboxed> {
  if (Date.parse(now) - Date.parse(notice.resentAt ?? notice.createdAt) > triedFor) {
    return given(notice, [...(notice.reasons ?? []), reason], now);
  }
  const pause = Math.max(afterMs ?? 0, pauseAfter(notice.attempts, chance));
  return { ...free(notice), state: 'failed', reasons: [reason], dueAt: after(now, pause) };
}

function afterSuspicion(notice: Outboxed, afterMs: number | undefined, situation: Situation): New<Outboxed> {
  const suspicions = (notice.suspicions ?? 0) + 1;
  const suspected = { ...notice, suspicions };
  return suspicions >= believedAfter
    ? otherwise(suspected, 'ConversationNotFound', situation)
    : triedAgain(suspected, 'suspect', afterMs, situation);
}

/** A mail keeps its id and shows once, so it may always go again. */
function afterDoubt(notice: Outboxed, { now, chance, repeatable }: Situation): New<Outboxed> {
  const doubts = (notice.doubts ?? 0) + 1;
  const doubted = { ...notice, doubts };
  if (doubts >= mostDoubts || !(repeatable || notice.channel === 'mail')) {
    return ended(doubted, 'ambiguous', now);
  }
  return { ...free(doubted), state: 'ambiguous', dueAt: after(now, pauseAfter(notice.attempts, chance)) };
}

/** Not reached in Teams: by mail, if that is possible. */
function otherwise(notice: Outboxed, reason: string, { now, noMail }: Situation): New<Outboxed> {
  if (notice.channel === 'mail') return given(notice, [...(notice.reasons ?? []), reason], now);
  return noMail === undefined
    ? { ...free(notice), state: 'pending', channel: 'mail', reasons: [reason], dueAt: now }
    : given(notice, [reason, noMail], now);
}
