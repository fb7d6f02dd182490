import type { Fate, Fates } from '../../core/ports/fates.ts';
import { isMailBesides, type Outbox, type Outboxed } from './outbox.ts';

/** What became of the notices about a case, read from the outbox. An e-mail besides a message in Teams is not counted. */
export const createFates =
  (outbox: Outbox): Fates =>
  async (ref) =>
    (await outbox.list({ where: { ref } })).filter((notice) => !isMailBesides(notice)).map(fateOf);

function fateOf({ id, state, channel, reasons, endedAt, dueAt }: Outboxed): Fate {
  return {
    notice: id,
    // What is ambiguous and comes up again is still on its way.
    state: state === 'ambiguous' && dueAt !== undefined ? 'waiting' : states[state],
    channel,
    reasons: reasons ?? [],
    since: endedAt,
  };
}

const states: Readonly<Record<Outboxed['state'], Fate['state']>> = {
  pending: 'waiting',
  failed: 'waiting',
  gathered: 'waiting',
  ambiguous: 'unclear',
  sent: 'sent',
  dead: 'failed',
  settled: 'not-needed',
};
