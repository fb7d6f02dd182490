import type { Job } from '../../core/feature.ts';
import { after } from './backoff.ts';
import { type DeliverPorts, deliver } from './deliver.ts';
import { ended, held } from './fate.ts';
import { inRows } from './in-rows.ts';
import type { Outboxed } from './outbox.ts';
import { inOrder, overtaken } from './overtaken.ts';
import { writeNotice } from './write-notice.ts';

/** Notices of one run: what the channel takes in a few seconds, so that other work gets its turn. */
const batch = 100;
/** How long one run may have them, in milliseconds: far longer than it takes. */
export const leaseFor = 5 * 60_000;
/** Whoever waits for what another process has looks again so soon, in milliseconds: it may be done long before its lease. */
const lookAgain = 15_000;
/** People who are written to side by side. */
const sideBySide = 10;

/** Sends what is due: one after the other to one person, several persons side by side. */
export function outboxJob(ports: DeliverPorts): Job {
  const { outbox, stops, kindOf } = ports;
  return {
    id: 'notices.outbox',
    async run(now) {
      const at = now.toISOString();
      const due = await outbox.claim({ now: at, leaseUntil: after(at, leaseFor), limit: batch });
      if (due.length === 0) return;
      const old = overtaken(due, (kind) => kindOf(kind)?.repeatable ?? true);
      const waiting = await waitingInTeams(ports, due, at);
      const persons = Map.groupBy(due.toSorted(inOrder), ({ recipient }) => recipient);
      // While a channel is stopped, the first notice tells whether it is open again.
      const width = (await stops.all()).length > 0 ? 1 : sideBySide;
      await inRows([...persons.values()], width, (notices) => inTurn(notices, { old, waiting }, now, ports));
    },
  };
}

/** A notice that others of the same person wait behind, and until when. */
type Waiting = { readonly notice: Outboxed; readonly until: string };
type Others = { readonly old: ReadonlySet<string>; readonly waiting: readonly Waiting[] };

/** Tells one person what is due, in the order in which it was owed. What breaks costs nobody else their notices. */
async function inTurn(
  notices: readonly Outboxed[],
  { old, waiting }: Others,
  now: Date,
  ports: DeliverPorts,
): Promise<void> {
  const { outbox, log } = ports;
  let until: string | undefined;
  for (const notice of notices) {
    try {
      until ??= behind(notice, waiting);
      if (old.has(notice.id)) {
        await writeNotice(outbox, notice, { doc: ended(notice, 'settled', now.toISOString()) });
      } else if (until !== undefined && notice.channel !== 'mail') {
        await writeNotice(outbox, notice, { doc: { ...held(notice, until), behind: true } });
      } else {
        const stored = await deliver(notice, now, ports);
        if (stored?.state === 'dead') log.warn('notice-dead', { notice: notice.id, reasons: stored.reasons });
        until ??= blocks(stored);
      }
    } catch (error) {
      log.error('notice-stuck', { notice: notice.id, error });
    }
  }
}

/**
 * Notices that could not be sent in Teams and are tried again, those that another process had when it died or may still
 * have, and those that are due as well and come in the next run: later ones for the same person wait behind them.
 */
async function waitingInTeams(
  { outbox }: DeliverPorts,
  mine: readonly Outboxed[],
  now: string,
): Promise<readonly Waiting[]> {
  const own = new Set(mine.map(({ id }) => id));
  const recipients = [...new Set(mine.map(({ recipient }) => recipient))];
  // In this order: what another process is just trying stands in the first list or, when it has failed, in the second.
  const pending = await Promise.all(
    recipients.map((recipient) => outbox.list({ where: { recipient, state: 'pending' } })),
  );
  const tried = await Promise.all(
    (['failed', 'ambiguous'] as const).map((state) => outbox.list({ where: { state } })),
  );
  return [...tried, ...pending].flat().flatMap((notice) => {
    if (own.has(notice.id) || notice.channel === 'mail') return [];
    const { dueAt, leaseUntil = '' } = notice;
    if (leaseUntil > now) return [{ notice, until: earlier(leaseUntil, after(now, lookAgain)) }];
    if (dueAt === undefined) return [];
    if (dueAt > now) return notice.behind || blocks(notice) ? [{ notice, until: dueAt }] : [];
    // Due as well, but there was no room for it in this run.
    return notice.state === 'pending' || blocks(notice) ? [{ notice, until: now }] : [];
  });
}

const behind = (notice: Outboxed, waiting: readonly Waiting[]): string | undefined =>
  waiting.find(({ notice: other }) => other.recipient === notice.recipient && inOrder(other, notice) < 0)
    ?.until;

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** The moment until which nothing else goes to this person: the channel is busy, not this one notice broken. */
const blocks = (notice: Outboxed | undefined): string | undefined =>
  notice?.channel === 'teams' &&
  (notice.state === 'ambiguous' || (notice.state === 'failed' && !notice.reasons?.includes('fault')))
    ? notice.dueAt
    : undefined;
