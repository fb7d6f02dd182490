import { momentOf } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { answersAs, bodyOf } from '../board/answering.ts';
import type { Context } from '../board/context.ts';
import { chairCapacity, isInBeirat, isOffice } from '../board/members.ts';
import { isInForce } from './attendance.ts';
import { stateWords } from './labels.ts';
import type { Invitee, Meeting, Resolution, State } from './model.ts';
import { isThereAt, orderOf } from './presence.ts';
import { meetingBegun, notInvited, notNeededAnyMore, notNow, onlineNotAllowed } from './refusals.ts';

/**
 * How somebody sees a meeting: the office and the chair all of it, members their invitation, a body that it recommends
 * something to that recommendation, whoever looks at an item before that item; nobody else anything.
 */
export function meetingSeenAs(
  meeting: Meeting,
  party: string,
  context: Context,
): 'meeting' | 'invitation' | 'recommendations' | 'review' | undefined {
  if (isKeeper(meeting, party, context)) return 'meeting';
  if (invitationOf(meeting, party, context)) return 'invitation';
  if (recommendedTo(meeting, party, context).length > 0) return 'recommendations';
  return isReviewer(meeting, party) ? 'review' : undefined;
}

/** Whether somebody was asked to look at an item before the invitations went out. */
const isReviewer = ({ reviews = [] }: Meeting, party: string): boolean =>
  reviews.some((one) => one.party === party && !one.backAt);

/** Whether somebody takes part in the meeting, or prepares it: they see more of it than what it recommends to them. */
export const isInvolved = (meeting: Meeting, party: string, context: Context): boolean =>
  isKeeper(meeting, party, context) || invitationOf(meeting, party, context) !== undefined;

/** What the meeting recommends to a body that this party answers for. Minutes that are still a draft recommend nothing. */
export const recommendedTo = (meeting: Meeting, party: string, context: Context): readonly Resolution[] =>
  meeting.session?.sentAt === undefined
    ? []
    : meeting.resolutions.filter((one) => {
        const body = bodyOf(one.addressee?.id, context.rules);
        return body !== undefined && answersAs(party, body, context) && isInForce(meeting, one);
      });

/** @throws {Refusal} where the rules of procedure do not provide for taking part online */
export function requireOnlineAllowed({ rules }: Pick<Context, 'rules'>): void {
  if (rules.online === 'never') throw onlineNotAllowed();
}

/** The office, and the chair from the first submission on. */
export const isKeeper = (meeting: Meeting, party: string, context: Context): boolean =>
  isOffice(party, context) ||
  (chairCapacity(party, context) !== undefined && submissionOf(meeting) !== undefined);

/** The latest submission to the chair, who sees a draft from the first on, even while the office changes it. */
export const submissionOf = ({ history }: Pick<Meeting, 'history'>): HistoryEntry | undefined =>
  history.findLast(({ act }) => act === 'submitted');

/** The invitation of a party that is still in the Beirat. A deputy who was let go sees what became of it. */
export const invitationOf = ({ invitees }: Meeting, party: string, context: Context): Invitee | undefined =>
  isInBeirat(party, context) ? invitees.find((one) => one.party === party) : undefined;

/** @throws {Refusal} when the meeting is in none of these states */
export function requireState({ state }: Meeting, ...allowed: readonly State[]): void {
  if (!allowed.includes(state)) throw notNow(stateWords[state].de, stateWords[state].en);
}

/** Whether a card was drawn for an earlier draft or issue: what it asks for comes to nothing. */
export const isLate = (
  meeting: Pick<Meeting, 'draft' | 'issue'>,
  card: { readonly draft?: number | undefined; readonly issue?: number | undefined },
): boolean =>
  (card.draft !== undefined && card.draft !== meeting.draft) ||
  (card.issue !== undefined && card.issue !== meeting.issue);

/** The invitation of a party. @throws {Refusal} when there is none, it was taken back, or the party left the Beirat */
export function inviteeFor(meeting: Meeting, party: string, context: Context): Invitee {
  const one = meeting.invitees.find((invitee) => invitee.party === party && !invitee.releasedAt);
  if (one && isInBeirat(party, context)) return one;
  const wasDeputy = meeting.invitees.some((other) => other.party === party && other.as === 'deputy');
  throw wasDeputy && isInBeirat(party, context) ? notNeededAnyMore() : notInvited();
}

/** Whether the meeting has begun: answers change nothing any more. */
export const hasBegun = ({ plan }: Pick<Meeting, 'plan'>, { now }: Pick<Context, 'now'>): boolean =>
  now >= momentOf(plan.day, plan.time);

/** @throws {Refusal} when the meeting has begun: its place and agenda are what they are */
export function requireNotBegun(meeting: Meeting, context: Context): void {
  if (hasBegun(meeting, context)) throw meetingBegun();
}

/**
 * Whether somebody may read what was said and resolved on an item. What is not public is for the office, the chair, and
 * members who took part: not for whoever was excluded from the item, nor for a deputy who did not sit.
 */
export function mayReadItem(meeting: Meeting, item: string, party: string, context: Context): boolean {
  const known = meeting.plan.items.find(({ id }) => id === item);
  if (!known || known.public) return true;
  const { session } = meeting;
  if (session?.conflicts.some((one) => one.item === item && one.party === party)) return false;
  if (isOffice(party, context) || chairCapacity(party, context) === 'holder') return true;
  const isMember = meeting.invitees.some((one) => one.party === party && one.as === 'member');
  if (isMember || !session) return isMember;
  const row = session.attendance.find((one) => one.party === party);
  return row !== undefined && isThereAt(row, item, orderOf(meeting));
}

/**
 * Whether somebody may have the papers of an item. Until the record is opened everybody who is invited prepares, also a
 * deputy; afterwards it is as with what was said on it.
 */
export function mayPrepareItem(meeting: Meeting, item: string, party: string, context: Context): boolean {
  const known = meeting.plan.items.find(({ id }) => id === item);
  if (meeting.session || !known || known.public) return mayReadItem(meeting, item, party, context);
  return isKeeper(meeting, party, context) || isInvited(meeting, party, context);
}

const isInvited = (meeting: Meeting, party: string, context: Context): boolean => {
  const one = invitationOf(meeting, party, context);
  return one !== undefined && !one.releasedAt;
};

/** Whether somebody gets the papers of a meeting at all: the office, the chair, whoever is invited, as long as it is on. */
export const mayHavePapers = (meeting: Meeting, party: string, context: Context): boolean =>
  meeting.state !== 'cancelled' && (isKeeper(meeting, party, context) || isInvited(meeting, party, context));
