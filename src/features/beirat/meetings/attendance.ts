import { type Context, today } from '../board/context.ts';
import { composition } from '../board/members.ts';
import { neededForItem, type Quorum } from '../board/quorum.ts';
import type { Attendance, Conflict, Invitee, Meeting, Presence } from './model.ts';
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
    const presence = entries[one.party] ?? before?.presence ?? one.presence;
    return { isExtra, row: { ...one, ...before, presence } };
  });
  return [
    ...rows.filter(({ isExtra, row }) => !isExtra || isThere(row)).map(({ row }) => row),
    // Whoever has left the Beirat since was there all the same.
    ...gone.map((one) => ({ ...one, presence: entries[one.party] ?? one.presence })),
  ];
}

export const isThere = ({ presence }: Pick<Attendance, 'presence'>): boolean =>
  presence === 'in-person' || presence === 'online';

/** Voting seats that somebody is there for. A member and the deputy together have one vote. */
export const seatsThere = (attendance: readonly Attendance[]): number =>
  votingSeats(attendance.filter(isThere)).size;

const votingSeats = (attendance: readonly Attendance[]): ReadonlySet<string> =>
  new Set(attendance.filter(({ voting }) => voting).map(({ seat }) => seat));

/** Without an invitation there is no number to go by; that does not happen to a meeting that is held. */
export const quorumOfMeeting = ({ quorum }: Pick<Meeting, 'quorum'>): Quorum =>
  quorum ?? { of: 0, needed: 0 };

export type ItemQuorum = {
  /** Voting seats that are there and may take part. */
  readonly there: number;
  readonly needed: number;
  /** Voting seats that are excluded. */
  readonly excluded: number;
  readonly isReached: boolean;
};

/** Who may vote on one item. Those with a conflict of interest do not count as there. */
export function itemQuorum(
  meeting: Pick<Meeting, 'quorum'>,
  item: string,
  {
    attendance,
    conflicts,
  }: { readonly attendance: readonly Attendance[]; readonly conflicts: readonly Conflict[] },
): ItemQuorum {
  const parties = conflicts.filter((one) => one.item === item).map(({ party }) => party);
  const present = attendance.filter(isThere);
  const taken = votingSeats(present.filter(({ party }) => !parties.includes(party)));
  const out = votingSeats(present.filter(({ party }) => parties.includes(party)));
  const excluded = [...out].filter((seat) => !taken.has(seat)).length;
  const quorum = quorumOfMeeting(meeting);
  // Only a meeting that has a quorum can do with fewer for one item.
  const needed = seatsThere(attendance) < quorum.needed ? quorum.needed : neededForItem(quorum, excluded);
  return { there: taken.size, needed, excluded, isReached: taken.size >= needed };
}

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
