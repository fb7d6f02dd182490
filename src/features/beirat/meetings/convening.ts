import { dayOf } from '../../../core/day.ts';
import type { Context } from '../board/context.ts';
import { noticePeriod } from '../board/notice-period.ts';
import type { DispatchKind, Invitee, Meeting } from './model.ts';
import { wasThere } from './presence.ts';

/*
 * Whether the members were duly convened: by what the ledger says of each of them, not by the day on which somebody
 * pressed a button. A missing or late invitation is healed when that member comes.
 */

/** When members were invited to this day, ISO 8601 UTC. */
export const convenedAt = ({ history }: Pick<Meeting, 'history'>): string | undefined =>
  history.findLast(({ act }) => act === 'invited' || act === 'moved')?.at;

export type Late = {
  readonly party: string;
  readonly name: string;
  /** When it reached the member; nobody knows when not given. */
  readonly at?: string | undefined;
  /** The member came all the same. */
  readonly isHealed: boolean;
};

export type Convening = {
  /** Sent in time. */
  readonly isPeriodKept: boolean;
  /** Members whom the invitation reached after the last day, or not for certain at all. */
  readonly late: readonly Late[];
  /** Nothing speaks against it: in time, or shortened with a stated reason, and every invitation arrived in time. */
  readonly isDuly: boolean;
};

/** The notice period that the invitation had to keep: another rule of later does not count for it. */
export const noticeDaysOf = (
  { noticeDays }: Pick<Meeting, 'noticeDays'>,
  { notice }: Pick<Context['rules'], 'notice'>,
): number => noticeDays ?? notice.days;

const inviting: readonly DispatchKind[] = ['invitation', 'deputy', 'change'];

export function conveningOf(
  meeting: Meeting,
  { rules, holidays }: Pick<Context, 'rules' | 'holidays'>,
): Convening {
  const sent = convenedAt(meeting);
  const { day, urgency } = meeting.plan;
  const asked = { ...rules, notice: { days: noticeDaysOf(meeting, rules) } };
  const isInTime = (at: string) => noticePeriod(day, dayOf(at), asked, holidays).isKept;
  const isPeriodKept = sent !== undefined && isInTime(sent);
  const isShortened = !isPeriodKept && Boolean(urgency?.trim());
  const sender = meeting.history.findLast(({ act }) => act === 'invited' || act === 'moved')?.by;
  const late = meeting.invitees
    // Whoever sent it has it.
    .filter(({ as, releasedAt, party }) => as === 'member' && !releasedAt && party !== sender)
    .flatMap((one) => {
      const at = reachedAt(one, sent ?? '');
      // A shortened period is short for everybody; who was not reached for certain stays a defect.
      const isGood = at !== undefined && (isInTime(at) || isShortened);
      if (isGood || one.dispatches.length === 0) return [];
      const row = meeting.session?.attendance.find(({ party }) => party === one.party);
      return [{ party: one.party, name: one.name, at, isHealed: row !== undefined && wasThere(row) }];
    });
  const isDuly = (isPeriodKept || isShortened) && late.every(({ isHealed }) => isHealed);
  return { isPeriodKept, late, isDuly };
}

/** When the invitation to the present day first reached a member; an answer to it shows that it did. */
function reachedAt({ dispatches, reply }: Invitee, since: string): string | undefined {
  const arrived = dispatches
    .filter(({ kind, at }) => inviting.includes(kind) && at >= since)
    .filter(({ state }) => state === 'sent' || state === 'reached')
    .map(({ since: settled, at }) => settled ?? at);
  const answered = reply && reply.at >= since ? [reply.at] : [];
  return [...arrived, ...answered].sort()[0];
}
