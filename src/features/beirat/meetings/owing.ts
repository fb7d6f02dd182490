import { appended, type NewEntry } from '../../../core/history.ts';
import { type Notice, outdated, owed } from '../../../core/notice.ts';
import type { Also, Change } from '../../../core/ports/store.ts';
import type { Context } from '../board/context.ts';
import { nextLook } from './deadlines.ts';
import type { DispatchKind, Invitee } from './model.ts';
import { invitationCase, invitationId, type Meeting, meetingCase } from './model.ts';

/** A meeting on its way through one decision, with what that decision owes. */
export type Progress = {
  readonly meeting: Meeting;
  readonly notices: readonly Notice[];
  /** Members whose cards are out of date: all, or these. */
  readonly outdated: 'all' | readonly string[];
};

/** What the office and the chair are told; what members are sent has the name of its dispatch. */
export type OfficeNotice =
  | 'approve'
  | 'approved'
  | 'wish'
  | 'news'
  | 'question'
  | 'danger'
  | 'unsettled'
  | 'date'
  | 'record'
  | 'objection';
/** What members are told besides what goes into the ledger. */
export type MemberNotice = 'answer';
/** What members are told about the record. */
export type RecordNotice = 'objection-answered';
export type NoticeName = OfficeNotice | MemberNotice | RecordNotice | DispatchKind;

export const starting = (meeting: Meeting): Progress => ({ meeting, notices: [], outdated: [] });

export const changed = (progress: Progress, more: Partial<Meeting>): Progress => ({
  ...progress,
  meeting: { ...progress.meeting, ...more },
});

/** The cards of these members, or of all, show something that has changed. */
export const outdating = (progress: Progress, members: 'all' | readonly string[]): Progress => ({
  ...progress,
  outdated:
    members === 'all' || progress.outdated === 'all'
      ? 'all'
      : [...new Set([...progress.outdated, ...members])],
});

/** Writes what happened into the history. */
export function recorded(
  progress: Progress,
  entry: Omit<NewEntry, 'at'>,
  { now, digest }: Pick<Context, 'now' | 'digest'>,
): Progress {
  const { history, id } = progress.meeting;
  return changed(progress, { history: appended(history, id, { ...entry, at: now }, digest) });
}

/** The system acts: time, or the directory. */
export const bySystem = { by: 'system', byName: 'Lotse' } as const;

type More = { readonly key?: string | undefined; readonly facts?: Notice['facts'] };

/** Owes a notice to a party, once for each key; without one once for the newest entry of the history. */
export function telling(
  progress: Progress,
  name: NoticeName,
  recipient: string | undefined,
  { now }: Pick<Context, 'now'>,
  { key, facts }: More = {},
): Progress {
  if (recipient === undefined) return progress;
  const { id, history } = progress.meeting;
  const notice: Notice = {
    id: noticeId(progress.meeting, name, key ?? String(history.length), recipient),
    recipient,
    kind: `beirat.${name}`,
    ref: id,
    facts: { entry: history.length, ...facts },
    urgency: name === 'news' ? 'news' : 'act',
    createdAt: now,
  };
  if (progress.notices.some((other) => other.id === notice.id)) return progress;
  return { ...progress, notices: [...progress.notices, notice] };
}

const noticeId = ({ id }: Meeting, name: NoticeName, key: string, recipient: string): string =>
  `${id} ${name} ${key} ${recipient}`;

/**
 * Sends something to members: owes the notices and opens a line in the ledger for each. The same thing with the same
 * key is sent to nobody twice.
 */
export function dispatching(
  progress: Progress,
  kind: DispatchKind,
  parties: readonly string[],
  context: Pick<Context, 'now'>,
  { key, facts }: More = {},
): Progress {
  const { meeting } = progress;
  const wanted = new Set(parties);
  const keyed = key ?? String(meeting.issue);
  const idFor = (party: string) => noticeId(meeting, kind, keyed, party);
  const isNew = ({ party, dispatches }: Invitee) =>
    wanted.has(party) && !dispatches.some(({ notice }) => notice === idFor(party));
  const sentTo = meeting.invitees.filter(isNew).map(({ party }) => party);
  const invitees = meeting.invitees.map((one) =>
    isNew(one)
      ? {
          ...one,
          dispatches: [
            ...one.dispatches,
            {
              notice: idFor(one.party),
              kind,
              issue: meeting.issue,
              at: context.now,
              state: 'waiting' as const,
            },
          ],
        }
      : one,
  );
  const opened = changed(progress, { invitees, sending: meeting.sending || sentTo.length > 0 });
  const facts_ = { issue: meeting.issue, ...facts };
  return outdating(
    sentTo.reduce((all, party) => telling(all, kind, party, context, { key: keyed, facts: facts_ }), opened),
    sentTo,
  );
}

/** Changes one invitee. */
export const withInvitee = (progress: Progress, party: string, more: Partial<Invitee>): Progress =>
  changed(progress, {
    invitees: progress.meeting.invitees.map((one) => (one.party === party ? { ...one, ...more } : one)),
  });

/** The decision as one write: the new state, its notices, and the word which cards are out of date. */
export function asChange(progress: Progress, context: Context): Change<Meeting> {
  const { now } = context;
  const { meeting, notices } = progress;
  const version = meeting.version + 1;
  const also: Also[] = [
    ...notices.map(owed),
    outdated({ kind: meetingCase, id: meeting.id }, version, now),
    ...outdatedMembers(progress).map((party) =>
      outdated({ kind: invitationCase, id: invitationId(meeting.id, party) }, version, now),
    ),
  ];
  const { dueAt: _, leaseUntil: _lease, ...rest } = meeting;
  const dueAt = nextLook(meeting, context);
  return { doc: { ...rest, ...(dueAt ? { dueAt } : {}), changedAt: now }, also };
}

const outdatedMembers = ({ meeting, outdated: members }: Progress): readonly string[] =>
  members === 'all' ? meeting.invitees.map(({ party }) => party) : members;
