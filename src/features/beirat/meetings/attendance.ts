import { type Context, today } from '../board/context.ts';
import { composition } from '../board/members.ts';
import { neededForItem, type Quorum } from '../board/quorum.ts';
import type { Attendance, Conflict, Invitee, Meeting, Presence, Resolution } from './model.ts';
import { bare, isThere, isThereAt, orderOf } from './presence.ts';
import { nobodyLikeThat } from './refusals.ts';

/** Somebody who may be recorded as present. */
export type Candidate = Omit<Attendance, 'note'> & {
  /** A deputy who was not invited: recorded only when there after all. */
  readonly isExtra: boolean;
};

/** Who was invited, with the presence that the answers let expect, then deputies who may have come unasked. */
export function candidates({ invitees }: Pick<Meeting, 'invitees'>, context: Context): readonly Candidate[] {
  const invited = invitees.filter(({ releasedAt }) => !releasedAt).map(fromInvitee);
  const extra = composition(context, today(context)).flatMap(({ seat, holder, deputies }) =>
    deputies
      .filter(({ person }) => !invited.some(({ party }) => party === person.id))
      .map(({ person }) => ({
        party: person.id,
        name: person.name,
        seat: seat.id,
        voting: seat.vote === 'voting',
        as: 'deputy' as const,
        ...(holder ? { for: holder.person.id } : {}),
        presence: 'absent' as const,
        isExtra: true,
      })),
  );
  return [...invited, ...extra];
}

const fromInvitee = ({ party, name, seat, voting, as, for: member, reply }: Invitee): Candidate => ({
  party,
  name,
  seat,
  voting,
  as,
  ...(member ? { for: member } : {}),
  presence: !reply ? 'absent' : reply.answer === 'no' ? 'excused' : reply.answer,
  isExtra: false,
});

/** The attendance that the entries make, over what was recorded before, over what the answers let expect. */
export function attendanceOf(
  meeting: Meeting,
  entries: Readonly<Record<string, Presence>>,
  context: Context,
): Attendance[] {
  const known = meeting.session?.attendance ?? [];
  const gone = known.filter(({ party }) => !candidates(meeting, context).some((one) => one.party === party));
  const rows = candidates(meeting, context).map(({ isExtra, ...one }) => {
    const before = known.find(({ party }) => party === one.party);
    return { isExtra, row: entered({ ...one, ...before }, entries[one.party]) };
  });
  return [
    ...rows.filter(({ isExtra, row }) => !isExtra || isThere(row) || row.moves).map(({ row }) => row),
    // Whoever has left the Beirat since was there all the same.
    ...gone.map((one) => entered(one, entries[one.party])),
  ];
}

/** What is entered for the whole meeting counts for the whole of it; what is as it was keeps who came and went. */
const entered = (one: Attendance, presence: Presence | undefined): Attendance =>
  presence === undefined || presence === one.presence ? one : bare({ ...one, presence, moves: undefined });

/** Voting seats that somebody was there for at the beginning. A member and the deputy together have one vote. */
export const seatsThere = (attendance: readonly Attendance[]): number =>
  votingSeats(attendance.filter(isThere)).size;

const votingSeats = (attendance: readonly Attendance[]): ReadonlySet<string> =>
  new Set(attendance.filter(({ voting }) => voting).map(({ seat }) => seat));

/** Without an invitation there is no number to go by; that does not happen to a meeting that is held. */
export const quorumOfMeeting = ({ quorum }: Pick<Meeting, 'quorum'>): NonNullable<Meeting['quorum']> =>
  quorum ?? { of: 0, needed: 0 };

/** How many must be there that it can resolve anything. */
export const leastNeeded = (meeting: Pick<Meeting, 'quorum'>): number => {
  const { needed, second } = quorumOfMeeting(meeting);
  return second ?? needed;
};

/** How many must be there for an item: fewer only for one that had no quorum in a first meeting. */
export function quorumOfItem(meeting: Pick<Meeting, 'quorum' | 'plan'>, item: string): Quorum {
  const { of, needed, second } = quorumOfMeeting(meeting);
  const isAgain = meeting.plan.items.find(({ id }) => id === item)?.repeats !== undefined;
  return { of, needed: isAgain ? (second ?? needed) : needed };
}

export type ItemQuorum = {
  /** Voting seats that are there and may take part. */
  readonly there: number;
  readonly needed: number;
  /** Voting seats that are excluded. */
  readonly excluded: number;
  readonly isReached: boolean;
  /** It is missing because too few came or stayed, not because of those who are excluded. */
  readonly isForAbsence: boolean;
};

/** Who may vote on one item: those who are there when it is dealt with and have no conflict of interest. */
export function itemQuorum(
  meeting: Pick<Meeting, 'quorum' | 'plan'>,
  item: string,
  {
    attendance,
    conflicts,
  }: { readonly attendance: readonly Attendance[]; readonly conflicts: readonly Conflict[] },
): ItemQuorum {
  const parties = conflicts.filter((one) => one.item === item).map(({ party }) => party);
  const order = orderOf(meeting);
  const present = attendance.filter((one) => isThereAt(one, item, order));
  const taken = votingSeats(present.filter(({ party }) => !parties.includes(party)));
  const out = votingSeats(present.filter(({ party }) => parties.includes(party)));
  const excluded = [...out].filter((seat) => !taken.has(seat)).length;
  const quorum = quorumOfItem(meeting, item);
  const isForAbsence = votingSeats(present).size < quorum.needed;
  // Only where enough are there at all an item can do with fewer.
  const needed = isForAbsence ? quorum.needed : neededForItem(quorum, excluded);
  return { there: taken.size, needed, excluded, isReached: taken.size >= needed, isForAbsence };
}

/**
 * Whether a resolution holds by what the record says of who was there. The record may be corrected after a vote: then
 * the resolution is not one any more, or its votes have to be looked at.
 */
export type Standing = 'good' | 'no-quorum' | 'votes-wrong';

export function standingOf(
  meeting: Pick<Meeting, 'quorum' | 'plan' | 'session'>,
  { item, votes }: Pick<Resolution, 'item' | 'votes'>,
): Standing {
  if (!meeting.session) return 'good';
  const { there, isReached } = itemQuorum(meeting, item, meeting.session);
  if (!isReached) return 'no-quorum';
  return castIn(votes) > there ? 'votes-wrong' : 'good';
}

/** Whether it was adopted and holds. */
export const isInForce = (meeting: Pick<Meeting, 'quorum' | 'plan' | 'session'>, one: Resolution): boolean =>
  one.isAdopted && standingOf(meeting, one) === 'good';

/** Whether something is left to do about it: it is in force, not carried out, and was not turned down by whom it was for. */
export const isOpen = (meeting: Pick<Meeting, 'quorum' | 'plan' | 'session'>, one: Resolution): boolean =>
  !one.done && one.answer?.isTakenUp !== false && isInForce(meeting, one);

export const castIn = ({ yes, no, abstain, none = 0 }: Resolution['votes']): number =>
  yes + no + abstain + none;

/** Items for a decision that too few were there for, by the record: a second meeting may deal with them. Once only. */
export const itemsWithoutQuorum = (meeting: Pick<Meeting, 'quorum' | 'plan' | 'session'>) => {
  const { session, plan } = meeting;
  if (!session) return [];
  return plan.items.filter(
    ({ id, kind, repeats }) =>
      kind === 'decision' && !repeats && itemQuorum(meeting, id, session).isForAbsence,
  );
};

/** The one whose name was typed: all of it, or words of it that fit one only. @throws {Refusal} */
export function personNamed(name: string, meeting: Meeting, context: Context): string {
  const known = [...(meeting.session?.attendance ?? []), ...candidates(meeting, context)];
  const all = [...new Map(known.map((one) => [one.party, one])).values()];
  const wanted = wordsOf(name);
  const exact = all.filter(
    (one) => wordsOf(one.name).join(' ') === wanted.join(' ') || one.party === name.trim(),
  );
  const partial = all.filter(
    (one) => wanted.length > 0 && wanted.every((word) => wordsOf(one.name).includes(word)),
  );
  const [found, ...others] = exact.length > 0 ? exact : partial;
  if (!found || others.length > 0)
    throw nobodyLikeThat(
      name,
      all.map((one) => one.name),
    );
  return found.party;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
